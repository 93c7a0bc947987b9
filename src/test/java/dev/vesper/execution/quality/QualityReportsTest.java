package dev.vesper.execution.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.ChildOutcome.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityReportsTest {
    private static QualityReport report(Population population, String name) {
        return QualityReports.of(population).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first row in which a column says so, as values by column. */
    private static Map<String, Object> row(QualityReport report, String column, String says) {
        for (QualityRow row : report.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < report.columns().size(); i++) {
                values.put(report.columns().get(i).name(), row.values().get(i));
            }
            if (says.equals(values.get(column))) {
                return values;
            }
        }
        throw new AssertionError("Expected a row of " + says + " in " + report.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule-605", "rule-606a", "rule-606b3", "rts-27", "rts-28"})
    void everyOrderIsCountedInExactlyOneRow(String name) {
        Population population = SampleOrders.many(600, 25);
        QualityReport report = report(population, name);
        List<String> counted = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (QualityRow row : report.rows()) {
            assertTrue(ids.add(row.id()), row.id());
            assertEquals(report.columns().size(), row.values().size());
            row.orders().forEach(order -> counted.add(order.key()));
        }
        assertEquals(population.orders().size(), counted.size());
        assertEquals(population.orders().size(), new HashSet<>(counted).size());
    }

    @Test
    void rule605BySizeAndType() {
        QualityReport report = report(SampleOrders.four(), "rule-605");
        assertEquals(4, report.rows().size());
        Map<String, Object> lit = row(report, "lot", "round lot");
        assertEquals("limit", lit.get("order_type"));
        assertEquals("4: 5000 to below 10000", lit.get("notional"));
        assertEquals(new BigDecimal("120"), lit.get("shares"));
        assertEquals(new BigDecimal("20"), lit.get("cancelled"));
        assertEquals(new BigDecimal("100"), lit.get("executed"));
        assertEquals(new BigDecimal("2000.0"), lit.get("mean_time_ms"));
        assertNull(lit.get("effective_spread"), "no quote is stored");
        Map<String, Object> dark = row(report, "order_type", "midpoint");
        // (10 x 1,000 + 30 x 4,000) / 40; half of the shares were there after 4,000
        assertEquals(new BigDecimal("3250.0"), dark.get("mean_time_ms"));
        assertEquals(4_000L, dark.get("median_time_ms"));
        assertEquals(new BigDecimal("50.025000"), dark.get("average_price"));
        Map<String, Object> refused = row(report, "symbol", "AAA");
        assertEquals(new BigDecimal("5"), refused.get("rejected"));
        assertEquals(BigDecimal.ZERO, refused.get("cancelled"));
        assertEquals("", refused.get("mean_time_ms"));
        assertEquals("odd lot", refused.get("lot"), "of a share above 1,000 a round lot is 10");
    }

    /** A buy of 120 at 50.10, received while the market was 49.98 to 50.04; 100 were filled at 50.02. */
    @Test
    void spreadsAreTakenFromTheQuoteAtReceipt() {
        SentOrder sent = SampleOrders.four().orders().getFirst();
        KeyedFill fill = sent.fills().getFirst();
        BestQuote quote = new BestQuote(new BigDecimal("49.98"), new BigDecimal("50.04"));
        SentOrder quoted = sent.quoted(
                quote,
                List.of(new KeyedFill(
                        fill.key(),
                        fill.fill(),
                        new FillQuotes(
                                new BestQuote(new BigDecimal("50.00"), new BigDecimal("50.02")),
                                Map.of(Horizon.ONE_SECOND, new BigDecimal("50.03"))))));
        Population population =
                new Population("f", "", sent.date(), sent.date(), List.of("R"), List.of(quoted), List.of());
        Map<String, Object> row = row(report(population, "rule-605"), "order_type", "marketable limit");
        assertEquals(new BigDecimal("0.020000"), row.get("effective_spread")); // 2 (50.02 - 50.01)
        assertEquals(new BigDecimal("33.33"), row.get("effective_over_quoted")); // of 0.06
        assertEquals(new BigDecimal("-0.020000"), row.get("realised_spread_1s")); // 2 (50.02 - 50.03)
        assertEquals("", row.get("realised_spread_50ms"));
        assertEquals(new BigDecimal("100"), row.get("improved_shares"));
        assertEquals(new BigDecimal("0.020000"), row.get("price_improvement")); // 50.04 - 50.02
        assertEquals(BigDecimal.ZERO, row.get("at_quote_shares"));
        Map<String, Object> routed = row(report(population, "rule-606a"), "venue", "LIT");
        assertEquals(new BigDecimal("100.00"), routed.get("marketable_limit_percent"));
        Map<String, Object> done = row(report(population, "rule-606b3"), "venue", "LIT");
        assertEquals(new BigDecimal("100"), done.get("far_side")); // at 50.02, the offer just before it
        assertEquals(BigDecimal.ZERO, done.get("near_side"));
    }

    /** A limit below the offer takes nothing; what it is filled at later is no improvement on a quote. */
    @Test
    void anOrderThatIsNotMarketableHasNoPriceImprovement() {
        SentOrder sent = SampleOrders.four().orders().getFirst();
        SentOrder quoted = sent.quoted(new BestQuote(new BigDecimal("50.11"), new BigDecimal("50.13")), sent.fills());
        Population population =
                new Population("f", "", sent.date(), sent.date(), List.of("R"), List.of(quoted), List.of());
        Map<String, Object> row = row(report(population, "rule-605"), "order_type", "non-marketable limit");
        assertEquals("", row.get("improved_shares"));
        assertEquals(new BigDecimal("-0.200000"), row.get("effective_spread"));
        assertNull(row(report(population, "rule-606b3"), "venue", "LIT").get("far_side"), "no quote before the fill");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 249.99, 1: 0 to below 250, odd lot",
        "1, 250, 2: 250 to below 1000, odd lot",
        "100, 250, 6: 20000 to below 50000, round lot",
        "40, 250.01, 5: 10000 to below 20000, round lot",
        "39, 1000, 6: 20000 to below 50000, odd lot",
        "10, 10000, 7: 50000 to below 200000, round lot",
        "20, 10000.01, 8: 200000 and more, round lot"
    })
    void sizes(int quantity, String price, String notional, String lot) {
        SentOrder order = SampleOrders.order(
                "1", "LIT", "2018-04-12", "IBM", quantity, price, State.CANCELLED, "equity", false, "");
        assertEquals(new SizeBucket(notional, lot), SizeBucket.of(order));
    }

    @Test
    void rule606aNamesTenVenuesAndTheRestTogether() {
        QualityReport report = report(SampleOrders.many(2_500, 25), "rule-606a");
        Map<String, Object> others = row(report, "venue", "other venues");
        long april = report.rows().stream()
                .filter(row -> row.values().get(1).equals("2018-04"))
                .count();
        assertEquals(11, april);
        assertEquals("2018-Q2", others.get("quarter"));
        BigDecimal all = report.rows().stream()
                .filter(row -> row.values().get(1).equals("2018-04"))
                .map(row -> (BigDecimal) row.values().get(5))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(100, all.doubleValue(), 0.06);
    }

    @Test
    void aVenueAboveFivePercentIsNamedBesides() {
        QualityReport report = report(SampleOrders.many(1_200, 12), "rule-606a");
        assertEquals(
                12,
                report.rows().stream()
                        .filter(row -> row.values().get(1).equals("2018-04"))
                        .count());
    }

    @Test
    void rule606b3ByVenue() {
        QualityReport report = report(SampleOrders.four(), "rule-606b3");
        Map<String, Object> dark = row(report, "venue", "DARK");
        assertEquals(1L, dark.get("orders_routed"));
        assertEquals(new BigDecimal("100.00"), dark.get("fill_rate"));
        assertEquals(new BigDecimal("20.00"), dark.get("mean_fill"));
        assertEquals(new BigDecimal("-0.05"), dark.get("net_fees"), "the venue paid");
        assertEquals(new BigDecimal("-0.125000"), dark.get("net_fees_per_100_shares"));
        assertEquals(new BigDecimal("40"), dark.get("at_midpoint"));
        assertNull(row(report, "venue", "LIT").get("at_midpoint"));
    }

    @Test
    void theRtsLayoutsSayThatTheDutyHasEnded() {
        QualityReport classes = report(SampleOrders.four(), "rts-28");
        assertTrue(classes.rule().contains("THE DUTY HAS ENDED"), classes.rule());
        Map<String, Object> lit = row(classes, "venue", "LIT");
        // 5,002 + 51 of 7,054
        assertEquals(new BigDecimal("71.63"), lit.get("volume_percent"));
        assertEquals(new BigDecimal("75.00"), lit.get("orders_percent"));
        QualityReport days = report(SampleOrders.four(), "rts-27");
        assertTrue(days.rule().contains("THE DUTY HAS ENDED"), days.rule());
        Map<String, Object> dark = row(days, "venue", "DARK");
        assertEquals(new BigDecimal("50.03"), dark.get("highest"));
        assertEquals(new BigDecimal("50.01"), dark.get("lowest"));
        assertEquals(new BigDecimal("50.020000"), dark.get("simple_average_price"));
    }

    @Test
    void whatIsNotKeptIsNotInvented() {
        SentOrder known = SampleOrders.four().orders().getFirst();
        SentOrder gone = new SentOrder(
                known.key(),
                known.date(),
                known.order(),
                known.outcome(),
                "USD",
                known.decisionPrice(),
                null,
                null,
                null,
                known.fills());
        Population population =
                new Population("f", "", known.date(), known.date(), List.of("R"), List.of(gone), List.of());
        assertEquals(
                "not recorded",
                row(report(population, "rts-28"), "venue", "LIT").get("class"));
        assertNull(row(report(population, "rule-606b3"), "venue", "LIT").get("at_midpoint"));
    }
}
