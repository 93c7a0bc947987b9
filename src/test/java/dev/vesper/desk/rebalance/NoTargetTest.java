package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.People;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.EqualWeight;
import dev.vesper.portfolio.weighting.MinimumVariance;
import dev.vesper.portfolio.weighting.RiskParity;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceSettings;
import dev.vesper.testing.NearestLots;
import dev.vesper.testing.NoRules;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No target is no order: nothing is sold because a weight could not be computed, and one account stops no other. */
class NoTargetTest {
    private static final LocalDate DATE = LocalDate.of(2024, 6, 28);

    private final NearestLots planner = new NearestLots();

    @Test
    void aDayOfPricesIsNoReasonToSellTheBook() {
        for (WeightingMethod method : List.of(new RiskParity(), new MinimumVariance(0))) {
            Planned left = plan(firm(method, List.of()), prices(1, 0, 0), "H", lots("H", "AAA", 1000, "BBB", 2000));
            assertEquals(List.of(), left.plan().proposal().trades());
            Verdict told = left.told().getFirst();
            assertEquals(Outcome.DENY, told.outcome());
            assertEquals("H", told.subject());
            assertTrue(
                    told.reason().contains("AAA: Expected at least 60 daily returns, but there are 0"), told.reason());
            assertEquals(List.of(), planner.asked);
        }
    }

    @Test
    void anAccountWithoutATargetIsWhereItShouldBe() {
        AccountPlan plan = plan(firm(new RiskParity(), List.of()), prices(1, 0, 0), "H", lots("H", "AAA", 1000))
                .plan();
        assertEquals(plan.weightsBefore().keySet(), plan.target().ofValue(0.02).keySet());
        plan.target()
                .ofValue(0.02)
                .forEach((symbol, share) -> assertEquals(plan.weightsBefore().get(symbol), share, 1e-12));
    }

    @Test
    void equalWeightsNeedNoHistory() {
        Planned planned = plan(firm(new EqualWeight(), List.of()), prices(1, 0, 0), "H", lots("H", "AAA", 1000));
        assertEquals(
                List.of("H/NEWCO"), // has no price either
                planned.told().stream().map(Verdict::subject).toList());
        assertTrue(planned.plan().proposal().trades().size() > 1);
    }

    @Test
    void whatCouldNotBeWeighedIsKeptAndItsPeopleAreTold() {
        Planned planned = plan(
                firm(new RiskParity(), List.of()),
                prices(100, 1, 40),
                "H",
                lots("H", "AAA", 100, "BBB", 100, "CASHFUND", 50_000, "NEWCO", 10));
        assertEquals(
                List.of(),
                planned.plan().proposal().trades().stream()
                        .filter(t -> t.symbol().equals("CASHFUND") || t.symbol().equals("NEWCO"))
                        .toList());
        assertEquals(
                List.of("H/CASHFUND", "H/NEWCO"),
                planned.told().stream().map(Verdict::subject).toList());
        assertTrue(
                planned.told()
                        .getFirst()
                        .reason()
                        .contains("H keeps its 50,000 units. Expected a price that moves, but it is 1.0 throughout"),
                planned.told().getFirst().reason());
        assertTrue(planned.told().getLast().reason().contains("Expected at least 60 daily returns, but there are 39"));
        assertEquals(
                1,
                planned.plan().target().weights().values().stream()
                        .mapToDouble(w -> w)
                        .sum(),
                1e-9);
    }

    @Test
    void aHoldingWithoutAnyPriceIsKeptAndTold() {
        Planned planned =
                plan(firm(new EqualWeight(), List.of()), prices(3, 1, 0), "H", lots("H", "AAA", 10, "NEWCO", 7));
        assertEquals("H/NEWCO", planned.told().getFirst().subject());
        assertTrue(planned.plan().proposal().trades().stream()
                .noneMatch(t -> t.symbol().equals("NEWCO")));
    }

    @Test
    void aUniverseWithoutPricesSellsNothing() {
        Planned left = plan(firm(new EqualWeight(), List.of("NEWCO")), prices(3, 1, 0), "H", lots("H", "AAA", 10));
        assertEquals(List.of(), left.plan().proposal().trades());
        assertEquals(Outcome.DENY, left.told().getFirst().outcome());
    }

    @Test
    void whatTheMandateDoesNotNameIsStillSold() {
        Planned planned = plan(firm(new EqualWeight(), List.of("BBB")), prices(3, 1, 0), "H", lots("H", "AAA", 10));
        assertEquals(List.of(), planned.told());
        assertTrue(planned.plan().proposal().trades().stream()
                .anyMatch(t -> t.symbol().equals("AAA")));
    }

