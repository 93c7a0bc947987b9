package dev.vesper.approvals;

import dev.vesper.approvals.FourEyesEvent.LeftOut;
import dev.vesper.approvals.FourEyesState.AwaitingChecker;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When single orders may be left out of a proposal: with the maker's yes, and with the first checker's. Once somebody has
 * approved, what is asked about stays as it is, so that every checker approves exactly what is executed; only the maker may have
 * put forward more than that.
 */
final class LeavingOutRules {
    private LeavingOutRules() {}

    static LeftOut event(int step, String by, LeavingOut without) {
        return new LeftOut(step, by, without.orders(), without.reason().strip(), without.rest());
    }

    /** What is wrong with it, whoever asks; empty where nothing is left out, or nothing is wrong. */
    static Optional<Refusal> unfit(LeavingOut without) {
        if (without.nothing()) {
            return Optional.empty();
        }
        String reason = without.reason().strip();
        int length = reason.codePointCount(0, reason.length());
        if (reason.isEmpty() || length > ApprovalTasks.LONGEST) {
            return Optional.of(new Refusal(
                    FourEyesRefusal.TEXT_UNFIT,
                    "Expected a reason, of at most " + ApprovalTasks.LONGEST + " characters, to leave out "
                            + Counted.of(without.orders().size(), "order") + ", but it has " + length));
        }
        return new HashSet<>(without.orders()).size() == without.orders().size()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        FourEyesRefusal.NOT_TO_LEAVE_OUT,
                        "Expected each order that is left out once, but got " + String.join(", ", without.orders())));
    }

    /** Why a checker may not leave them out. */
    static Optional<Refusal> refused(AwaitingChecker waiting, String by, LeavingOut without) {
        if (without.nothing()) {
            return Optional.empty();
        }
        if (!waiting.given().isEmpty()) {
            return Optional.of(new Refusal(
                    FourEyesRefusal.NOT_TO_LEAVE_OUT,
                    "Expected " + by + " to approve all that "
                            + waiting.given().getFirst().checker()
                            + " approved already, but without " + String.join(", ", without.orders())
                            + " it would be something else; approve it as it is, or reject it and run the day again"));
        }
        Set<String> before = left(waiting.leftOut());
        return unfit(without)
                .or(() -> without.orders().stream()
                        .filter(before::contains)
                        .findFirst()
                        .map(order -> new Refusal(
                                FourEyesRefusal.NOT_TO_LEAVE_OUT,
                                "Expected orders that are still asked about, but " + order + " is left out already")));
    }

    /** Whether an event that leaves orders out can stand where it does. */
    static boolean mayFollow(AwaitingChecker waiting, LeftOut event) {
        boolean maker = PersonName.same(waiting.maker(), event.by());
        boolean turn = maker
                ? event.step() == 0 && waiting.leftOut().isEmpty()
                : waiting.open(event.step()).isPresent()
                        && waiting.leftOut().stream().allMatch(one -> one.step() == 0);
        Set<String> before = left(waiting.leftOut());
        return turn
                && waiting.given().isEmpty()
                && !event.reason().isBlank()
                && !event.orders().isEmpty()
                && new HashSet<>(event.orders()).size() == event.orders().size()
                && event.orders().stream().noneMatch(before::contains);
    }

    /** Whether what a checker left out is followed by the approval that came with it. */
    static boolean begunBy(AwaitingChecker waiting, String checker, int step) {
        return !waiting.given().isEmpty()
                || waiting.leftOut().stream()
                        .filter(one -> one.step() > 0)
                        .allMatch(one -> one.step() == step && PersonName.same(one.by(), checker));
    }

    static AwaitingChecker without(AwaitingChecker waiting, LeftOut event) {
        List<LeftOut> all = new ArrayList<>(waiting.leftOut());
        all.add(event);
        return new AwaitingChecker(waiting.maker(), event.rest(), waiting.needed(), waiting.given(), all);
    }

    private static Set<String> left(List<LeftOut> events) {
        Set<String> orders = new HashSet<>();
        events.forEach(one -> orders.addAll(one.orders()));
        return orders;
    }
}
