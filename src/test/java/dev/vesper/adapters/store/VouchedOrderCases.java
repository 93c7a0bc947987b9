package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunSum;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.slice.LessenedOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.state.Execution;
import dev.vesper.testing.SliceSaves;
import dev.vesper.testing.TwoPeople;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vouches for children and fills: whoever alters, deletes or inserts a row is found. */
abstract class VouchedOrderCases extends StoreCases {
    @Test
    void theEndOfTheExecutionIsVouchedForOnce() {
        RunId run = worked(decided(open(false)), 0, 3);
        assertEquals(List.of(), audit.verify(), "before its end the links hold the stream together");
        orders.vouch(run, Sample.NOON, "3 children", true);
        orders.vouch(run, Sample.NOON, "3 children", true);
        assertEquals(1, audit.rows().size());
        assertEquals(AuditAction.ORDERS_EXECUTED, audit.rows().getFirst().action());
        assertTrue(audit.rows().getFirst().rehearsal());
        assertEquals(2, orders.history(run).size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void aRunWithoutSlicesIsNotVouchedFor() {
        orders.vouch(open(false).id(), Sample.NOON, "nothing", false);
        assertEquals(List.of(), audit.rows());
    }

    @ParameterizedTest
    @CsvSource({
        "update fill set price = price + 0.01 where execution_id = 'E1', fills of slice 1, altered",
        "update fill set account = 'ACC2' where execution_id = 'E1', fills of slice 1, altered",
        "delete from fill where execution_id = 'E1', fills of slice 1, deleted",
        "update child_outcome set filled = 99 where client_order_id like '%-1-1', outcomes of slice 1, altered",
        "delete from child_outcome where client_order_id like '%-1-1', outcomes of slice 1, deleted",
        "update child_order set limit_price = 1 where client_order_id like '%-1-2', children of slice 1, altered",
        "update child_order set position = 99 where client_order_id like '%-1-3', children of slice 1, altered",
        "update child_order set slice = 2 where client_order_id like '%-1-2', children of slice 1, deleted",
    })
    void anAlteredRowIsFound(String change, String what, String how) throws SQLException {
        RunId run = worked(worked(decided(open(false)), 0, 3), 1, 3);
        sql(change);
        String message = "the " + what + " of orders/" + run + " were " + how;
        assertFound(message);
        orders.vouch(run, Sample.NOON, "6 children", false);
        assertFound(message);
    }

    /** A run of one slice, of whose fill E0 a venue told late: another fill, which it corrected, and that E0 is busted. */
    private RunId amended(boolean over) {
        RunId run = worked(decided(open(false)), 0, 3);
        if (over) {
            orders.vouch(run, Sample.NOON, "3 children", false);
        }
        ChildOrder child = Sample.children(run, 0, 3).getFirst();
        SliceSaves.amend(orders, run, child, "ACC1", new LateReport.LateFill(told("L1", "30")));
        SliceSaves.amend(orders, run, child, "ACC1", new LateReport.Correction("L1", told("L2", "35")));
        SliceSaves.amend(orders, run, child, "ACC1", new LateReport.Bust("E0", "E0.x"));
        return run;
    }

    private static Execution told(String id, String quantity) {
        return new Execution(id, Sample.n(quantity), Sample.n("150.30"), Sample.n("0.2"), 36_000_100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatVenuesTellLaterIsStoredWithItsAuditRows(boolean over) throws SQLException {
        RunId run = amended(over);
        assertEquals(
                List.of("L2 35"),
                orders.fills(run).stream()
                        .map(fill -> fill.executionId() + " " + fill.quantity())
                        .toList());
        assertEquals(
                List.of("E0"),
                orders.booked(run).stream().map(Fill::executionId).toList());
        assertEquals(new OrderCounts(3, 3, 1, 0, 0, 3), orders.counts(run));
        assertEquals(Set.of(run), orders.amended());
        assertEquals(
                List.of("L2"),
                orders.worked(run, run + "-0002", 0, 1).getFirst().fills().stream()
                        .map(Fill::executionId)
                        .toList());
        assertEquals(
                List.of("35.000000 150.300000"),
                store.query("select filled || ' ' || average_price from order_result where filled > 0 and run_id = '"
                        + run + "'"));
        assertEquals(
                List.of(AuditAction.LATE_FILL_BOOKED, AuditAction.FILL_CORRECTED, AuditAction.FILL_BUSTED),
                audit.rows().stream()
                        .map(AuditLog.Row::action)
                        .filter(action -> action != AuditAction.ORDERS_EXECUTED)
                        .toList());
        assertEquals(List.of(), audit.verify());
        List<ChildOrder> next = Sample.children(run, 1, 1);
        if (!over) { // the day goes on, and its end vouches for all of it
            SliceSaves.send(orders, run, 1, next);
            assertEquals(List.of(), audit.verify());
            orders.vouch(run, Sample.NOON, "4 children", false);
        }
        assertEquals(List.of(), audit.verify());
        orders.lateDenied(run, Sample.NOON, "no such fill");
        orders.lateDenied(run, Sample.NOON, "no such fill");
        assertEquals(
                1,
                audit.rows().stream()
                        .filter(row -> row.action() == AuditAction.LATE_REPORT_DENIED)
                        .count());
    }

    @Test
    void anAmendmentIsStoredOnce() {
        RunId run = worked(decided(open(false)), 0, 3);
        ChildOrder child = Sample.children(run, 0, 3).getFirst();
        Append<SliceEvent> bust = SliceSaves.amend(orders, run, child, "ACC1", new LateReport.Bust("E0", "E0.x"));
        orders.amend(run, bust, Sample.NOON, "again, after a crash");
        assertEquals(1, audit.rows().size());
        assertEquals(3, orders.history(run).size());
        assertEquals(List.of(), audit.verify());
    }

    @ParameterizedTest
    @CsvSource({
        "update fill_amendment set price = 1 where execution_id = 'L2', the amendment of event 4, altered",
        "update fill_amendment set replaced = 'E7' where kind = 'BUST', the amendment of event 5, altered",
        "delete from fill_amendment where kind = 'BUST', the amendment of event 5, deleted",
        "insert into fill_amendment select run_id; 2; kind; slice; replaced; venue; 'E0.y'; client_order_id; parent_id; account;"
                + " symbol; side; quantity; price; fee; millis; trade_date from fill_amendment where kind = 'BUST',"
                + " the amendment 2, inserted",
        "delete from fill where execution_id = 'E0', the fills of slice 0, deleted",
    })
    void anAlteredAmendmentIsFound(String change, String what, String how) throws SQLException {
        RunId run = amended(true);
        sql(change.replace(';', ','));
        assertFound(what + " of orders/" + run + " w" + (what.endsWith("s of slice 0") ? "ere " : "as ") + how);
    }

    @Test
    void anAmendmentWithoutItsAuditRowIsFound() throws SQLException {
        RunId run = amended(false);
        sql(dropTrigger("audit_row"));
        sql("update audit_row set action = 'files-changed' where action = 'fill-busted'");
        assertFound("orders/" + run + " has 1 events of fill-busted, but the audit has 0 rows of them");
    }

    @Test
    void aDeletedChildIsFound() throws SQLException {
        RunId run = decided(open(false));
        SliceSaves.send(orders, run, 0, Sample.children(run, 0, 3));
        sql("delete from child_order where client_order_id like '%-0-2'");
        assertFound("the children of slice 0 of orders/" + run + " were deleted: 3 were stored, but 2 are there");
    }

    @Test
    void anInsertedFillIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql("insert into fill select run_id, venue, 'E99', client_order_id, parent_id, account, symbol, side, quantity,"
                + " price, fee, millis, trade_date from fill where execution_id = 'E0'");
        assertFound("the fills of slice 0 of orders/" + run + " were inserted: 1 were stored, but 2 are there");
    }

    @Test
    void anInsertedSliceIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql(
                "insert into child_order select run_id, client_order_id || 'x', 99, parent_id, 7, venue, symbol, side,"
                        + " quantity, limit_price, sent_millis, expire_millis, session_date, minimum_fill from child_order where position = 0");
        assertFound("the children of slice 7 of orders/" + run + " were inserted: no event vouches for them");
    }

    @Test
    void aDeletedEventOfOrdersIsFound() throws SQLException {
        RunId run = worked(worked(decided(open(false)), 0, 3), 1, 3);
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        assertFound("the events of orders/" + run + " cannot have happened so");
        assertThrows(BrokenHistory.class, () -> orders.vouch(run, Sample.NOON, "", false));
        assertEquals(List.of(), audit.rows());
    }

    @Test
    void theNewestEventOfOrdersDeletedIsFoundByItsRows() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        assertFound("the fills of slice 0 of orders/" + run + " were inserted");
    }

    @Test
    void anEventDeletedOrAddedAfterTheEndIsFoundByTheAuditRow() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        orders.vouch(run, Sample.NOON, "3 children", false);
        SliceSaves.send(orders, run, 1, List.of());
        assertFound("event 3 of orders/" + run + " was inserted");
        sql(dropTrigger("event"));
        sql("delete from event where sequence >= 2");
        assertFound("event 2 of orders/" + run + " is missing");
        assertThrows(BrokenHistory.class, () -> orders.history(run));
    }

