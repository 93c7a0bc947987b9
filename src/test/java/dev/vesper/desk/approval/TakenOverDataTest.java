package dev.vesper.desk.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.rows.RowState;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.SmallFirm;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that replays another one from a later stage has its files and its data, by the same sums, or nothing. */
class TakenOverDataTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private static final RowChange RELEASED =
            new RowChange("prices", "prices.csv", 3, 3, "", RowAct.RELEASE, List.of(new RowCell("close", "1", "1")));

    private final Memory memory = new Memory();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());
    private final OpenRun opens = new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock);
    private final CheckedData data = new CheckedData(
            memory, memory.proposalStore, memory, memory.taskStore, lake, inputs, memory.eventLog, memory, clock);
    private final VouchData stage =
            new VouchData(new CheckData(memory, memory, inputs::firm, lake, lake, ZoneOffset.UTC), memory, data);
    private RunRecord old;

    @BeforeEach
    void aRunWhoseDataWasChecked() {
        old = opens.open(SmallFirm.firm(), SmallFirm.DATE, 42, false, false);
        stage.run(old.id());
        memory.status(old.id(), RunStatus.WAITING);
    }

    /** As two people agreed; then Vesper was killed. */
    private RunRecord superseded(ReplayFrom from) {
        return memory.supersede(
                memory.find(old.id()).orElseThrow(),
                from,
                NOON.plusSeconds(86_400),
                "Ben",
                "the limit was wrong",
                new Append<>(
                        new StreamId<>(ReplayEvent.class, "replayed-days"),
                        0,
                        List.of(new ReplayEvent.Agreed(old.id().value(), 1, "Ben", ""))));
    }

    private RunRecord begun(ReplayFrom from) {
        RunRecord next = superseded(from);
        opens.resume(next);
        return next;
    }

    private RowState recorded(RunId run) {
        return CheckedData.recorded(memory.eventLog, run);
    }

    @Test
    void filesAndVerdictAreTheOldOnesByTheSameSums() {
        inputs.folder = null; // whatever the firm's folder holds by now
        RunRecord next = begun(ReplayFrom.REBALANCE);
        List<RunId> takenIn = List.copyOf(lake.takenIn);
        CheckData.Result result = (CheckData.Result) stage.run(next.id());
        assertEquals(takenIn, lake.takenIn, "nothing is checked again");
        DataCheck check = memory.data(old.id()).orElseThrow();
        assertEquals(Optional.of(check), memory.data(next.id()));
        assertEquals(check.rows(), result.rows());
        assertEquals(inputs.sum(old.id()), inputs.sum(next.id()));
        assertEquals(recorded(old.id()).check(), recorded(next.id()).check());
        assertEquals(recorded(old.id()).prices(), recorded(next.id()).prices());
        assertEquals(
                lake.snapshot(old.id(), "prices"), lake.snapshot(next.id(), "prices"), "the tag of the new run has it");
        assertTrue(
                memory.rows(next.id()).getLast().detail().endsWith(", taken over from " + old.id()),
                memory.rows(next.id())::toString);
        data.mustStand(next);
    }

    @Test
    void killedBeforeItBeganItBeginsWhenItIsResumedAndOnce() {
        RunRecord next = superseded(ReplayFrom.REBALANCE);
        assertEquals(List.of(), memory.rows(next.id()), "as the crash left it");
        for (int start = 0; start < 2; start++) {
            opens.resume(memory.find(next.id()).orElseThrow());
            stage.run(next.id());
        }
        assertEquals(
                List.of("run-opened", "data-checked"),
                memory.rows(next.id()).stream().map(row -> row.action().word()).toList());
        List<RunEvent> told = memory.eventLog.read(RunEvent.stream(next.id()));
        assertEquals(2, told.size());
        assertEquals(new RunEvent.Supersedes(old.id().value(), ReplayFrom.REBALANCE), told.getLast());
        assertTrue(
                memory.rows(next.id()).getFirst().detail().endsWith("replays 2018-04-11-001 from rebalance"),
                memory.rows(next.id())::toString);
    }

    @Test
    void fromCheckDataEverythingIsReadAnew() {
        int before = lake.takenIn.size();
        RunRecord next = begun(ReplayFrom.CHECK_DATA);
        stage.run(next.id());
        assertEquals(before + 1, lake.takenIn.size());
        assertTrue(!memory.rows(next.id()).getLast().detail().contains("taken over"), memory.rows(next.id())::toString);
    }

    @Test
    void dataThatWasAlteredIsNotTakenOver() {
        assertEquals(Optional.empty(), data.kept(old));
        DataCheck check = memory.data(old.id()).orElseThrow();
        RunRecord next = begun(ReplayFrom.REBALANCE);
        memory.data.put(
                old.id(),
                new DataCheck(check.snapshot(), 1, 0, check.firstDate(), check.lastDate(), List.of(), false, ""));
        refused(next, "the verdict on its data was altered since it was checked");
    }

    @Test
    void filesThatWereAlteredAreNotTakenOver() {
        inputs.edits++;
        assertEquals(Optional.of("its frozen files were altered since it was opened"), data.kept(old));
        refused(begun(ReplayFrom.REBALANCE), "its frozen files were altered since it was opened");
    }

    @Test
    void rowsThatTwoPeopleDecidedHoldForTheirRunAlone() {
        RowState state = recorded(old.id());
        memory.append(
                NOON,
                "Ben",
                AuditAction.ROWS_AGREED,
                old.id().value(),
                "",
                false,
                new Append<>(
                        CheckedData.stream(old.id()),
                        1,
                        List.of(
                                new DataEvent.RowsAsked(1, List.of(RELEASED), "", "Anna", "it is right"),
                                new DataEvent.RowsAgreed(1, "Ben", "", state.check(), state.prices()))));
        assertEquals(
                Optional.of("two people decided rows of its data, which holds for that run alone"), data.kept(old));
        refused(begun(ReplayFrom.REBALANCE), "two people decided rows");
    }

    private void refused(RunRecord next, String why) {
        Problem refused = assertThrows(Problem.class, () -> stage.run(next.id()));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(
                refused.getMessage().contains("it was to be that of 2018-04-11-001, but " + why), refused.getMessage());
        assertEquals(Optional.empty(), memory.data(next.id()));
        assertEquals(AuditAction.DATA_ALTERED, memory.rows(next.id()).getLast().action());
    }
}
