package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.books.DayBooks;
import dev.vesper.desk.firm.Firm;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryBooks;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The day begins: its id is stored, its inputs are set aside, the audit is told; one open run a firm and date. */
class OpenRunTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final LocalDate DATE = SmallFirm.DATE;

    private final Firm firm = SmallFirm.firm();
    private final String folder = firm.folder().toString();
    private final Memory memory = new Memory();
    private final MemoryInputs inputs = new MemoryInputs(firm);
    private final DayBooks books = new DayBooks(
            new MemoryBooks(), memory, memory, memory.orders, inputs, InstantSource.fixed(EVENING), Runnable::run);
    private final OpenRun desk = new OpenRun(memory, inputs, books, memory, InstantSource.fixed(EVENING));

    @Test
    void theFirstRunOfADateIsOpenedFrozenAndTold() {
        RunRecord run = desk.open(firm, DATE, 42, true, false);
        assertEquals(new RunRecord(RunId.of(DATE, 1), DATE, folder, 42, true, RunStatus.RUNNING, EVENING), run);
        assertEquals(Optional.of(run), memory.find(run.id()));
        assertEquals(firm, inputs.firm(run.id()));
        AuditLog.Row told = memory.rows().getFirst();
        assertEquals(AuditAction.RUN_OPENED, told.action());
        assertEquals(run.id().value(), told.subject());
        assertEquals("business date 2018-04-11, seed 42", told.detail());
        assertEquals("vesper", told.actor());
        assertEquals(EVENING, told.at());
        assertTrue(told.rehearsal());
    }

    @Test
    void aSecondRunOfFirmAndDateIsRefusedWithWhatToDo() {
        RunRecord first = desk.open(firm, DATE, 42, false, false);
        memory.status(first.id(), RunStatus.WAITING);
        Problem refused = assertThrows(Problem.class, () -> desk.open(firm, DATE, 43, false, false));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertEquals(
                "Run 2018-04-11-001 of this firm and date is not finished (it is waiting); ./vesper eod --resume goes on"
                        + " with it, ./vesper runs abandon 2018-04-11-001 closes it",
                refused.getMessage());
        assertEquals(List.of(first.id()), List.copyOf(memory.runs.keySet()));
        assertEquals(1, memory.rows().size());
    }

    @Test
    void aBrokenRunIsNotFinishedEither() {
        RunRecord first = desk.open(firm, DATE, 42, false, false);
        memory.status(first.id(), RunStatus.FAILED);
        assertThrows(Problem.class, () -> desk.open(firm, DATE, 42, false, false));
    }

    @Test
    void onceARunHasEndedUntradedTheNextTakesTheNextNumber() {
        for (RunStatus end : List.of(RunStatus.REFUSED, RunStatus.ABANDONED)) {
            memory.status(desk.open(firm, DATE, 42, false, false).id(), end);
        }
        assertEquals(RunId.of(DATE, 3), desk.open(firm, DATE, 42, false, false).id());
    }

    @Test
    void anotherDateAndAnotherFirmAreNotInTheWay() {
        memory.status(desk.open(firm, DATE, 42, false, false).id(), RunStatus.REFUSED);
        LocalDate next = DATE.plusDays(1);
        RunId following = desk.open(firm, next, 42, false, false).id();
        assertEquals(RunId.of(next, 1), following);
        memory.status(following, RunStatus.REFUSED);
        LocalDate third = DATE.plusDays(2);
        memory.open(third, "/firms/other", 1, false, EVENING);
        assertEquals(
                RunId.of(third, 2), desk.open(firm, third, 42, false, false).id());
    }

    /** An unreadable firm folder costs a number, never the day: the mended folder is the next run. */
    @Test
    void unusableInputsAbandonTheRunAndTheNextTakesTheNextNumber() {
        inputs.unusable = Optional.of(Problem.usage("Expected prices.csv, but the folder has none"));
        Problem unusable = assertThrows(Problem.class, () -> desk.open(firm, DATE, 42, false, false));
        assertEquals("Expected prices.csv, but the folder has none", unusable.getMessage());
        assertEquals(
                RunStatus.ABANDONED,
                memory.find(RunId.of(DATE, 1)).orElseThrow().status());
        assertEquals(List.of(), memory.rows());
        inputs.unusable = Optional.empty();
        assertEquals(RunId.of(DATE, 2), desk.open(firm, DATE, 42, false, false).id());
    }

    @Test
    void aResumeTellsTheAuditOnce() {
        RunRecord run = desk.open(firm, DATE, 42, false, false);
        desk.resume(run);
        desk.resume(run);
        assertEquals(1, memory.rows().size());
        assertEquals(List.of(run.id()), inputs.frozen());
    }

    @Test
    void aCrashBeforeTheInputsWereFrozenIsMadeGoodByTheResume() {
        RunRecord run = memory.open(DATE, folder, 42, false, EVENING);
        assertEquals(Optional.of(run), desk.unfinished(folder, DATE));
        desk.resume(run);
        assertEquals(List.of(run.id()), inputs.frozen());
        assertEquals(AuditAction.RUN_OPENED, memory.rows().getFirst().action());
    }

    @Test
    void nothingIsUnfinishedBeforeTheFirstRunAndAfterTheLast() {
        assertEquals(Optional.empty(), desk.unfinished(folder, DATE));
        memory.status(desk.open(firm, DATE, 42, false, false).id(), RunStatus.DONE);
        assertEquals(Optional.empty(), desk.unfinished(folder, DATE));
    }
}
