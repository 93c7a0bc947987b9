package dev.vesper.limits.measure;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.Yardsticks;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.PastReturns;
import dev.vesper.portfolio.ReturnWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An account of 100,000 at prices of 100; A and B have 300 days of prices, C has 100 and D has 50. */
class ExAnteRiskTest {
    private static final PastReturns RETURNS = PastReturns.of(prices());
    private static final TreeMap<String, Double> TARGET = new TreeMap<>(Map.of("A", 0.4, "B", 0.4, "C", 0.15));

    /** {@code 100 * (1 + 0.02 sin(0.7 t (i + 1)) + 0.001 t (i + 1))} of instrument i on day t. */
    private static PriceHistory prices() {
        int days = 300;
        int[] from = {0, 0, 200, 250};
        double[][] close = new double[days][4];
        for (int t = 0; t < days; t++) {
            for (int i = 0; i < 4; i++) {
                close[t][i] =
                        t < from[i] ? Double.NaN : 100 * (1 + 0.02 * Math.sin(0.7 * t * (i + 1)) + 0.001 * t * (i + 1));
            }
        }
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(t -> Books.DATE.minusDays(days - 1L - t))
                .toList();
        return new PriceHistory(dates, List.of("A", "B", "C", "D"), close, close);
    }

    /**
     * Expected values by numpy 2.4.6: with p the prices as above, {@code r = p[:, 1:] / p[:, :-1] - 1} and {@code w} the weights,
     * {@code sqrt(w @ numpy.cov(r) @ w * 252)} over the last 252 returns of A and B, or the 99 that C has too.
     */
    @Test
    void itIsTheRootOfTheWeightsTimesTheirCovariances() {
        assertEquals(0.11691268555088406, used(ExAnteRisk.volatility(), book(20_000, 300, 500, 0)), 1e-11);
        assertEquals(0.10647844342097548, used(ExAnteRisk.volatility(), book(10_000, 300, 500, 100)), 1e-11);
        assertEquals(
                0.10647844342097548,
                used(ExAnteRisk.volatility(), book(60_000, 300, 0, 100, buy("1", "B", 500))),
                1e-11,
                "once the orders are done");
        assertEquals(0.025745139862070394, used(ExAnteRisk.trackingError(), book(10_000, 300, 500, 100)), 1e-11);
        ReturnWindow window = RETURNS.window(List.of("C", "A", "B"));
        double[] margins = window.margins(Map.of("A", 0.3, "B", 0.5, "C", 0.1)).values().stream()
                .mapToDouble(d -> d)
                .toArray();
        assertTrue(
                IntStream.range(0, 3)
                        .allMatch(i ->
                                Math.abs(margins[i] - new double[] {0.04344859, 0.17775847, 0.04564632}[i]) < 1e-8),
                Arrays.toString(margins));
    }

