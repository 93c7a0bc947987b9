package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.OrdStatus;
import quickfix.field.TransactTime;
import quickfix.fix44.ExecutionReport;

class WorkingOrderTest {
    private static final VenueTimes TIMES =
            new VenueTimes(TradingDay.DATE, Set.of(), _ -> ZoneOffset.UTC, () -> Instant.EPOCH);

    private final WorkingOrder order = new WorkingOrder(new ChildOrder(
            "A", "P", 0, "LIT", "IBM", Side.BUY, BigDecimal.TEN, BigDecimal.TEN, 34_200_000, 36_000_000));

    @Test
    void aFillToldTwiceIsOneFill() throws Exception {
        order.report(report(OrdStatus.PARTIALLY_FILLED, "A/1", 4, 4), TIMES);
        order.report(report(OrdStatus.PARTIALLY_FILLED, "A/1", 4, 4), TIMES);
        order.report(report(OrdStatus.CANCELED, "A/C", 0, 4), TIMES);
        assertTrue(order.ended());
        assertEquals(1, order.fills().size());
        assertEquals(BigDecimal.valueOf(4), order.outcome().filled());
    }

    @Test
    void anEndWithAFillWeNeverHeardOfIsNotTheEnd() throws Exception {
        order.report(report(OrdStatus.CANCELED, "A/C", 0, 4), TIMES);
        assertFalse(order.ended());
        assertTrue(order.cancelAnswered());
        order.report(report(OrdStatus.PARTIALLY_FILLED, "A/1", 4, 4), TIMES);
        order.report(report(OrdStatus.CANCELED, "A/C", 0, 4), TIMES);
        assertTrue(order.ended());
        assertEquals(1, order.fills().size());
    }

    private static Message report(char status, String id, long filled, long cumulative) {
        var report = new ExecutionReport();
        report.setString(ClOrdID.FIELD, "A");
        report.setString(ExecID.FIELD, id);
        report.setChar(OrdStatus.FIELD, status);
        if (filled > 0) {
            FixFields.decimal(report, LastQty.FIELD, BigDecimal.valueOf(filled));
            FixFields.decimal(report, LastPx.FIELD, BigDecimal.TEN);
        }
        FixFields.decimal(report, CumQty.FIELD, BigDecimal.valueOf(cumulative));
        FixFields.time(report, TransactTime.FIELD, TradingDay.DATE, 34_300_000);
        return report;
    }
}
