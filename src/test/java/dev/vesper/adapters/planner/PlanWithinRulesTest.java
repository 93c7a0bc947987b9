package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Tables;
import dev.vesper.limits.bounds.LimitBounds;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.CashShare;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.limits.measure.NumberOfNames;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.rebalance.TargetsWithin;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What tables allow, the targets within it, and the real planner: what is proposed is what the rules let pass. */
class PlanWithinRulesTest {
    private static final String[] SECTORS = {"Energy", "Banks", "Retail", ""};

    /** What sales bring towards its limit bounds no purchase: the rules judge the plan by it. */
    private static final Set<String> UNBOUND = Set.of("minimum-number-of-names", "minimum-net-exposure", "cash-share");

    private final OptaLotPlanner planner = new OptaLotPlanner(Path.of("planner"));

    /** Random books and random tables of every measure: nothing of the proposal is cut or denied. */
    @Test
    void nothingOfAProposalIsCutOrDenied() {
        int bound = 0;
        int traded = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            Accounts account = Accounts.synthetic(
                            12 + random.nextInt(20), String.valueOf(20_000 + random.nextInt(400_000)), seed)
                    .costs(random.nextInt(20))
                    .turnover(0.3 + random.nextDouble())
                    .minimum(String.valueOf(random.nextInt(1_000)))
                    .steps(300);
            List<LimitTable> tables = new ArrayList<>();
            for (Measure measure : Measures.ALL.all()) {
                if (measure.addsUp() && !UNBOUND.contains(measure.label())) {
                    tables.add(random(measure, random));
                }
            }
            RebalanceProblem problem = account.problem();
            AccountBook book = book(problem, random);
            RebalanceProblem within =
                    problem.within(LimitBounds.of(tables, book, problem.prices().keySet()));
            TargetsWithin targets = TargetsWithin.of(within);
            bound += targets.bent().isEmpty() ? 0 : 1;
            List<ParentOrder> orders = orders(problem, planner.solve(targets.problem()));
            traded += orders.size();
            for (var verdict : new BookCheck(tables, asked -> new ArrayList<>()).check(book.withOrders(orders))) {
                long of = seed;
                assertFalse(verdict.outcome().acts(), () -> "seed " + of + ": " + verdict);
            }
        }
        assertTrue(bound > 30 && traded > 300, bound + " bound, " + traded + " orders");
    }

    /**
     * Twenty names at 4 % hold 80 %: of a million that a strategy wants in five of them, 200,000 stay in cash, and one lot of
     * each name at most beside that. A name more, and 40,000 less.
     */
    @Test
    void noMoreStaysInCashThanABoundForces() {
        for (int names : new int[] {20, 21, 24, 30}) {
            Accounts account = Accounts.account("1000000").steps(2_000);
            for (int i = 0; i < names; i++) {
                account.priced("S%02d".formatted(i), String.valueOf(20 + 7 * i));
                account.wants("S%02d".formatted(i), i < 5 ? 0.2 : 0);
            }
            Proposal proposal = within(account.problem(), Tables.cutting(new PositionWeight(), facts -> "0.04"));
            double forced = Math.max(0, 1_000_000 - names * 40_000.0);
            double lots = names * (20.0 + 7 * names);
            double cash = proposal.cashAfter().amount().doubleValue();
            assertTrue(cash >= forced && cash <= forced + lots, names + " names: " + cash + " where " + forced);
        }
    }

    /** A strategy wants all of a million in three names, and 15 % must stay in cash: two lots more at most stay. */
    @Test
    void aMinimumOfCashIsKeptAndNoMoreThanThat() {
        for (String least : new String[] {"0.15", "0.02", "0"}) {
            Accounts account = Accounts.account("1000000").steps(2_000);
            for (int i = 0; i < 3; i++) {
                account.priced("S0" + i, "100").wants("S0" + i, 1 / 3.0);
            }
            Proposal proposal = within(account.problem(), Tables.cutting(Minimum.of(new CashShare()), facts -> least));
            double forced = 1_000_000 * Double.parseDouble(least);
            double cash = proposal.cashAfter().amount().doubleValue();
            assertTrue(cash >= forced && cash <= forced + 300, least + ": " + cash);
        }
    }

    /** No cash is to spare: what is sold pays for what is bought, all of it. */
    @Test
    void atAMinimumOfCashSalesPayForPurchases() {
        Accounts account = Accounts.account("80000").steps(2_000);
        for (int i = 0; i < 4; i++) {
            account.priced("S0" + i, "100").wants("S0" + i, i < 2 ? 0.5 : 0);
        }
        account.holds("S02", "4600").holds("S03", "4600");
        Proposal proposal = within(account.problem(), Tables.cutting(Minimum.of(new CashShare()), facts -> "0.08"));
        Map<String, Long> traded = new TreeMap<>();
        proposal.trades()
                .forEach(t ->
                        traded.put(t.side() + " " + t.symbol(), t.quantity().longValue()));
        assertEquals(Map.of("BUY S00", 4600L, "BUY S01", 4600L, "SELL S02", 4600L, "SELL S03", 4600L), traded);
    }

    /** What is held is too much: some of it is sold until a fifth is in cash. */
    @Test
    void aMinimumOfCashThatIsNotKeptIsSoldFor() {
        Accounts account = Accounts.account("0").steps(2_000);
        for (int i = 0; i < 4; i++) {
            account.priced("S0" + i, "100").holds("S0" + i, "1000").wants("S0" + i, 0.25);
        }
        Proposal proposal = within(account.problem(), Tables.cutting(Minimum.of(new CashShare()), facts -> "0.2"));
        double cash = proposal.cashAfter().amount().doubleValue();
        assertTrue(cash >= 80_000 && cash <= 80_400, () -> proposal.trades().toString());
    }

    /** Of six names two are held; four may be: those that are wanted most, and one that cannot be sold takes a part. */
    @Test
    void noMoreNamesAreHeldThanMayBe() {
        double[] weights = {0.05, 0.1, 0.3, 0.25, 0.2, 0.1};
        for (boolean stuck : new boolean[] {false, true}) {
            Accounts account = Accounts.account("1000000").steps(2_000);
            for (int i = 0; i < weights.length; i++) {
                account.priced("S0" + i, "100", i == 0 ? "10" : "1").wants("S0" + i, weights[i]);
            }
            account.holds("S00", stuck ? "1005" : "1000").holds("S05", "500");
            Proposal proposal =
                    within(account.problem(), Tables.of(new NumberOfNames(), facts -> "4", LimitAction.DENY));
            Map<String, Long> traded = new TreeMap<>();
            proposal.trades()
                    .forEach(t ->
                            traded.put(t.side() + " " + t.symbol(), t.quantity().longValue()));
            assertEquals(
                    stuck
                            ? Set.of("BUY S02", "BUY S03", "BUY S04", "SELL S05")
                            : Set.of("BUY S02", "BUY S03", "BUY S04", "BUY S05", "SELL S00"),
                    traded.keySet().stream()
                            .filter(trade -> !trade.endsWith(stuck ? "S00" : "none"))
                            .collect(Collectors.toSet()),
                    traded::toString);
            assertTrue(proposal.cashAfter().amount().longValue() < 2_000, proposal::toString);
        }
    }

    /** Energy may be a fifth: its three names share that by their weights, and the others get the rest. */
    @Test
    void aFullSectorLeavesItsMoneyToTheOthers() {
        Accounts account = Accounts.account("1000000").steps(2_000);
        double[] weights = {0.3, 0.2, 0.1, 0.1, 0.2, 0.1};
        for (int i = 0; i < weights.length; i++) {
            account.priced("S0" + i, "10").wants("S0" + i, weights[i]);
        }
        Proposal proposal = within(
                account.problem(),
                Tables.cutting(
                        GroupWeight.ofSector(),
                        facts -> facts.cell(CommonFacts.SECTOR).equals("Energy") ? "0.2" : ""));
        // S00 and S04 are Energy: half of all, now a fifth
        Map<String, Long> bought = new HashMap<>();
        proposal.trades().forEach(t -> bought.put(t.symbol(), t.notional().longValue()));
        assertEquals(
                Map.of(
                        "S00", 120_000L, "S04", 80_000L, "S01", 320_000L, "S02", 160_000L, "S03", 160_000L, "S05",
                        160_000L),
                bought);
    }

    private Proposal within(RebalanceProblem problem, LimitTable table) {
        AccountBook book = book(problem, new SplittableRandom(1));
        RebalanceProblem bound = problem.within(
                LimitBounds.of(List.of(table), book, problem.prices().keySet()));
        Proposal proposal = planner.solve(TargetsWithin.of(bound).problem());
        List<ParentOrder> orders = orders(problem, proposal);
        assertTrue(new BookCheck(List.of(table), asked -> new ArrayList<>())
                .check(book.withOrders(orders)).stream()
                        .noneMatch(v -> v.outcome().acts()));
        return proposal;
    }

    /** Of four sectors in turn, one of them unknown; with a volume that is unknown for one name in ten. */
    private static AccountBook book(RebalanceProblem problem, SplittableRandom random) {
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        problem.instruments().forEach((symbol, listed) -> {
            int number = Integer.parseInt(symbol.substring(1));
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            "equity",
                            SECTORS[number % SECTORS.length],
                            "USD",
                            listed.lotSize(),
                            listed.tickSize(),
                            "X"));
            if (random.nextInt(10) > 0) {
                volumes.put(symbol, BigDecimal.valueOf(100 + random.nextInt(50_000)));
            }
        });
        return new AccountBook(
                problem.account(),
                problem.date(),
                problem.lots(),
                List.of(),
                instruments,
                problem.prices(),
                Map.of(),
                volumes,
                List.of(),
                List.of(),
                false);
    }

    private static List<ParentOrder> orders(RebalanceProblem problem, Proposal proposal) {
        return proposal.trades().stream()
                .map(trade -> new ParentOrder(
                        "1-" + trade.symbol(),
                        problem.account().id(),
                        trade.symbol(),
                        trade.side(),
                        trade.quantity(),
                        problem.instruments().get(trade.symbol()).lotSize(),
                        new BigDecimal("0.01"),
                        trade.price(),
                        "USD",
                        SlicingStrategy.TWAP,
                        trade.side() == Side.SELL ? trade.lots() : List.of()))
                .toList();
    }

    private static LimitTable random(Measure measure, SplittableRandom random) {
        if (measure instanceof NumberOfNames) {
            String names = random.nextInt(3) == 0 ? "" : String.valueOf(5 + random.nextInt(25));
            return Tables.of(measure, facts -> names, LimitAction.DENY);
        }
        double scale = measure.highestLimit().map(BigDecimal::doubleValue).orElse(300_000.0);
        double most = scale > 1 && scale < 100 ? 1.5 : scale * (measure instanceof PositionWeight ? 0.2 : 0.8);
        String one = random.nextInt(3) == 0
                ? ""
                : BigDecimal.valueOf(most * random.nextDouble()).toPlainString();
        String other = BigDecimal.valueOf(most * random.nextDouble()).toPlainString();
        LimitAction action = LimitAction.values()[random.nextInt(3)];
        return Tables.of(
                measure,
                facts -> measure.facts().contains(CommonFacts.SECTOR)
                                && facts.cell(CommonFacts.SECTOR).equals("Energy")
                        ? other
                        : one,
                action);
    }
}
