package dev.vesper.execution.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.execution.sequence.SequenceCommand.Agree;
import dev.vesper.execution.sequence.SequenceCommand.Ask;
import dev.vesper.execution.sequence.SequenceCommand.Refuse;
import dev.vesper.execution.sequence.SequenceEvent.Agreed;
import dev.vesper.execution.sequence.SequenceEvent.Asked;
import dev.vesper.execution.sequence.SequenceEvent.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands in, events out: one person asks for other numbers, another agrees. */
class SequenceChangesTest {
    private static final SequenceNumbers BEFORE = new SequenceNumbers(17, 12);
    private static final SequenceNumbers AFTER = new SequenceNumbers(20, 12);
    private static final Asked ASKED = new Asked("S-1", "r", "LIT", BEFORE, AFTER, "anna", "they say so");
    private final SequenceChanges changes = new SequenceChanges();

    private SequenceState after(SequenceEvent... events) {
        return changes.replay(List.of(events));
    }

    private List<SequenceEvent> accepted(SequenceState state, SequenceCommand command) {
        return switch (changes.decide(state, command)) {
            case Decision.Accepted<SequenceEvent>(List<SequenceEvent> events) -> events;
            case Decision.Denied<SequenceEvent>(var refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private String denied(SequenceState state, SequenceCommand command) {
        return switch (changes.decide(state, command)) {
            case Decision.Accepted<SequenceEvent>(List<SequenceEvent> events) ->
                throw new AssertionError(events.toString());
            case Decision.Denied<SequenceEvent>(var refusal) -> refusal.code();
        };
    }

    @Test
    void onePersonAsksAndAnotherAgrees() {
        assertEquals(
                List.of(ASKED),
                accepted(SequenceState.NOTHING, new Ask("r", "LIT", BEFORE, AFTER, "anna", "they say so")));
        assertEquals(List.of(new Agreed("S-1", "ben", "")), accepted(after(ASKED), new Agree("S-1", "ben", "")));
        assertTrue(after(ASKED, new Agreed("S-1", "ben", "")).open("r", "LIT").isEmpty());
    }

    @Test
    void whoAskedDoesNotAgreeButMayTakeItBack() {
        assertEquals("second-person-must-differ", denied(after(ASKED), new Agree("S-1", "Anna", "")));
        assertEquals("name-unclear", denied(after(ASKED), new Agree("S-1", "аnna", ""))); // a Cyrillic a
        assertEquals(
                List.of(new Refused("S-1", "anna", "a mistake")),
                accepted(after(ASKED), new Refuse("S-1", "anna", "a mistake")));
        assertThrows(BrokenHistory.class, () -> after(ASKED, new Agreed("S-1", "ANNA", "")));
    }

    @Test
    void whatIsDenied() {
        assertEquals("reason-missing", denied(SequenceState.NOTHING, new Ask("r", "LIT", BEFORE, AFTER, "anna", " ")));
        for (SequenceNumbers wrong :
                List.of(new SequenceNumbers(0, 1), new SequenceNumbers(1, -1), new SequenceNumbers(1_000_000_000, 1))) {
            assertEquals(
                    "number-impossible",
                    denied(SequenceState.NOTHING, new Ask("r", "LIT", BEFORE, wrong, "anna", "why")));
        }
        assertEquals(
                "nothing-changes", denied(SequenceState.NOTHING, new Ask("r", "LIT", BEFORE, BEFORE, "anna", "why")));
        assertEquals("already-asked", denied(after(ASKED), new Ask("r", "LIT", BEFORE, AFTER, "ben", "me too")));
        assertEquals("unknown", denied(after(ASKED), new Agree("S-9", "ben", "")));
        assertEquals(
                "already-answered",
                denied(after(ASKED, new Refused("S-1", "ben", "no")), new Agree("S-1", "carol", "")));
    }

    @Test
    void anotherSessionIsAnotherQuestion() {
        assertEquals(
                "S-2",
                ((Asked) accepted(after(ASKED), new Ask("r", "DARK", BEFORE, AFTER, "anna", "too"))
                                .getFirst())
                        .id());
    }
}
