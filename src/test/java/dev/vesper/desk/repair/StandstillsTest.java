package dev.vesper.desk.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageName;
import dev.vesper.testing.AskedAbout;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operations person reads of a run that stands still, before and after each thing they do about it. */
class StandstillsTest {
    private static final StageName EXECUTE = StageName.of("execute-orders");
    private static final String AWAY = "Expected the venues to be logged on within 5 s, but [LIT] are not";

    private Instant now = Instant.parse("2018-04-12T19:00:00Z");
    private final Memory memory = new Memory();
    private final Incidents incidents = new Incidents(memory, memory, () -> now);
    private final Standstills standstills = new Standstills(
            memory,
            memory,
            new Costs(memory, memory.orders, memory.eventLog, new FirmSessions(_ -> SmallFirm.firm())),
            () -> now);
    private final ResumeRun resume = new ResumeRun(
            memory,
            new OpenRun(memory, new MemoryInputs(SmallFirm.firm()), new FilesOpenBooks(), memory, () -> now),
            incidents,
            memory.resumed::add);
    private final RunRepair repair = new RunRepair(memory, memory, () -> now);
    private final RunId run =
            memory.open(SmallFirm.DATE, "/firms/small", 42, false, now).id();

    private void breaks(String what) {
        incidents.raise(run, Incident.of(EXECUTE, what));
        now = now.plus(Duration.ofMinutes(1));
    }

    @Test
    void aVenueThatIsAwayIsSaidWithWhatItCosts() {
        memory.saveRebalance(run, Stream.of(AskedAbout.of(run)), List.of());
        breaks(AWAY);
        Standstill still = standstills.show(run);
        assertEquals(StandState.STANDS_STILL, still.state());
        assertEquals(FaultCode.VENUE_AWAY, still.code());
        assertEquals("A venue to which orders go does not answer.", still.cause());
        assertEquals("execute-orders: " + AWAY, still.technical());
        assertEquals(2, still.cost().unsent());
        assertEquals(59L, still.cost().minutes(), "New York closes at 20:00 UTC");
        assertEquals(
                "2 of 2 orders are not sent; 59 minutes are left of their session (2018-04-12 09:30 to 16:00"
                        + " America/New_York).",
                still.cost().words());
        assertTrue(still.next().endsWith("then try again.") || still.next().contains("try again"), still.next());
        now = now.plus(Duration.ofHours(2));
        assertTrue(standstills.show(run).cost().words().contains("by the clock their session"));
    }

    @Test
    void aTryEndsAsMendedOrFailedAgainAndIsNeverPlainlySent() {
        breaks(AWAY);
        resume.retry(run, "carol", "LIT is up");
        Standstill tried = standstills.show(run);
        assertEquals(StandState.TRIED, tried.state());
        assertEquals(List.of("waiting for proof"), outcomes(tried));
        assertFalse(tried.remedies().getFirst().allowed());
        breaks(AWAY);
        assertEquals(StandState.STANDS_STILL, standstills.show(run).state());
        assertEquals(List.of("failed again"), outcomes(standstills.show(run)));
        resume.retry(run, "dave", "now it is");
        incidents.passed(run, EXECUTE, "is done");
        Standstill mended = standstills.show(run);
        assertEquals(StandState.MENDED, mended.state());
        assertEquals(List.of("failed again", "mended"), outcomes(mended));
        assertEquals(
                List.of("carol", "dave"), mended.tried().stream().map(Tried::by).toList());
        assertEquals(
                List.of("LIT is up", "now it is"),
                mended.tried().stream().map(Tried::reason).toList());
    }

    private static List<String> outcomes(Standstill still) {
        return still.tried().stream().map(Tried::outcome).toList();
    }

    /** The text of an incident that is older than the one that counts does not stay on the page. */
    @Test
    void aNewFaultIsShownByItsOwnCause() {
        breaks(AWAY);
        resume.retry(run, "carol", "LIT is up");
        breaks("Expected at least 20 MB free under /var, but only 3 MB are");
        assertEquals(FaultCode.DISK_FULL, standstills.show(run).code());
        breaks(AWAY);
        assertEquals(FaultCode.DISK_FULL, standstills.show(run).code(), "the first of a standstill is its cause");
    }

    @Test
    void refusedActsStandBesideGrantedOnes() {
        breaks(AWAY);
        assertThrows(
                Problem.class,
                () -> repair.audited(run, "mallory", "close", "for fun\n2018 run-done", () -> {
                    throw Problem.refused("mallory may not");
                }));
        Tried denied = standstills.show(run).tried().getFirst();
        assertEquals("refused", denied.outcome());
        assertEquals("mallory", denied.by());
        assertFalse(denied.reason().contains("\n"), denied.reason());
        assertThrows(
                Problem.class,
                () -> repair.audited(RunId.of(SmallFirm.DATE, 9), "mallory", "close", "", () -> {
                    throw Problem.usage("unknown");
                }));
        assertEquals(2, memory.rows().size(), "about a run that is none there is nothing to say");
    }

    @Test
    void theListHoldsWhatHasNotEndedAndTheStandingFirst() {
        assertEquals(List.of(), standstills.open());
        assertThrows(Problem.class, () -> standstills.show(run));
        breaks(AWAY);
        resume.retry(run, "carol", "LIT is up");
        RunId other = memory.open(SmallFirm.DATE, "/firms/oak", 42, false, now).id();
        incidents.raise(other, "report: NullPointerException");
        assertEquals(
                List.of(other, run),
                standstills.open().stream().map(one -> one.run().id()).toList());
        assertEquals(FaultCode.OUR_FAULT, standstills.show(other).code());
        memory.status(run, RunStatus.ABANDONED);
        assertEquals(1, standstills.open().size());
        assertEquals(StandState.CLOSED, standstills.show(run).state());
    }

    /** The engine may refuse a day that a person opens: no row tells why. */
    @Test
    void aRunThatFailedBeforeItsFirstStageIsShownToo() {
        memory.status(run, RunStatus.FAILED);
        assertEquals(FaultCode.NO_ANSWER, standstills.show(run).code());
        resume.retry(run, "carol", "the engine is up");
        assertEquals(StandState.TRIED, standstills.show(run).state());
    }
}
