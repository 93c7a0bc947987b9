package dev.vesper.desk.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.execution.sequence.SequenceNumbers;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SmallFirm;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is agreed to is what was shown, and nothing is done without its row in the audit. */
class VenueDeskTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final RunId RUN = new RunId("2018-04-11-001");
    private final Memory memory = new Memory();
    private final VenueDesk desk = new VenueDesk(
            memory.connections, () -> SmallFirm.firm().venues(), memory.eventLog, memory, InstantSource.fixed(NOON));

    @Test
    void numbersThatMovedSinceTheyWereShownAreNotSet() {
        asked();
        memory.connections.setNumbers(RUN, "LIT", new SequenceNumbers(17, 12), new SequenceNumbers(18, 12));
        Problem moved = assertThrows(Problem.class, () -> desk.agree("S-1", "ben", ""));
        assertTrue(moved.getMessage().contains("next sender 18"), moved.getMessage());
        assertEquals(AuditAction.DECISION_DENIED, memory.rows().getLast().action());
        assertEquals(
                new SequenceNumbers(18, 12),
                memory.connections.open().getFirst().numbers());
        desk.refuse("S-1", "ben", "they moved");
        assertEquals(
                AuditAction.SEQUENCE_NUMBERS_REFUSED, memory.rows().getLast().action());
    }

    @Test
    void numbersOfASessionThatIsConnectedAgainAreNotSet() {
        asked();
        desk.logOn(RUN, "LIT", "anna", "they are back");
        Problem on = assertThrows(Problem.class, () -> desk.agree("S-1", "ben", ""));
        assertTrue(on.getMessage().contains("logged on"), on.getMessage());
    }

    @Test
    void whoWatchesIsToldWhatAPersonLoggedOut() {
        memory.connections.logsOn(RUN, "LIT", NOON);
        assertTrue(desk.trouble().isEmpty());
        desk.logOut(RUN, "LIT", "anna", "they asked for it");
        assertEquals(
                "run 2018-04-11-001 waits for LIT, which was logged out by anna: they asked for it; ./vesper venues connect"
                        + " 2018-04-11-001 LIT lets it go on",
                desk.trouble().orElseThrow());
    }

    @Test
    void sessionsAreShownWhereNobodyKnowsTheVenuesOfTheFirmAnyMore() {
        memory.connections.logsOn(RUN, "LIT", NOON);
        VenueDesk without = new VenueDesk(
                memory.connections,
                () -> {
                    throw Problem.unavailable("Expected the inputs of a run, but they are gone");
                },
                memory.eventLog,
                memory,
                InstantSource.fixed(NOON));
        assertEquals(
                List.of("LIT"), without.all().stream().map(VenueRecord::venue).toList());
    }

    private void asked() {
        memory.connections.logsOn(RUN, "LIT", NOON);
        desk.logOut(RUN, "LIT", "anna", "they asked for it");
        desk.askNumbers(RUN, "LIT", new SequenceNumbers(20, 12), "anna", "they say so");
    }
}
