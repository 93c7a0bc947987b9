package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverStatus;
import java.util.List;
import java.util.function.Predicate;

/** What may pass although a rule does not allow it, until when and by whom; and the forms that ask, answer and revoke. */
public final class WaiversPage implements Page {
    static final String WORD = "waivers";

    /**
     * What the template shows.
     *
     * @param waiting what somebody asked for, newest first
     * @param inForce what holds, the one that ends first at the top
     * @param over what holds no more, newest first
     * @param rules names of the rules that may be waived
     * @param may whether the caller may act here
     * @param byCommand whether a command acts, since who looks did not sign in
     * @param command that asks for one
     */
    public record Model(
            List<WaiverLine> waiting,
            List<WaiverLine> inForce,
            List<WaiverLine> over,
            List<String> rules,
            boolean may,
            boolean byCommand,
            String command) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Waivers";
    }

    @Override
    public String help() {
        return WORD;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        Caller caller = asked.caller();
        List<WaiverRecord> all = operations.waivers().all();
        return new Model(
                lines(all, one -> one.status() == WaiverStatus.ASKED),
                all.stream()
                        .filter(one -> one.status() == WaiverStatus.IN_FORCE)
                        .sorted((a, b) -> a.until().compareTo(b.until()))
                        .map(WaiverLine::of)
                        .toList(),
                lines(all, one -> one.status() != WaiverStatus.ASKED && one.status() != WaiverStatus.IN_FORCE),
                operations.waivers().waivable(),
                caller instanceof SignedIn && caller.may(Permission.CHECK_RULES),
                !(caller instanceof SignedIn),
                "./vesper rules waive position-weight --account ACC1 --instrument IBM --up-to 0.30 --until DATE"
                        + " --reason WHY --as " + Words.name(caller));
    }

    private static List<WaiverLine> lines(List<WaiverRecord> all, Predicate<WaiverRecord> which) {
        return all.stream().filter(which).map(WaiverLine::of).toList();
    }
}