    @Test
    void anAlteredEventOfOrdersIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql(dropTrigger("event"));
        sql("update event set body = replace(body, '\"rows\":3', '\"rows\":4') where sequence = 1");
        assertFound("the events of orders/" + run + " cannot have happened so");
    }

    @Test
    void whatWasLeftOfOrdersIsKeptWithTheSliceAndVouchedFor() throws SQLException {
        RunId run = decided(open(false));
        Append<SliceEvent> saved = SliceSaves.lessen(
                orders,
                run,
                0,
                List.of(new LessenedOrder("P1", Sample.n("150.50"), "a list, changed: \"S00\" is on it")),
                Sample.children(run, 0, 3));
        assertEquals(saved.events(), orders.history(run));
        assertEquals(List.of(), audit.verify());
        sql(dropTrigger("event"));
        sql("update event set body = replace(body, '150.5', '950.5') where sequence = 1");
        assertFound("the events of orders/" + run + " cannot have happened so");
    }

    @Test
    void aStreamThatNoRunIsCalledIsFound() throws SQLException {
        sql(
                "insert into event (stream, sequence, kind, version, body, at, actor) values ('orders/mine', 1, 'slice-sent',"
                        + " 1, '{}', timestamp with time zone '2018-04-11 12:00:00+00:00', 'mallory')");
        assertFound("the stream orders/mine was inserted");
    }

    /** A child of an order that the maker left out; of the other order's nobody says anything. */
    @Test
    void aChildOfAnOrderThatWasLeftOutIsFound() {
        RunId run = approvedWithout("-0002");
        SliceSaves.send(orders, run, 0, Sample.children(run, 0, 1));
        assertFound("children of " + run + "-0002 were sent, but anna left it out of what was approved");
        assertEquals(
                List.of(AuditAction.ORDER_LEFT_OUT),
                audit.verify().stream()
                        .map(fault ->
                                audit.rows().get((int) fault.sequence() - 1).action())
                        .toList());
    }

    @Test
    void childrenOfTheOrdersThatWereNotLeftOutAreNoFault() {
        RunId run = approvedWithout("-0001");
        SliceSaves.send(orders, run, 0, Sample.children(run, 0, 1));
        assertEquals(List.of(), audit.verify());
    }

    /** A run whose trades anna proposed without one order, and ben approved. */
    private RunId approvedWithout(String order) {
        RunRecord opened = open(false);
        RunId run = opened.id();
        audit.append(
                Sample.NOON,
                "anna",
                AuditAction.RUN_OPENED,
                run.value(),
                "",
                false,
                new Append<>(
                        RunEvent.stream(run),
                        0,
                        List.of(new RunEvent.Opened(RunSum.of(opened), new RowSum(1, "a".repeat(64))))));
        decided(opened);
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        String rest = "b".repeat(64);
        assertTrue(tasks.decide(
                asked(run, TaskKind.PROPOSE_TRADES),
                Answer.APPROVE,
                "anna",
                Sample.NOON,
                "",
                false,
                new Append<>(
                        stream(run),
                        0,
                        List.of(
                                TwoPeople.proposed("anna"),
                                new FourEyesEvent.LeftOut(0, "anna", List.of(run + order), "too dear", rest)))));
        assertTrue(tasks.decide(
                asked(run, TaskKind.APPROVE_TRADES),
                Answer.APPROVE,
                "ben",
                Sample.NOON,
                "",
                false,
                new Append<>(stream(run), 2, List.of(TwoPeople.approved("ben", rest)))));
        return run;
    }

    private void assertFound(String message) {
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(fault -> fault.message().startsWith(message)), faults::toString);
    }
}