    /**
     * S. Maillard, T. Roncalli, J. Teiletche, "The Properties of Equally Weighted Risk Contribution Portfolios", Journal of
     * Portfolio Management 36(4), 2010, section 4: volatilities of 10, 20, 30 and 40 %, correlations of 0.8 and -0.5; with 38.4,
     * 19.2, 24.3 and 18.2 % each contributes the same.
     */
    @Test
    void aPublishedPortfolioContributesEquallyByItsMargins() {
        double[] vol = {0.1, 0.2, 0.3, 0.4};
        double[][] mix = {{1, 0, 0, 0}, {0.8, 0.6, 0, 0}, {0, 0, 1, 0}, {0, 0, -0.5, Math.sqrt(0.75)}};
        Map<String, double[]> returns = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            double[] series = new double[64];
            for (int day = 0; day < 64; day++) {
                for (int k = 0; k < 4; k++) {
                    int walsh = Integer.bitCount(day & (1 << k)) % 2 == 0 ? 1 : -1;
                    series[day] += mix[i][k] * walsh * vol[i] * Math.sqrt(63.0 / 64 / 252);
                }
            }
            returns.put("S" + i, series);
        }
        ReturnWindow window = PastReturns.of(returns).window(returns.keySet());
        Map<String, Double> weights = Map.of(
                "S0",
                0.38361250628396804,
                "S1",
                0.19180625314198402,
                "S2",
                0.24261785175659886,
                "S3",
                0.1819633888174491);
        weights.forEach((symbol, weight) -> assertEquals(
                0.02573350923210054, weight * window.margins(weights).get(symbol), 1e-12, symbol));
        assertEquals(4 * 0.02573350923210054, window.volatility(weights), 1e-12);
    }

    @Test
    void anOrderThatRaisesItTooFarIsDeniedAndOneThatLowersItIsNot() {
        LimitTable table = table(ExAnteRisk.volatility(), "0.10", LimitAction.DENY);
        List<Verdict> denied = judged(table, book(80_000, 100, 100, 0, buy("1", "A", 50), buy("2", "B", 500)));
        assertEquals(List.of("2 DENY", "ACC1 DENY"), subjects(denied));
        assertTrue(
                denied.getLast().reason().startsWith("The volatility of ACC1 would be 13.")
                        && denied.getLast().reason().contains("% a year, above the limit of 10% (row 1): 1 order is"),
                denied.getLast().reason());
        assertEquals("at most 10% a year", denied.getLast().wouldPass());
        assertEquals(List.of("ACC1 WARN"), subjects(judged(table, book(20_000, 0, 800, 0, sell("1", "B", 100)))));
    }

    @Test
    void whatBringsAnAccountToItsTargetLowersItsTrackingError() {
        LimitTable table = table(ExAnteRisk.trackingError(), "0.01", LimitAction.DENY);
        assertEquals(List.of("ACC1 WARN"), subjects(judged(table, book(50_000, 0, 500, 0, buy("1", "A", 100)))));
        assertEquals(
                List.of("1 DENY", "ACC1 DENY"),
                subjects(judged(table, book(5_000, 400, 400, 150, sell("1", "B", 400)))));
        assertEquals(List.of("ACC1 PASS"), subjects(judged(table, book(45_000, 0, 400, 150, buy("1", "A", 400)))));
    }

    @Test
    void withoutEnoughPricesItIsNotMeasuredAndNeverPassed() {
        AccountBook late = Books.cash(20_000)
                .holds("A", 700)
                .holds("D", 100)
                .orders(buy("1", "B", 10))
                .book()
                .withYardsticks(new Yardsticks(TARGET, RETURNS));
        assertEquals(
                "WARN The effect on the volatility of B is unknown: there are no 60 daily returns of D.",
                word(judged(table(ExAnteRisk.volatility(), "9", LimitAction.WARN), late)
                        .getFirst()));
        assertEquals(
                "DENY The effect on the tracking error of B is unknown: there are no 60 daily returns of D.",
                word(judged(table(ExAnteRisk.trackingError(), "9", LimitAction.DENY), late)
                        .getFirst()));
        assertEquals(
                "WARN The effect on the tracking error of B is unknown: the account has no target weights.",
                word(judged(
                                table(ExAnteRisk.trackingError(), "9", LimitAction.WARN),
                                late.withYardsticks(new Yardsticks(new TreeMap<>(), RETURNS)))
                        .getFirst()));
        assertEquals(
                "WARN The effect on the volatility of B is unknown: there are no 60 daily returns of A, B, D.",
                word(judged(table(ExAnteRisk.volatility(), "9", LimitAction.WARN), late.withYardsticks(Yardsticks.NONE))
                        .getFirst()));
    }

    /** Whatever is held and ordered: what the rules leave keeps the limit, or does not raise the volatility. */
    @Test
    void whatIsLeftKeepsTheLimitOrRaisesNothing() {
        Random random = new Random(5);
        int acted = 0;
        for (int i = 0; i < 300; i++) {
            List<ParentOrder> orders = new ArrayList<>();
            for (String symbol : List.of("A", "B", "C")) {
                orders.add(
                        random.nextBoolean()
                                ? buy("1-" + symbol, symbol, 10L + 10 * random.nextInt(30))
                                : sell("1-" + symbol, symbol, 10L + 10 * random.nextInt(30)));
            }
            Measure measure = i % 2 == 0 ? ExAnteRisk.volatility() : ExAnteRisk.trackingError();
            double limit = i % 2 == 0 ? 0.08 : 0.03;
            AccountBook book = book(
                    30_000,
                    10 * random.nextInt(40),
                    10 * random.nextInt(40),
                    10 * random.nextInt(40),
                    orders.toArray(ParentOrder[]::new));
            List<Verdict> verdicts = judged(table(measure, String.valueOf(limit), LimitAction.DENY), book);
            List<ParentOrder> left = Decisions.apply(book.orders(), verdicts).orders();
            acted += left.size() < 3 ? 1 : 0;
            if (!left.isEmpty()) {
                double now = used(measure, book.withOrders(left));
                List<Measured> held = measure.of(ValuedBook.of(book.withOrders(List.of())));
                double before = held.isEmpty()
                        ? 0
                        : ((Measured.Used) held.getFirst()).used().amount().doubleValue();
                assertTrue(now <= limit || now <= before + 1e-12, () -> now + " of " + limit + ", before " + before);
            }
        }
        assertTrue(acted > 50, "of 300 books only " + acted + " were changed");
    }

    private static LimitTable table(Measure measure, String limit, LimitAction action) {
        return Tables.always(measure, Optional.of(limit), Optional.empty(), action);
    }

    private static List<Verdict> judged(LimitTable table, AccountBook book) {
        return new BookCheck(List.of(table), _ -> new ArrayList<>()).check(book);
    }

    private static List<String> subjects(List<Verdict> verdicts) {
        return verdicts.stream().map(v -> v.subject() + " " + v.outcome()).toList();
    }

    private static String word(Verdict verdict) {
        return verdict.outcome() + " " + verdict.reason();
    }

    private static double used(Measure measure, AccountBook book) {
        LimitUtilisation used = ((Measured.Used) measure.of(ValuedBook.of(book)).getFirst()).used();
        return used.amount().doubleValue();
    }

    private static AccountBook book(long cash, long a, long b, long c, ParentOrder... orders) {
        return Books.cash(cash)
                .holds("A", a)
                .holds("B", b)
                .holds("C", c)
                .orders(orders)
                .book()
                .withYardsticks(new Yardsticks(TARGET, RETURNS));
    }
}
