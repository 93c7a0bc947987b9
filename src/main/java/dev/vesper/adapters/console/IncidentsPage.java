package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.FaultCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands still, and every kind of fault with what to do about it. */
public final class IncidentsPage implements Page {
    /**
     * What the template shows.
     *
     * @param open those that stand still first
     * @param bundles whether the caller may make a support bundle here
     */
    public record Model(List<StandstillLine> open, List<FaultLine> faults, boolean bundles) {}

    /** One kind of fault: the anchor of its paragraph, and what the paragraph says. */
    public record FaultLine(String word, String sentence, String next) {
        static FaultLine of(FaultCode code) {
            return new FaultLine(code.word(), code.sentence(), code.next());
        }
    }

    @Override
    public String word() {
        return "incidents";
    }

    @Override
    public String title() {
        return "Incidents";
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.repair().incidents());
    }

    /** Where the paragraph of a fault is. */
    static String href(FaultCode code) {
        return PagePath.ROOT + "incidents#" + code.word();
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return new Model(
                operations.repair().incidents().stream()
                        .map(one -> StandstillLine.of(one, asked.caller()))
                        .toList(),
                Arrays.stream(FaultCode.values()).map(FaultLine::of).toList(),
                asked.caller() instanceof SignedIn && asked.caller().may(Permission.SEE_AUDIT));
    }
}
