package dev.vesper.desk.approval;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.LeavingOut;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.Counted;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.desk.rebalance.JudgeRest;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Finds what is meant where people leave single orders out, and whether the rest may go on without them. */
public final class Exceptions {
    private static final int MOST_SAID = 3;

    private final RebalanceStore rebalances;
    private final JudgeRest rules;

    public Exceptions(RebalanceStore rebalances, JudgeRest rules) {
        this.rebalances = rebalances;
        this.rules = rules;
    }

    /**
     * The orders of these ids, each once; the id of the run before them may be left away.
     *
     * @throws Problem of kind INPUT where the run has no such order
     */
    List<String> named(RunRecord run, List<String> asked) {
        if (asked.isEmpty()) {
            return asked;
        }
        List<String> known = ids(run);
        SequencedSet<String> orders = new LinkedHashSet<>();
        for (String word : asked) {
            String whole = run.id() + "-" + word;
            orders.add(known.stream()
                    .filter(id -> id.equals(word) || id.equals(whole))
                    .findFirst()
                    .orElseThrow(() -> Problem.usage("Expected an order of run " + run.id()
                            + " to leave out, but got \"" + word + "\""
                            + NearestName.hint(word.startsWith(run.id().value()) ? word : whole, known)
                            + "; ./vesper tasks show " + run.id() + "/propose-trades names them")));
        }
        return List.copyOf(orders);
    }

    /** What was left out before, then these. */
    LeavingOut of(ProposalSum proposal, FourEyesState state, List<String> orders, String reason) {
        if (orders.isEmpty()) {
            return LeavingOut.NOTHING;
        }
        SequencedSet<String> all = left(state);
        all.addAll(orders);
        return new LeavingOut(orders, reason, proposal.without(all));
    }

    /** Whether anybody may leave something out with a yes to a kind of question: nobody has approved yet. */
    static boolean mayStill(TaskKind kind, FourEyesState state) {
        return switch (kind) {
            case RELEASE_DATA -> false;
            case PROPOSE_TRADES -> state instanceof FourEyesState.NotProposed;
            case APPROVE_TRADES ->
                state instanceof FourEyesState.AwaitingChecker waiting
                        && waiting.given().isEmpty();
        };
    }

    /** What was left out so far. */
    static SequencedSet<String> left(FourEyesState state) {
        return state.leftOut().stream()
                .map(FourEyesEvent.LeftOut::orders)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why the rest may not go on; empty where it may, or nothing is left out. */
    Optional<String> against(RunRecord run, FourEyesState state, List<String> orders) {
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        SequencedSet<String> before = left(state);
        SequencedSet<String> all = left(state);
        all.addAll(orders);
        if (all.containsAll(ids(run))) {
            return Optional.of("Expected some order to be left, but without " + Counted.of(orders.size(), "order")
                    + " none is; to leave out everything is to reject it");
        }
        List<Verdict> against = rules.of(run, before, all);
        return against.isEmpty() ? Optional.empty() : Optional.of(refusal(run, orders, against));
    }

    private static String refusal(RunRecord run, List<String> orders, List<Verdict> against) {
        String said = against.stream()
                .limit(MOST_SAID)
                .map(verdict -> verdict.rule().name() + " of " + verdict.subject() + ": " + verdict.reason()
                        + (verdict.remedy().isEmpty() ? "" : " What would pass: " + verdict.remedy() + "."))
                .collect(Collectors.joining(" "));
        int more = against.size() - Math.min(MOST_SAID, against.size());
        return "Expected the other orders of " + run.id() + " to pass without " + shown(orders) + ", but "
                + Counted.of(against.size(), "verdict") + (against.size() == 1 ? " stands" : " stand")
                + " against them. " + said + (more == 0 ? "" : " And " + more + " more.")
                + " Leave those out too, or less";
    }

    /** The first of them, in a line. */
    static String shown(List<String> orders) {
        int first = Math.min(MOST_SAID, orders.size());
        return String.join(", ", orders.subList(0, first))
                + (orders.size() > first ? " and " + (orders.size() - first) + " more" : "");
    }

    private List<String> ids(RunRecord run) {
        return rebalances.orders(run.id()).orElse(List.of()).stream()
                .map(ParentOrder::id)
                .toList();
    }
}
