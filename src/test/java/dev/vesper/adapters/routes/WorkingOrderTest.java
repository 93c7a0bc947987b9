package dev.vesper.adapters.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.VenueReport;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quickfix.Message;

class WorkingOrderTest {
    private final WorkingOrder order = new WorkingOrder(new ChildOrder(
            "A", "P", 0, "LIT", "IBM", Side.BUY, BigDecimal.TEN, BigDecimal.TEN, 34_200_000, 36_000_000));

    @Test
    void aFillToldTwiceIsOneFill() throws Exception {
        order.report(report(VenueReport.Event.PARTLY_FILLED, "A/1", 4, 4));
        order.report(report(VenueReport.Event.PARTLY_FILLED, "A/1", 4, 4));
        order.report(report(VenueReport.Event.CANCELLED, "A/C", 0, 4));
        assertTrue(order.ended());
        assertEquals(1, order.fills().size());
        assertEquals(BigDecimal.valueOf(4), order.outcome().filled());
    }

    @Test
    void anEndWithAFillWeNeverHeardOfIsNotTheEnd() throws Exception {
        order.report(report(VenueReport.Event.CANCELLED, "A/C", 0, 4));
        assertFalse(order.ended());
        assertTrue(order.cancelAnswered());
        order.forget();
        order.report(report(VenueReport.Event.PARTLY_FILLED, "A/1", 4, 4));
        order.report(report(VenueReport.Event.CANCELLED, "A/C", 0, 4));
        assertTrue(order.ended());
        assertEquals(1, order.fills().size());
    }

    private static Message report(VenueReport.Event event, String id, long filled, long cumulative) {
        return new VenueMessages(TradingDay.DATE)
                .message(new VenueReport.Execution(
                        event,
                        id,
                        "A",
                        "IBM",
                        Side.BUY,
                        BigDecimal.TEN,
                        BigDecimal.valueOf(filled),
                        BigDecimal.TEN,
                        new BigDecimal("0.003"),
                        BigDecimal.valueOf(cumulative),
                        BigDecimal.valueOf(10 - cumulative),
                        BigDecimal.TEN,
                        34_300_000,
                        ""));
    }
}
