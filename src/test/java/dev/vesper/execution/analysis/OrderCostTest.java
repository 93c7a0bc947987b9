package dev.vesper.execution.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.basics.Place;
import dev.vesper.execution.analysis.Mark.From;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TickColumns;
import dev.vesper.market.ticks.Trades;
import dev.vesper.orders.Side;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderCostTest {
    private static final Span WINDOW = new Span(1_000, 9_000);
    private static final Span SESSION = new Span(0, 100_000);

    private final TickColumns trades = new TickColumns(Trades.COLUMNS);
    private final TickColumns quotes = new TickColumns(Quotes.COLUMNS);

    private void trade(long millis, String price, long size, long conditions) {
        trades.row(millis);
        trades.put(1, e4(price));
        trades.put(2, size);
        trades.put(4, conditions);
    }

    private void mid(long millis, String price) {
        quotes.row(millis);
        quotes.put(1, e4(price) - 100);
        quotes.put(3, e4(price) + 100);
    }

    private MarketDay market() {
        return new MarketDay(Trades.of(trades), BestQuotes.of(Quotes.of(quotes)), SESSION, 1_000);
    }

    private static long e4(String price) {
        return new BigDecimal(price).movePointRight(4).longValueExact();
    }

    private static WorkedOrder order(Side side, long quantity, String decision) {
        return new WorkedOrder(
                Place.of("orders.csv", 2),
                "A1",
                "FUND",
                "ABC",
                side,
                BigDecimal.valueOf(quantity),
                WINDOW,
                "vwap",
                new BigDecimal(decision),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static WorkedFill fill(long millis, String price, long quantity, String venue, String fee) {
        return new WorkedFill(
                Place.of("fills.csv", 2),
                "A1",
                millis,
                new BigDecimal(price),
                BigDecimal.valueOf(quantity),
                venue,
                new BigDecimal(fee),
                "");
    }

    private static void same(String expected, BigDecimal got) {
        assertEquals(0, new BigDecimal(expected).compareTo(got), () -> "expected " + expected + ", but got " + got);
    }

    /** Two examples of textbooks, each with one fill, in percent of the paper and in money. */
    @Test
    void asPublished() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.file("reference/execution/implementation_shortfall_examples.json")
                        .toFile())
                .path("cases");
        assertEquals(2, cases.size());
        for (JsonNode one : cases) {
            JsonNode input = one.path("input");
            JsonNode filled = input.path("fills").get(0);
            OrderCostTest day = new OrderCostTest();
            day.mid(500, filled.path("previous_close").asText());
            day.mid(8_000, input.path("cancel_price").asText());
            long units = filled.path("qty").asLong();
            OrderCost cost = OrderCost.of(
                    order(
                            Side.BUY,
                            units + input.path("unfilled").asLong(),
                            input.path("decision").asText()),
                    List.of(fill(
                            2_000,
                            filled.path("price").asText(),
                            units,
                            "N",
                            input.path("commission").asText())),
                    day.market());
            JsonNode recomputed = one.path("recomputed");
            assertEquals(
                    recomputed.path("shortfall_amount").asDouble(),
                    cost.shortfall().total().doubleValue(),
                    0.000001);
            assertEquals(
                    recomputed.path("delay").asDouble() * 1e4, cost.shortfall().delayBps(), 1e-9);
            assertEquals(
                    recomputed.path("realized").asDouble() * 1e4,
                    cost.shortfall().executionBps(),
                    1e-9);
            assertEquals(
                    recomputed.path("missed").asDouble() * 1e4, cost.shortfall().opportunityBps(), 1e-9);
            assertEquals(
                    recomputed.path("explicit").asDouble() * 1e4,
                    cost.shortfall().feesBps(),
                    1e-9);
            assertEquals(
                    recomputed.path("total").asDouble() * 1e4, cost.shortfall().totalBps(), 1e-9);
        }
    }

    /** A seller who got 9.98 at a mid of 10.00, which is 9.99 later: 0.04 = 0.02 + 0.02; the market went on by 0.01. */
    @Test
    void aSellersSpreadsAndReversion() {
        mid(500, "10.00");
        mid(2_500, "9.99");
        OrderCost cost = OrderCost.of(order(Side.SELL, 10, "10"), List.of(fill(2_000, "9.98", 10, "N", "0")), market());
        same("0.4", cost.spreads().effective());
        same("0.2", cost.spreads().impact());
        same("0.2", cost.spreads().realised());
        same("-0.01", cost.reversion().orElseThrow());
        same("0.2", cost.against(new BigDecimal("10")).money());
        assertEquals(1, cost.spreads().fills());
    }

    @Test
    void withoutOpenQuotesAMarkIsTheLastTradeAndASpreadIsNone() {
        trade(500, "10.10", 5, 1);
        OrderCost cost = OrderCost.of(order(Side.BUY, 10, "10"), List.of(fill(2_000, "10.2", 10, "N", "0")), market());
        assertEquals(new Mark(new BigDecimal("10.1000"), From.LAST_TRADE), cost.arrival());
        assertEquals(1, cost.spreads().without());
        assertTrue(cost.reversion().isEmpty());
        assertTrue(cost.averageMid().isEmpty());
        assertTrue(cost.participation().isEmpty());
    }

    @Test
    void ofAMarketThatSaysNothingTheDecisionPriceIsTheArrival() {
        OrderCost cost = OrderCost.of(order(Side.BUY, 10, "10"), List.of(), market());
        assertEquals(From.DECISION_PRICE, cost.arrival().from());
        same("0", cost.shortfall().total());
        assertTrue(cost.averagePrice().isEmpty());
        assertTrue(market().close().isEmpty());
    }

    @Test
    void theCloseIsTheLargestClosingAuction() {
        trade(60_000, "10.10", 500, 1);
        assertEquals(From.LAST_TRADE, market().close().orElseThrow().from());
        trade(100_231, "10.20", 330, 0x80);
        trade(104_718, "10.30", 2_000_995, 0x80);
        assertEquals(
                new Mark(new BigDecimal("10.3000"), From.CLOSING_AUCTION),
                market().close().orElseThrow());
    }

    /** The rest of an overfill is below 0 and marked as others are. */
    @Property(tries = 200)
    void whatIsLostIsWhatPaperEarnedMoreThanReality(
            @ForAll boolean buy,
            @ForAll @IntRange(min = 1, max = 5_000) int quantity,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 1_000) Integer> filled,
            @ForAll @IntRange(min = 900, max = 1_100) int decision,
            @ForAll @IntRange(min = 900, max = 1_100) int arrival,
            @ForAll @IntRange(min = 900, max = 1_100) int end) {
        OrderCostTest day = new OrderCostTest();
        day.mid(500, BigDecimal.valueOf(arrival, 2).toString());
        day.mid(8_500, BigDecimal.valueOf(end, 2).toString());
        Side side = buy ? Side.BUY : Side.SELL;
        List<WorkedFill> fills = new ArrayList<>();
        BigDecimal endPrice = BigDecimal.valueOf(end, 2);
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        BigDecimal real = BigDecimal.ZERO;
        for (int units : filled) {
            WorkedFill one = fill(
                    2_000 + fills.size(),
                    BigDecimal.valueOf(900 + units / 5, 2).toString(),
                    units,
                    "V" + units % 3,
                    BigDecimal.valueOf(units, 3).toString());
            fills.add(one);
            real = real.add(endPrice.subtract(one.price())
                            .multiply(one.quantity())
                            .multiply(sign))
                    .subtract(one.fee());
        }
        WorkedOrder order =
                order(side, quantity, BigDecimal.valueOf(decision, 2).toString());
        BigDecimal paper = endPrice.subtract(order.decisionPrice())
                .multiply(order.quantity())
                .multiply(sign);
        OrderCost cost = OrderCost.of(order, fills, day.market());
        assertEquals(0, paper.subtract(real).compareTo(cost.shortfall().total()));
        BigDecimal venues = GroupCost.byVenue(List.of(cost), day.market()).stream()
                .map(venue -> venue.shortfall().total())
                .reduce(cost.shortfall().opportunity(), BigDecimal::add);
        assertEquals(0, cost.shortfall().total().compareTo(venues));
    }
}
