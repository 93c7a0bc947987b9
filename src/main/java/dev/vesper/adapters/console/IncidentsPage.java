package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.FaultCode;
import dev.vesper.desk.repair.StandState;
import dev.vesper.desk.repair.Standstill;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands still, and every kind of fault with what to do about it. */
public final class IncidentsPage implements Page {
    private static final String TRIED = "tried";
    private static final int MOST = 100;

    /**
     * What the template shows.
     *
     * @param tried those that were tried again together a moment ago, with what came of it; none where none were
     * @param causes for which several runs stand still, with their forms; none where the caller may not try them again
     * @param open those that stand still first
     * @param bundles whether the caller may make a support bundle here
     */
    public record Model(
            List<StandstillLine> tried,
            List<Cause> causes,
            List<StandstillLine> open,
            List<FaultLine> faults,
            boolean bundles) {}

    /**
     * Several runs that stand still for one cause.
     *
     * @param anchor names it within the page
     * @param words for example {@code 3 runs stand still: venue-away at execute-orders}
     */
    public record Cause(String anchor, String words, List<RunLine> runs) {
        static List<Cause> of(List<Standstill> open) {
            Map<String, List<Standstill>> by = open.stream()
                    .filter(one -> one.state() == StandState.STANDS_STILL)
                    .collect(Collectors.groupingBy(Standstill::causeWords, TreeMap::new, Collectors.toList()));
            return by.entrySet().stream()
                    .filter(cause -> cause.getValue().size() > 1)
                    .map(cause -> new Cause(
                            "cause-" + cause.getKey().replace(' ', '-'),
                            cause.getValue().size() + " runs stand still: " + cause.getKey(),
                            cause.getValue().stream()
                                    .map(one -> RunLine.of(one.run()))
                                    .toList()))
                    .toList();
        }
    }

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
    public String help() {
        return "repair";
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.repair().incidents());
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS), Changed.of(Topic.TASKS));
    }

    /** Where the paragraph of a fault is. */
    static String href(FaultCode code) {
        return PagePath.ROOT + "incidents#" + code.word();
    }

    /** Where what came of these is shown. */
    static String tried(List<RunId> runs) {
        return PagePath.ROOT + "incidents?" + TRIED + "="
                + runs.stream().map(RunId::value).collect(Collectors.joining(","));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of(TRIED));
        String tried = asked.query().getOrDefault(TRIED, "");
        List<Standstill> open = operations.repair().incidents();
        return new Model(
                Stream.of(tried.split(",", -1))
                        .filter(run -> !run.isEmpty())
                        .limit(MOST)
                        .map(run -> new Asked(asked.caller(), Map.of("run", run), Map.of()).run())
                        .map(run -> StandstillLine.of(operations.repair().incident(run), asked.caller()))
                        .toList(),
                asked.caller() instanceof SignedIn && asked.caller().may(Permission.WORK_RUNS)
                        ? Cause.of(open)
                        : List.of(),
                open.stream().map(one -> StandstillLine.of(one, asked.caller())).toList(),
                Arrays.stream(FaultCode.values()).map(FaultLine::of).toList(),
                asked.caller() instanceof SignedIn && asked.caller().may(Permission.SEE_AUDIT));
    }
}
