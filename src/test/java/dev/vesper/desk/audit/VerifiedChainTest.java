package dev.vesper.desk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.Memory;
import dev.vesper.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look verifies what was added and no more, and never says of a row that it was verified which was not. */
class VerifiedChainTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final SetClock clock = new SetClock(NOON);
    private final VerifiedChain chain = new VerifiedChain(memory, clock);

    private void append(int rows) {
        for (int i = 0; i < rows; i++) {
            memory.append(NOON, "anna", AuditAction.SIGNED_IN, "user/anna", "", false);
        }
    }

    @Test
    void anEmptyLogIsVerified() {
        assertEquals(0, chain.look().verified());
        assertFalse(chain.look().behind());
        assertEquals(List.of(), chain.look().faults());
    }

    @Test
    void aLongLogIsVerifiedInStepsAndSaysSo() {
        append(4_500);
        ChainState first = chain.look();
        assertEquals(2_000, first.verified());
        assertTrue(first.behind());
        assertEquals(List.of(), first.faults());
        chain.catchUp();
        ChainState all = chain.look();
        assertEquals(4_500, all.verified());
        assertFalse(all.behind());
        assertEquals(List.of(), all.faults());
        append(1);
        clock.pass(Duration.ofMinutes(1));
        assertEquals(4_501, chain.look().verified());
        assertEquals(NOON.plusSeconds(60), chain.look().at());
        assertEquals(0, chain.look().allVerified(), "everything was never asked for");
    }

    @Test
    void aTailThatIsCutUnderARunningVesperIsSeen() {
        append(5);
        chain.look();
        memory.cutTo(3);
        List<AuditLog.Fault> faults = chain.look().faults();
        assertEquals(5, faults.getFirst().sequence());
        assertTrue(faults.getFirst().message().contains("the tail was cut off"), faults::toString);
    }

    /** What was altered behind the mark is found when everything is verified, or a day later. */
    @Test
    void anAlteredRowBehindTheMarkIsFoundTheNextDay() {
        append(5);
        chain.look();
        memory.alter(2, "mallory");
        assertEquals(List.of(), chain.look().faults(), "behind the mark: verified at noon, and said so");
        clock.pass(Duration.ofHours(24));
        chain.catchUp();
        assertEquals(
                List.of(2L),
                chain.look().faults().stream().map(AuditLog.Fault::sequence).toList());
        chain.everything(() -> List.of(new AuditLog.Fault(2, "row 2 was altered")));
        assertEquals(5, chain.look().allVerified());
        assertEquals(1, chain.look().allFaults().size());
    }
}
