package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalVerdict;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.Told;
import dev.vesper.testing.TwoPeople;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of an approval: read as they were decided, or not at all. */
abstract class EventLogCases extends StoreCases {
    @Test
    void anApprovalIsItsEvents() {
        RunId run = approvedBy("ben");
        assertEquals(List.of(TwoPeople.proposed("anna"), TwoPeople.approved("ben")), events.read(stream(run)));
        assertEquals(List.of(), audit.verify());
        reopen();
        assertEquals(List.of(TwoPeople.proposed("anna"), TwoPeople.approved("ben")), events.read(stream(run)));
        assertEquals(List.of(), events.read(stream(new RunId("2018-04-12-001"))));
    }

    @Test
    void streamsThatBeginAlikeAreReadTogether() throws SQLException {
        RunId run = approvedBy("ben");
        List<Told<FourEyesEvent>> told = events.readAll(FourEyesEvent.class, "four-eyes/2018-");
        assertEquals(
                List.of(TwoPeople.proposed("anna"), TwoPeople.approved("ben")),
                told.stream().map(Told::event).toList());
        assertEquals(List.of("anna", "ben"), told.stream().map(Told::actor).toList());
        assertEquals(stream(run), told.getFirst().stream());
        for (String none : List.of("four_eyes/", "four-eyes/%", "four-eyes!", "eyes/", "four-eyes/2019")) {
            assertEquals(List.of(), events.readAll(FourEyesEvent.class, none), none);
        }
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        assertThrows(BrokenHistory.class, () -> events.readAll(FourEyesEvent.class, "four-eyes/"));
    }

    @Test
    void eventsDecidedOnAnOldLengthAreNotStoredNorTheirAnswer() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        Append<FourEyesEvent> late = new Append<>(stream(run), 1, List.of(TwoPeople.approved("ben")));
        assertFalse(
                tasks.decide(asked(run, TaskKind.APPROVE_TRADES), Answer.APPROVE, "ben", Sample.NOON, "", false, late));
        assertTrue(tasks.find(run + "/approve-trades").orElseThrow().open());
        assertEquals(List.of(), events.read(stream(run)));
        assertEquals(List.of(), audit.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update event set body = '{\"checker\":\"carl\"}' where sequence = 2 | 2",
                "update event set actor = 'mallory' where sequence = 1 | 1",
                "update event set kind = 'rejected' where sequence = 2 | 2",
                "update event set version = 7 where sequence = 1 | 1",
                "update event set at = timestamp with time zone '2018-04-11 12:00:00.123457+00:00' where sequence = 2 | 2",
                "update event set sequence = 7 where sequence = 2 | 2",
                "delete from event where sequence = 1 | 1",
                "delete from event where sequence = 2 | 2",
                "delete from event | 1",
                "update event set stream = 'four-eyes/2018-04-11-002' | 1",
                "update audit_row set stream_length = 1 where sequence = 2 | 2",
                "update audit_row set events_hash = null, stream = null, stream_length = null where sequence = 2 | 2"
            })
    void aForgedEventIsFoundByTheAuditAndByWhoReadsIt(String forgery, long row) throws SQLException {
        RunId run = approvedBy("ben");
        sql(dropTrigger("event"));
        sql(dropTrigger("audit_row"));
        sql(forgery);
        assertNamed(row);
        assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
    }

    @Test
    void swappedEventsAreFound() throws SQLException {
        RunId run = approvedBy("ben");
        sql(dropTrigger("event"));
        sql("update event set sequence = 99 where sequence = 1");
        sql("update event set sequence = 1 where sequence = 2");
        sql("update event set sequence = 2 where sequence = 99");
        assertNamed(1);
        assertNamed(2);
        assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
    }

    @Test
    void anInsertedEventIsFound() throws SQLException {
        RunId run = open(false).id();
        sql("insert into event (stream, sequence, kind, version, body, at, actor) values ('" + stream(run)
                + "', 1, 'proposed', 1, '{\"maker\":\"mallory\"}',"
                + " timestamp with time zone '2018-04-11 12:00:00+00:00', 'mallory')");
        BrokenHistory broken = assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
        assertTrue(
                broken.getMessage().contains("event 1 of four-eyes/2018-04-11-001 was inserted"), broken::getMessage);
        assertEquals(1, audit.verify().size());
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEvent() throws SQLException {
        approvedBy("ben");
        SQLException refused =
                assertThrows(SQLException.class, () -> sql("update event set actor = 'mallory' where sequence = 1"));
        assertTrue(refused.getMessage().contains("event is append-only"), refused::getMessage);
        assertThrows(SQLException.class, () -> sql("delete from event where sequence = 2"));
    }

    /** Settling reads the events: with the newest gone, nothing is approved, and the audit says why. */
    @Test
    void withItsNewestEventDeletedAnApprovalIsNotSettled() throws SQLException {
        RunId run = approvedBy("ben");
        SettleApproval settle = new SettleApproval(events, runs, audit, java.time.InstantSource.fixed(Sample.NOON));
        assertEquals(ApprovalVerdict.APPROVED, settle.run(run).verdict());
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        Problem refused = assertThrows(Problem.class, () -> settle.run(run));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("event 2 of four-eyes/" + run + " is missing"), refused::getMessage);
        assertEquals(AuditAction.FOUR_EYES_VIOLATED, audit.rows().getLast().action());
    }
}
