package dev.vesper.execution.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Place;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.analysis.WorkedFill;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.RealisedVolatility;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TickColumns;
import dev.vesper.market.ticks.Trades;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PastOrderTest {
    private static final Span SESSION = new Span(0, 3_600_000);
    private final TickColumns quotes = new TickColumns(Quotes.COLUMNS);

    private void quote(long millis, long bid, long ask) {
        quotes.row(millis);
        quotes.put(1, bid);
        quotes.put(3, ask);
    }

    private MarketDay market() {
        return new MarketDay(
                Trades.of(new TickColumns(Trades.COLUMNS)), BestQuotes.of(Quotes.of(quotes)), SESSION, 1_000);
    }

    private Optional<PastOrder> sold(long filled) {
        WorkedOrder order = new WorkedOrder(
                Place.of("orders.csv", 2),
                "A1",
                "FUND",
                "ABC",
                Side.SELL,
                BigDecimal.valueOf(1_000),
                new Span(1_000, 9_000),
                "vwap",
                new BigDecimal("60"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        WorkedFill fill = new WorkedFill(
                Place.of("fills.csv", 2),
                "A1",
                5_000,
                new BigDecimal("49.90"),
                BigDecimal.valueOf(filled),
                "LIT",
                BigDecimal.TEN,
                "");
        return PastOrder.of(OrderCost.of(order, List.of(fill), market()), market(), 0.02, 100_000);
    }

    /** Sold at 49.90 of an arrival of 50.00: 20 bps; of 600 so and 400 left at 49.50: 0.6 of 20 and 0.4 of 100 bps. */
    @Test
    void whatIsLeftIsMarkedWhereItWasGivenUp() {
        quote(500, 499_900, 500_100);
        quote(8_000, 494_900, 495_100);
        PastOrder done = sold(1_000).orElseThrow();
        assertEquals(20, done.costBps(), 1e-9);
        assertFalse(done.atLeast());
        assertEquals(4, done.order().spreadBps(), 1e-9);
        PastOrder left = sold(600).orElseThrow();
        assertEquals(0.6 * 20 + 0.4 * 100, left.costBps(), 1e-9);
        assertTrue(left.atLeast());
    }

    @Test
    void whoArrivedWithoutQuotesIsNotCompared() {
        quote(2_000, 499_900, 500_100);
        assertEquals(Optional.empty(), sold(1_000));
    }

    /** Eleven returns of one percent up and down by turns: the root of eleven times ln(1.01) squared. */
    @Test
    void theVolatilityOfADayIsThatOfItsFiveMinutes() {
        for (int i = 0; i <= 11; i++) {
            long mid = i % 2 == 0 ? 1_000_000 : 1_010_000;
            quote(i * 300_000L + 1, mid - 100, mid + 100);
        }
        BestQuotes best = BestQuotes.of(Quotes.of(quotes));
        assertEquals(
                Math.sqrt(11) * Math.log(1.01),
                RealisedVolatility.of(best, SESSION).orElseThrow(),
                1e-12);
        assertEquals(OptionalDouble.empty(), RealisedVolatility.of(best, new Span(0, 1_800_000)));
    }
}
