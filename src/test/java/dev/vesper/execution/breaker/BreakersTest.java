package dev.vesper.execution.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.execution.breaker.BreakerCommand.CloseByHand;
import dev.vesper.execution.breaker.BreakerCommand.Judge;
import dev.vesper.execution.breaker.BreakerCommand.OpenByHand;
import dev.vesper.execution.breaker.BreakerEvent.ClosedByHand;
import dev.vesper.execution.breaker.BreakerEvent.HalfOpened;
import dev.vesper.execution.breaker.BreakerEvent.OpenedByHand;
import dev.vesper.execution.breaker.BreakerEvent.Recovered;
import dev.vesper.execution.breaker.BreakerEvent.Tripped;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Answers in, events out: what a venue must do to get no more orders, and to get them again. */
class BreakersTest {
    private static final BreakerLimits LIMITS = new BreakerLimits(3, 0.5, 8, 2);
    private static final Tripped TRIPPED = new Tripped("LIT", 4, BreakerCause.REJECTS_IN_A_ROW, "");
    private final Breakers breakers = new Breakers();

    /** One letter an answer: {@code n} rejected, {@code y} taken; all of one slice. */
    private static List<VenueAnswer> answers(int slice, String letters) {
        return letters.chars()
                .mapToObj(c -> new VenueAnswer("LIT", slice, c == 'n', c == 'n' ? "halted" : ""))
                .toList();
    }

    private BreakerState after(BreakerEvent... events) {
        return breakers.replay(List.of(events));
    }

    private List<BreakerEvent> judged(BreakerState state, int slice, List<VenueAnswer> answers) {
        return accepted(state, new Judge(slice, LIMITS, answers));
    }

