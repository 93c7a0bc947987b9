package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.repair.replay.ReplayStore;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunSum;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.testing.SliceSaves;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run takes the place of another one: in one transaction, once, and both say so, or it is found. */
abstract class ReplayStoreCases extends StoreCases {
    private static final StreamId<ReplayEvent> STREAM = new StreamId<>(ReplayEvent.class, "replayed-days");
    private static final RowSum INPUTS =
            new RowSum(2, "7e84cbf4a6192588d61f33c5db6fe21d78f7fecd37ff6c3a363df50b6f81df92");

    private ReplayStore replays;
    private RunRecord old;

    @BeforeEach
    void aRunWaitsAndSomebodyAsked() {
        replays = new HibernateReplayStore(audit);
        old = open(false);
        opened(old, List.of(new RunEvent.Opened(RunSum.of(old), INPUTS)));
        runs.status(old.id(), RunStatus.WAITING);
        audit.append(
                Sample.NOON,
                "anna",
                AuditAction.REPLAY_ASKED,
                old.id().value(),
                "rebalance: the limit was wrong",
                false,
                new Append<>(
                        STREAM,
                        0,
                        List.of(new ReplayEvent.Asked(
                                old.id().value(), 1, ReplayFrom.REBALANCE, "ab12", "anna", "the limit was wrong"))));
    }

    private void opened(RunRecord run, List<RunEvent> events) {
        audit.append(
                Sample.NOON,
                "vesper",
                AuditAction.RUN_OPENED,
                run.id().value(),
                "business date " + run.date() + ", seed " + run.seed(),
                run.rehearsal(),
                new Append<>(RunEvent.stream(run.id()), 0, events));
    }

    private RunRecord supersede(String by) {
        return replays.supersede(
                old,
                ReplayFrom.REBALANCE,
                Sample.NOON,
                by,
                "the limit was wrong",
                new Append<>(STREAM, 1, List.of(new ReplayEvent.Agreed(old.id().value(), 1, by, ""))));
    }

    private RunRecord replayed() {
        RunRecord next = supersede("ben");
        opened(
                next,
                List.of(
                        new RunEvent.Opened(RunSum.of(next), INPUTS),
                        new RunEvent.Supersedes(old.id().value(), ReplayFrom.REBALANCE)));
        return next;
    }

    /** Whatever comes after the transaction, a crash too: the new run is open, and the old one closed for good. */
    @Test
    void theOldRunIsClosedAndTheNewOneOpenedAtOnce() {
        RunRecord next = supersede("ben");
        reopen();
        assertEquals(new RunId("2018-04-11-002"), next.id());
        assertEquals(Optional.of(next), runs.find(next.id()));
        assertEquals(old.id(), next.supersedes());
        assertEquals(RunStatus.RUNNING, next.status());
        runs.status(old.id(), RunStatus.RUNNING);
        assertEquals(Optional.of(old.superseded(next.id())), runs.find(old.id()), "who comes late changes nothing");
        assertEquals(
                List.of("replay-asked anna", "replay-agreed ben", "run-superseded ben"),
                audit.rows(old.id()).stream()
                        .skip(1)
                        .map(row -> row.action().word() + " " + row.actor())
                        .toList());
        assertEquals(
                new RunEvent.Superseded(next.id().value(), ReplayFrom.REBALANCE),
                events.read(RunEvent.stream(old.id())).getLast());
        assertEquals(List.of(), audit.verify(), "before the new run has begun");
        opened(
                next,
                List.of(
                        new RunEvent.Opened(RunSum.of(next), INPUTS),
                        new RunEvent.Supersedes(old.id().value(), ReplayFrom.REBALANCE)));
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void ofManyWhoAgreeAtOnceOneIsTheSecondPerson() throws Exception {
        List<Boolean> agreed = atOnce(8, () -> {
            try {
                supersede("ben");
                return true;
            } catch (Problem late) {
                assertEquals(Problem.Kind.REFUSED, late.kind());
                return false;
            }
        });
        assertEquals(1, agreed.stream().filter(yes -> yes).count(), agreed::toString);
        assertEquals(2, runs.recent(9).size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void aDayThatIsOpenedMeanwhileHasANumberOfItsOwn() {
        assertEquals(new RunId("2018-04-11-002"), open(true).id());
        assertEquals(new RunId("2018-04-11-003"), supersede("ben").id());
        assertEquals(new RunId("2018-04-11-004"), open(true).id());
    }

    @ParameterizedTest
    @CsvSource({"RUNNING", "DONE", "REFUSED", "ABANDONED"})
    void aRunThatGoesOnOrHasEndedIsLeftAlone(RunStatus status) {
        runs.status(old.id(), status);
        leftAlone("it has gone on or ended");
    }

    @Test
    void aRunThatSentAChildOrderIsLeftAlone() {
        SliceSaves.send(orders, old.id(), 0, Sample.children(old.id(), 0, 1));
        leftAlone("child orders have left");
    }

    private void leftAlone(String why) {
        RunRecord before = runs.find(old.id()).orElseThrow();
        List<AuditLog.Row> rows = audit.rows();
        Problem refused = assertThrows(Problem.class, () -> supersede("ben"));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(Optional.of(before), runs.find(old.id()));
        assertNull(before.supersededBy());
        assertEquals(1, runs.recent(9).size());
        assertEquals(rows, audit.rows());
        assertEquals(1, events.read(STREAM).size());
    }

    /** Both rows and both streams say the same: whichever is edited, it is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update run set superseded_by = null where number = 1 | its row says that it was superseded by none",
                "update run set superseded_by = '2018-04-11-003' where number = 1 | superseded by 2018-04-11-003",
                "update run set supersedes = null, replayed_from = null where number = 2 | its row says that it supersedes none",
                "update run set supersedes = '2018-04-10-001' where number = 2 | its row says that it supersedes 2018-04-10-001",
                "update run set replayed_from = 'CHECK_DATA' where number = 2 | was altered",
                "update run set status = 'WAITING' where number = 1 | went on after 2018-04-11-002 had taken its place",
                "delete from run where number = 2 | that one does not say so",
            })
    void anEditedRowIsNamedFromBothSides(String edit, String named) throws SQLException {
        replayed();
        assertEquals(List.of(), audit.verify());
        sql(edit);
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(fault -> fault.message().contains(named)), faults::toString);
    }

    @Test
    void filesThatAreNotThoseOfTheOldRunAreNamed() {
        RunRecord next = supersede("ben");
        opened(
                next,
                List.of(
                        new RunEvent.Opened(RunSum.of(next), new RowSum(2, "00")),
                        new RunEvent.Supersedes(old.id().value(), ReplayFrom.REBALANCE)));
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(
                faults.stream().anyMatch(fault -> fault.message().contains("are not those of 2018-04-11-001")),
                faults::toString);
    }

    @Test
    void oneWhoAgreesWithHerselfIsNamed() {
        supersede("Anna");
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(
                faults.stream().anyMatch(fault -> fault.message().contains("no audit rows say that two people agreed")),
                faults::toString);
    }
}
