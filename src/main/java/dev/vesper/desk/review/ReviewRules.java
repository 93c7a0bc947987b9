package dev.vesper.desk.review;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.review.ReviewCommand.Look;
import dev.vesper.desk.review.ReviewCommand.Tell;
import dev.vesper.desk.review.ReviewEvent.Looked;
import dev.vesper.desk.review.ReviewEvent.Told;
import java.util.List;
import java.util.Optional;

/**
 * Reviews until somebody looked at them: one is the same as long as its source tells of the same subject of the same run.
 * Holds nothing itself.
 *
 * <p>What is denied, and why: {@link ReviewRefusal}.
 */
final class ReviewRules implements Decider<ReviewState, ReviewCommand, ReviewEvent> {
    @Override
    public ReviewState initial() {
        return ReviewState.NOTHING;
    }

    @Override
    public Decision<ReviewEvent> decide(ReviewState state, ReviewCommand command) {
        return switch (command) {
            case Tell(Told told) ->
                state.told(told).all().equals(state.all())
                        ? new Decision.Accepted<>(List.of())
                        : Decision.accepted(told);
            case Look look -> look(state, look);
        };
    }

    private static Decision<ReviewEvent> look(ReviewState state, Look look) {
        Optional<Refusal> nobody = PersonName.refusal(look.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        Optional<Review> known = state.find(look.id());
        if (known.isEmpty()) {
            return Decision.denied(
                    ReviewRefusal.UNKNOWN, "Expected something to look at, but there is no " + look.id());
        }
        Review one = known.get();
        if (one.cleared()) {
            return Decision.denied(
                    ReviewRefusal.CLEARED,
                    "Expected something that stands, but " + look.id() + " is not found any more");
        }
        if (one.answer() != null) {
            return Decision.denied(
                    ReviewRefusal.ANSWERED,
                    "Expected something that nobody looked at, but " + one.by() + " said "
                            + one.answer().word() + " to " + look.id() + ": " + one.reason());
        }
        if (look.reason().isBlank()) {
            return Decision.denied(
                    ReviewRefusal.NO_REASON,
                    "Expected what explains " + look.id() + ", or what is to be mended, but no reason is said");
        }
        return Decision.accepted(new Looked(
                look.id(),
                look.answer(),
                PersonName.shown(look.by()),
                look.reason().strip()));
    }

    @Override
    public ReviewState apply(ReviewState state, ReviewEvent event) {
        return switch (event) {
            case Told told -> state.told(told);
            case Looked looked
            when PersonName.refusal(looked.by()).isEmpty()
                    && !looked.reason().isBlank()
                    && state.find(looked.id())
                            .filter(one -> !one.cleared() && one.answer() == null)
                            .isPresent() -> state.looked(looked);
            case Looked _ ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of the reviews, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }
}
