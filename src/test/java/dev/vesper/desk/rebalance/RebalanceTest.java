package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.testing.AnnasSale;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDecisions;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.NearestLots;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From targets to orders that the rules let stand. */
class RebalanceTest {
    private static final LocalDate DATE = SmallFirm.DATE;
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final Firm firm = SmallFirm.firm();
    private final MemoryInputs inputs = new MemoryInputs(firm);
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());
    private final NearestLots planner = new NearestLots();
    private final MemoryDecisions decisions = new MemoryDecisions();
    private final List<AccountBook> judged = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    /** What the days began over. */
    private final List<String> breaches = new ArrayList<>();
    /** What the market of each run was told of prices. */
    private final List<PriceHistory> markets = new ArrayList<>();

    /** Anna has 12,000 and wants 5,880 of each share; Ben has 5,000 and wants 2,450 of each. */
    @Test
    void withoutALimitInTheWayEveryAccountGetsItsTarget() {
        RunId run = checked(DATE);
        Rebalance.Result result = stage(book -> List.of()).run(run);
        assertEquals(List.of("ANNA S00 194", "ANNA S01 215", "BEN S00 122", "BEN S01 89"), orders(run));
        assertEquals("4 orders for 2 accounts, 2 limits checked, 0 cut or denied", result.summary());
        ParentOrder first = decided(run).orders().getFirst();
        assertEquals("2018-04-11-001-ANNA-S00", first.id());
        assertEquals(SlicingStrategy.TWAP, first.strategy());
        assertEquals(new BigDecimal("20.0"), first.decisionPrice());
        assertEquals(2, judged.size());
    }

    @Test
    void whatADayBeginsOverIsToldOnceOfAllAccountsBeforeItsDecisionIsStored() {
        RunId run = checked(DATE);
        stage(book -> {
                    assertEquals(List.of(), breaches, "not account by account");
                    return List.of();
                })
                .run(run);
        assertEquals(List.of(run + " ANNA 1", run + " BEN 0"), breaches);
        stage(book -> List.of()).run(run);
        assertEquals(2, breaches.size(), "it was decided already");
    }

    /** The next day's prices lie in the file already: they are the market's, and no decision is another for them. */
    @Test
    void whatComesAfterTheCloseChangesNoDecision() {
        stage(book -> List.of()).run(checked(DATE));
        List<AccountBook> alone = List.copyOf(judged);
        RebalanceResult decided = decided(RunId.of(DATE, 1));
        double[][] futures = {{1, 9_999}, {Double.NaN, 27.31}, {2_000, 0.01}};
        for (double[] future : futures) {
            judged.clear();
            PriceHistory past = SmallFirm.prices();
            List<LocalDate> dates = new ArrayList<>(past.dates());
            dates.add(DATE.plusDays(1));
            lake.file = new PriceHistory(
                    dates,
                    List.of("S00", "S01", "S99"),
                    rows(past.close(), new double[] {future[0], future[1], 5}),
                    rows(past.volume(), new double[] {1, 1e9, 7}));
            RunId run = checked(DATE);
            stage(book -> List.of()).run(run);
            assertEquals(DATE.plusDays(1), markets.getLast().dates().getLast(), "the market knows it");
            assertEquals(alone.toString(), judged.toString().replace(run.value(), "2018-04-11-001"));
            assertEquals(decided.toString(), decided(run).toString().replace(run.value(), "2018-04-11-001"));
        }
    }

    private static double[][] rows(double[][] past, double[] last) {
        double[][] rows = new double[past.length + 1][];
        for (int i = 0; i < past.length; i++) {
            rows[i] = new double[] {past[i][0], past[i][1], Double.NaN};
        }
        rows[past.length] = last;
        return rows;
    }

    @Test
    void theRulesSeeTheAccountsOwnBook() {
        stage(book -> List.of()).run(checked(DATE));
        AccountBook anna = judged.getFirst();
        assertEquals(firm.lots(), anna.lots());
        assertEquals(DATE, anna.date());
        assertEquals(Map.of("S00", new BigDecimal("20.0"), "S01", new BigDecimal("27.31")), anna.prices());
        assertEquals(Map.of("S00", DATE, "S01", DATE), anna.priceDates());
        assertEquals(BigDecimal.valueOf(1_000_000), anna.averageDailyVolume().get("S00"));
        assertEquals(List.of(), judged.getLast().lots());
    }

    /**
     * A cut changes the book, so everything is judged again on what is left, until nothing changes. Then the account is
     * planned again within what was permitted, and the money goes into the other share.
     */
    @Test
    void theRulesAreAskedAgainUntilNothingChangesAndTheAccountIsPlannedWithinThat() {
        RunId run = checked(DATE);
        Rebalance.Result result =
                stage(book -> cutTo(book, "ANNA", "S00", 150, 100)).run(run);
        assertEquals(List.of("ANNA S00 100", "ANNA S01 284", "BEN S00 122", "BEN S01 89"), orders(run));
        assertEquals(
                List.of("194", "150", "100", "100"),
                judged.stream()
                        .filter(book -> book.account().id().equals("ANNA"))
                        .map(book -> book.orders().getFirst().quantity().toPlainString())
                        .toList());
        assertEquals(1, result.changed(), "a cut to what is asked, which changes nothing");
        assertEquals(
                "The plan of ANNA has USD 4,000.00 of S00 where USD 5,880.00 was wanted, by position-weight: Not so many. "
                        + "What rules take from other names of ANNA goes to S01: USD 1,880.00.",
                decided(run).verdicts().getFirst().reason());
    }

    /** A table that always finds something ends after eleven judgements of each of three plans with what the last one left. */
    @Test
    void aRuleThatNeverRestsIsAskedElevenTimesOfThreePlans() {
        RunId run = checked(DATE);
        int[] permitted = {193};
        stage(book -> cutTo(book, "ANNA", "S00", permitted[0]--)).run(run);
        assertEquals(
                33, judged.stream().filter(b -> b.account().id().equals("ANNA")).count());
        assertEquals("ANNA S00 161", orders(run).getFirst());
    }

    @Test
    void anAccountThatMayNotTradeDoesNotStopTheOthers() {
        RunId run = checked(DATE);
        Rebalance.Result result = stage(RebalanceTest::annaDenied).run(run);
        assertEquals(List.of("BEN S00 122", "BEN S01 89"), orders(run));
        assertEquals(0, result.changed());
        assertEquals(2, decided(run).plans().size());
        assertEquals(0, decided(run).plans().getFirst().proposal().trades().size());
        assertEquals(
                List.of("ANNA/S00", "ANNA/S01", "ANNA", "BEN"),
                decided(run).verdicts().stream().map(Verdict::subject).toList());
    }

    @Test
    void aWarningGoesToTheApproverAndChangesNothing() {
        RunId run = checked(DATE);
        Rebalance.Result result = stage(
                        book -> List.of(verdict(book.orders().getFirst(), Outcome.WARN, Optional.empty())))
                .run(run);
        assertEquals(4, result.orders());
        assertEquals(4, result.limits());
        assertEquals(0, result.changed());
    }

    /** Anna's sale of 300 S00 was to pay for S01; denied, it leaves her 10,000 of cash for 15,700 of purchases. */
    @Test
    void aDeniedSaleDoesNotPayForAPurchase() {
        inputs.folder = holding(800);
        RunId run = checked(DATE);
        stage(book -> book.orders().stream()
                        .filter(order -> order.side() == Side.SELL)
                        .map(order -> verdict(order, Outcome.DENY, Optional.empty()))
                        .toList())
                .run(run);
        ParentOrder bought = decided(run).orders().getFirst();
        assertEquals("ANNA S01", bought.account() + " " + bought.symbol());
        assertEquals(Side.BUY, bought.side());
        assertTrue(bought.notional().compareTo(new BigDecimal("10000")) <= 0, bought.notional() + " was bought");
        assertTrue(decided(run).verdicts().stream()
                .anyMatch(v -> v.rule().equals(CashLimit.RULE) && v.outcome() == Outcome.CUT));
    }

    @Test
    void aSaleNamesTheTaxLotsItTakesFrom() {
        inputs.folder = holding(800);
        RunId run = checked(DATE);
        stage(book -> List.of()).run(run);
        ParentOrder sale = decided(run).orders().getFirst();
        assertEquals(Side.SELL, sale.side());
        assertEquals(List.of(new LotChoice("ANNA/S00/2017-05-02/1", sale.quantity())), sale.lots());
    }

    @Test
    void answeredTwiceIsTheSameAndNothingIsPlannedAgain() {
        RunId run = checked(DATE);
        Rebalance.Result first = stage(RebalanceTest::annaDenied).run(run);
        RebalanceResult decided = decided(run);
        assertEquals(first, stage(book -> List.of()).run(run));
        assertEquals(decided, decided(run));
        assertEquals(3, planner.asked.size(), "Anna twice, who was denied");
    }

    @Test
    void theSeedOfTheRunGoesToThePlanner() {
        stage(book -> List.of()).run(checked(DATE));
        assertEquals(
                List.of(42L, 42L), planner.asked.stream().map(p -> p.seed()).toList());
    }

    @Test
    void progressNamesTheAccountAtHand() {
        stage(book -> List.of()).run(checked(DATE));
        assertEquals(List.of("0 of 2 ANNA", "1 of 2 BEN", "2 of 2 "), heard);
    }

    /** A judging that was killed before its decision was stored is made again: what it kept is replaced, not added to. */
    @Test
    void theDecisionsOfARunAreKeptOnce() {
        RunId run = checked(DATE);
        stage(book -> List.of()).run(run);
        assertEquals(List.of("ANNA 1", "BEN 1"), kept(run));
        stage(book -> List.of()).run(run);
        assertEquals(List.of("ANNA 1", "BEN 1"), kept(run), "what is decided is not judged again");
        RunId other = checked(DATE);
        assertThrows(
                IllegalStateException.class,
                () -> stage(book -> {
                            if (book.account().id().equals("BEN")) {
                                throw new IllegalStateException("killed");
                            }
                            return List.of();
                        })
                        .run(other));
        assertNull(decisions.kept.get(other));
        stage(book -> List.of()).run(other);
        assertEquals(List.of("ANNA 1", "BEN 1"), kept(other));
    }

    private List<String> kept(RunId run) {
        return decisions.kept.get(run).stream()
                .map(one -> one.account() + " " + one.round())
                .toList();
    }

    /** Wash sales look back 61 days: Anna's loss of last month is seen, what was before and what was rehearsed is not. */
    @Test
    void theRulesSeeWhatTheAccountTradedInTheLastSixtyOneDays() {
        sold(DATE.minusDays(62), 10, RunStatus.DONE, false);
        sold(DATE.minusDays(61), 20, RunStatus.DONE, false);
        sold(DATE.minusDays(30), 30, RunStatus.DONE, true);
        sold(DATE.minusDays(20), 40, RunStatus.REFUSED, false);
        sold(DATE.minusDays(10), 50, RunStatus.DONE, false);
        stage(book -> List.of()).run(checked(DATE));
        assertEquals(
                List.of(
                        new AccountBook.RecentTrade(
                                "S00", DATE.minusDays(61), Side.SELL, BigDecimal.valueOf(20), BigDecimal.valueOf(-40)),
                        new AccountBook.RecentTrade(
                                "S00",
                                DATE.minusDays(10),
                                Side.SELL,
                                BigDecimal.valueOf(50),
                                BigDecimal.valueOf(-100))),
                judged.getFirst().recentTrades());
        assertEquals(List.of(), judged.getLast().recentTrades());
    }

    /** An earlier run in which Anna sold S00, bought at 15, for 13. */
    private void sold(LocalDate date, long units, RunStatus status, boolean rehearsal) {
        RunId run = memory.open(date, firm.folder().toString(), 42, rehearsal, EVENING)
                .id();
        AnnasSale.in(run, memory, firm, units, 13);
        memory.status(run, status);
    }

    private static List<Verdict> annaDenied(AccountBook book) {
        return book.account().id().equals("ANNA")
                ? book.orders().stream()
                        .map(order -> verdict(order, Outcome.DENY, Optional.empty()))
                        .toList()
                : List.of();
    }

    /** Cuts one order to the first of the quantities that is below what it has. */
    private static List<Verdict> cutTo(AccountBook book, String account, String symbol, long... permitted) {
        for (ParentOrder order : book.orders()) {
            if (order.account().equals(account) && order.symbol().equals(symbol)) {
                for (long units : permitted) {
                    if (BigDecimal.valueOf(units).compareTo(order.quantity()) < 0) {
                        return List.of(verdict(order, Outcome.CUT, Optional.of(BigDecimal.valueOf(units))));
                    }
                }
                return List.of(
                        verdict(order, Outcome.CUT, Optional.of(BigDecimal.valueOf(permitted[permitted.length - 1]))));
            }
        }
        return List.of();
    }

    private static Verdict verdict(ParentOrder order, Outcome outcome, Optional<BigDecimal> permitted) {
        return new Verdict(
                new RuleVersion("position-weight", "1"),
                outcome,
                order.account(),
                order.id(),
                "Not so many.",
                new TreeMap<>(),
                "",
                permitted);
    }

    private Firm holding(long units) {
        var lot = firm.lots().getFirst();
        return new Firm(
                firm.folder(),
                firm.pricesFile(),
                firm.settings(),
                firm.calendars(),
                firm.instruments(),
                firm.accounts(),
                List.of(new TaxLot(
                        lot.id(), lot.account(), lot.symbol(), BigDecimal.valueOf(units), lot.cost(), lot.acquired())),
                firm.venues(),
                List.of());
    }

    private RunId checked(LocalDate date) {
        RunRecord run = memory.open(date, firm.folder().toString(), 42, false, EVENING);
        inputs.freeze(run);
        DataCheck check = lake.check(Lake.PRICES, firm, run.id(), lake.takeIn(firm, run.id()), date, date);
        memory.saveData(run.id(), check);
        return run.id();
    }

    private RebalanceResult decided(RunId run) {
        return memory.rebalance(run).orElseThrow();
    }

    private List<String> orders(RunId run) {
        return decided(run).orders().stream()
                .map(o -> o.account() + " " + o.symbol() + " " + o.quantity().toPlainString())
                .toList();
    }

    private Rebalance stage(Function<AccountBook, List<Verdict>> rules) {
        RuleBook book = new RuleBook() {
            @Override
            public List<Verdict> check(AccountBook asked, DecisionSink told) {
                judged.add(asked);
                told.book(asked);
                told.compliance(new Verdict(
                        new RuleVersion("any", "1"),
                        Outcome.PASS,
                        asked.account().id(),
                        asked.account().id(),
                        "",
                        new TreeMap<>(),
                        "",
                        Optional.empty()));
                return rules.apply(asked);
            }

            @Override
            public Bounds bounds(AccountBook book, Collection<String> symbols) {
                return Bounds.NONE;
            }

            @Override
            public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
                return List.of();
            }

            @Override
            public List<Breach> standing(AccountBook book) {
                assertEquals(List.of(), book.orders());
                return List.of(new Breach(
                        new RuleVersion("names", "v"),
                        book.account().id(),
                        "",
                        BigDecimal.ONE,
                        BigDecimal.valueOf(book.lots().size()),
                        Optional.empty()));
            }

            @Override
            public SortedMap<String, String> versions() {
                return new TreeMap<>();
            }
        };
        return new Rebalance(
                memory,
                memory,
                new RunMarkets(inputs, memory, lake, (firm, market, sessions, prices, seed) -> {
                    markets.add(prices);
                    return symbol -> Optional.empty();
                }),
                planner,
                book,
                decisions,
                (day, over) -> over.forEach(one -> breaches.add(day.id() + " " + one.account() + " " + one.used())),
                (stage, done, of, what) -> heard.add(done + " of " + of + " " + what),
                Runnable::run);
    }
}