    private List<BreakerEvent> accepted(BreakerState state, BreakerCommand command) {
        return switch (breakers.decide(state, command)) {
            case Decision.Accepted<BreakerEvent>(List<BreakerEvent> events) -> events;
            case Decision.Denied<BreakerEvent>(var refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private String denied(BreakerState state, BreakerCommand command) {
        return switch (breakers.decide(state, command)) {
            case Decision.Accepted<BreakerEvent>(var events) -> throw new AssertionError(events.toString());
            case Decision.Denied<BreakerEvent>(var refusal) -> refusal.code();
        };
    }

    @Test
    void rejectsInARowOpenIt() {
        assertEquals(List.of(), judged(BreakerState.NOTHING, 4, answers(3, "ynn")));
        assertEquals(
                List.of(new Tripped(
                        "LIT",
                        4,
                        BreakerCause.REJECTS_IN_A_ROW,
                        "it rejected 3 orders in a row, 3 open the breaker; the last: halted")),
                judged(BreakerState.NOTHING, 4, answers(3, "ynnn")));
        assertEquals(List.of(), judged(BreakerState.NOTHING, 4, answers(3, "nnny")), "it takes orders again");
    }

    /** Four of the last eight; of fewer than eight answers no share is taken. */
    @Test
    void aLargeShareOfRejectsOpensIt() {
        assertEquals(
                List.of(new Tripped(
                        "LIT", 4, BreakerCause.REJECT_SHARE, "it rejected 4 of its last 8 orders; the last: halted")),
                judged(BreakerState.NOTHING, 4, answers(3, "nynynyny")));
        assertEquals(List.of(), judged(BreakerState.NOTHING, 4, answers(3, "nynynyy")));
        assertEquals(List.of(), judged(BreakerState.NOTHING, 4, answers(3, "nnyyynyyyyn")), "two of the last eight");
    }

    @Test
    void aFirmThatWantsNoneHasNone() {
        var never = new BreakerLimits(0, 0.5, 8, 2);
        assertEquals(List.of(), accepted(BreakerState.NOTHING, new Judge(4, never, answers(3, "nnnnnnnnnn"))));
    }

    @Test
    void afterItsRestOneOrderIsTried() {
        assertEquals(List.of(), judged(after(TRIPPED), 5, List.of()));
        assertEquals(List.of(new HalfOpened("LIT", 6)), judged(after(TRIPPED), 6, List.of()));
        assertEquals(List.of(new HalfOpened("LIT", 9)), judged(after(TRIPPED), 9, answers(3, "nnn")));
    }

    @Test
    void whatWasTriedDecides() {
        BreakerState half = after(TRIPPED, new HalfOpened("LIT", 6));
        assertEquals(List.of(), judged(half, 7, answers(3, "nnn")), "of before: nothing was due since");
        assertEquals(List.of(new Recovered("LIT", 7)), judged(half, 7, answers(6, "y")));
        assertEquals(
                List.of(new Tripped(
                        "LIT", 7, BreakerCause.TRIAL_REJECTED, "it rejected the order that was tried: halted")),
                judged(half, 7, answers(6, "n")));
    }

    @Test
    void whatItRejectedBeforeItWasClosedCountsNoMore() {
        BreakerState closed = after(TRIPPED, new ClosedByHand("LIT", 5, "ben", "they mended it"));
        assertEquals(List.of(), judged(closed, 6, answers(3, "nnn")));
        assertEquals(1, judged(closed, 6, answers(5, "nnn")).size());
    }

    @Test
    void whatAPersonOpenedOnlyAPersonCloses() {
        assertEquals(
                List.of(new OpenedByHand("LIT", 2, "ben", "it hangs")),
                accepted(BreakerState.NOTHING, new OpenByHand("LIT", 2, " ben ", " it hangs ")));
        BreakerState open = after(TRIPPED, new OpenedByHand("LIT", 5, "ben", "it hangs"));
        assertEquals(List.of(), judged(open, 99, List.of()));
        assertEquals("already-open", denied(open, new OpenByHand("LIT", 6, "anna", "me too")));
        assertEquals("reason-missing", denied(open, new CloseByHand("LIT", 6, "anna", " ")));
        assertEquals("not-open", denied(open, new CloseByHand("DARK", 6, "anna", "why not")));
        assertEquals(
                List.of(new ClosedByHand("LIT", 6, "anna", "they are back")),
                accepted(open, new CloseByHand("LIT", 6, "anna", "they are back")));
    }

    /** A venue's own words are one line, and not a long one. */
    @Test
    void whatAVenueSaysIsShownSafely() {
        List<VenueAnswer> three = new ArrayList<>(answers(3, "nn"));
        three.add(new VenueAnswer("LIT", 3, true, "\u001b[2J" + "x".repeat(500)));
        Tripped tripped = (Tripped) judged(BreakerState.NOTHING, 4, three).getFirst();
        assertTrue(tripped.what().contains("\\u001b[2Jxxx"), tripped.what());
        assertTrue(tripped.what().length() < 300, tripped.what());
    }

    @Test
    void aStepThatCannotFollowIsRefused() {
        for (List<BreakerEvent> wrong : List.<List<BreakerEvent>>of(
                List.of(new Recovered("LIT", 4)),
                List.of(new HalfOpened("LIT", 4)),
                List.of(TRIPPED, TRIPPED),
                List.of(TRIPPED, new HalfOpened("LIT", 3)),
                List.of(new Tripped("LIT", 4, BreakerCause.TRIAL_REJECTED, "")),
                List.of(new OpenedByHand("LIT", 4, "ben", "it hangs"), new HalfOpened("LIT", 9)),
                List.of(TRIPPED, new ClosedByHand("LIT", 5, "", "nobody")),
                List.of(new ClosedByHand("LIT", 5, "ben", "nothing is open")))) {
            assertThrows(BrokenHistory.class, () -> breakers.replay(wrong), wrong::toString);
        }
    }

    /** So that a restart between a step and its slice decides the very same. */
    @Property
    void judgedAgainNothingMoreFollows(@ForAll @Size(max = 40) List<Boolean> rejected) {
        BreakerState state = BreakerState.NOTHING;
        List<VenueAnswer> all = new ArrayList<>();
        for (int slice = 0; slice < rejected.size(); slice++) {
            List<BreakerEvent> once = judged(state, slice, all);
            for (BreakerEvent event : once) {
                state = breakers.apply(state, event);
            }
            assertEquals(List.of(), judged(state, slice, all));
            if (state.of("LIT").position() != BreakerPosition.OPEN) {
                all.add(new VenueAnswer("LIT", slice, rejected.get(slice), ""));
            }
        }
    }
}