    @Test
    void anAccountThatIsRefusedIsLeftAsItIsWithTheReason() {
        Planned left = new AccountPlanner(
                        problem -> {
                            throw Problem.refused("Expected account H to be worth more than nothing, but it owes 5000");
                        },
                        record(),
                        firm(new EqualWeight(), List.of()),
                        market(prices(3, 1, 0)),
                        unbound(firm(new EqualWeight(), List.of()), market(prices(3, 1, 0))))
                .plan(account("H"), lots("H", "AAA", 10));
        Proposal proposal = left.plan().proposal();
        assertEquals(List.of(), proposal.trades());
        assertEquals(account("H").cash(), proposal.cashAfter());
        assertEquals(
                "Account H is left as it is and trades nothing: Expected account H to be worth more than nothing, but it"
                        + " owes 5000.",
                left.told().getFirst().reason());
    }

    private Planned plan(Firm firm, PriceHistory prices, String account, List<TaxLot> held) {
        return new AccountPlanner(planner, record(), firm, market(prices), unbound(firm, market(prices)))
                .plan(account(account), held);
    }

    private AccountBounds unbound(Firm firm, MarketSnapshot market) {
        return new AccountBounds(
                new NoRules(),
                JudgedBooks.of(firm, market, Sessions.expected(firm, DATE)),
                new PlannedOrders(RunId.of(DATE, 1), firm, market),
                planner,
                account -> new HouseholdBooks.Around(List.of(), List.of()));
    }

    private static RunRecord record() {
        return new RunRecord(RunId.of(DATE, 1), DATE, "/firms/h", 42, true, RunStatus.RUNNING, Instant.EPOCH);
    }

    private static MarketSnapshot market(PriceHistory prices) {
        return MarketSnapshot.bind(DATE, "snapshot", instruments(), prices);
    }

    private static Account account(String id) {
        return new Account(id, id, Money.of(new BigDecimal("20000"), "USD"), "core");
    }

    /** AAA and BBB move; CASHFUND stands at 1; NEWCO has prices on its last days only. */
    private static PriceHistory prices(int days, int fund, int young) {
        List<LocalDate> dates = new ArrayList<>();
        double[][] close = new double[days][4];
        double[][] volume = new double[days][4];
        for (int day = 0; day < days; day++) {
            dates.add(DATE.minusDays(days - 1L - day));
            close[day][0] = 100 + Math.sin(day);
            close[day][1] = 50 + Math.cos(1.7 * day);
            close[day][2] = fund == 0 ? 20 : 1;
            close[day][3] = day >= days - young ? 30 + 0.1 * day : Double.NaN;
        }
        return new PriceHistory(dates, List.of("AAA", "BBB", "CASHFUND", "NEWCO"), close, volume);
    }

    private static List<TaxLot> lots(String account, Object... held) {
        List<TaxLot> lots = new ArrayList<>();
        for (int i = 0; i < held.length; i += 2) {
            String symbol = held[i].toString();
            lots.add(new TaxLot(
                    account + "/" + symbol,
                    account,
                    symbol,
                    new BigDecimal(held[i + 1].toString()),
                    BigDecimal.TEN,
                    LocalDate.of(2022, 1, 3)));
        }
        return lots;
    }

    private static TreeMap<String, Instrument> instruments() {
        TreeMap<String, Instrument> all = new TreeMap<>();
        for (String symbol : List.of("AAA", "BBB", "CASHFUND", "NEWCO")) {
            all.put(
                    symbol,
                    new Instrument(
                            symbol, symbol, "equity", "Tech", "USD", BigDecimal.ONE, new BigDecimal("0.01"), ""));
        }
        return all;
    }

    private static Firm firm(WeightingMethod method, List<String> universe) {
        return new Firm(
                Path.of("/firms/h"),
                Path.of("/firms/h/prices.csv"),
                new FirmSettings(
                        "H",
                        false,
                        42,
                        "0 0 22 * * MON-FRI",
                        new TreeMap<>(Map.of("core", new StrategySettings("core", method, 0, universe))),
                        new RebalanceSettings(0.02, BigDecimal.ZERO, 2, 0, false, 1_000),
                        TradingDay.settings(65),
                        List.of(),
                        List.of(),
                        new BookKeeping.Vesper(),
                        People.UNKNOWN,
                        TradingCalendars.usual().standard()),
                TradingCalendars.usual(),
                instruments(),
                List.of(account("H")),
                List.of(),
                List.of(),
                List.of());
    }
}
