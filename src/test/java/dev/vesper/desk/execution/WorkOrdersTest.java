package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.adapters.engine.Engines;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.killswitch.KillScope;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryVenues;
import dev.vesper.testing.NoRules;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The approved orders at the simulated venues: sent slice by slice, booked once, also over a crash. */
class WorkOrdersTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    /** All of the day's six slices: an order is a share of the market from its first trades on. */
    private static final List<Integer> WORKED = List.of(0, 1, 2, 3, 4, 5);

    private final List<String> heard = new ArrayList<>();

    /** One desk and its market; two of them compare a day with a crash to a day without. */
    private final class Day {
        final Memory memory = new Memory();
        final MemoryInputs inputs;
        final MemoryLake lake = new MemoryLake(SmallFirm.prices());
        final MemoryVenues venues = new MemoryVenues();
        final KillSwitches switches = new KillSwitches(memory.eventLog, memory, () -> EVENING);
        final VenueBreakers breakers = MemoryOperations.breakers(memory, () -> EVENING);
        RunOdds odds = MemoryOperations.odds(memory, () -> EVENING);
        final RunId run;
        Runnable onStop = () -> {};
        Set<String> leftOut = Set.of();
        RuleBook rules = new NoRules();
        EngineOpener engines = JavaEngine::new;

        Day(List<ParentOrder> approved) {
            this(approved, BreakerLimits.STANDARD);
        }

        Day(List<ParentOrder> approved, BreakerLimits limits) {
            Firm firm = SmallFirm.with(limits);
            inputs = new MemoryInputs(firm);
            RunRecord record = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, false, EVENING);
            run = record.id();
            inputs.freeze(record);
            memory.saveData(
                    run, lake.check(Lake.PRICES, firm, run, lake.takeIn(firm, run), SmallFirm.DATE, SmallFirm.DATE));
            memory.saveRebalance(run, Stream.of(new RebalanceResult(List.of(), approved, List.of())), firm.lots());
        }

        /** What happened to the breakers, in words. */
        List<String> steps() {
            return breakers.past(run).stream()
                    .map(told -> VenueBreakers.line(told.event()))
                    .toList();
        }

        /** How many orders a venue got, by slice. */
        Map<Integer, Long> sentTo(String venue) {
            return memory.orders.children(run).stream()
                    .filter(child -> child.venue().equals(venue))
                    .collect(Collectors.groupingBy(ChildOrder::slice, Collectors.counting()));
        }

        RunMarkets markets() {
            return new RunMarkets(
                    inputs, memory, lake, (firm, market, sessions, prices, seed) -> TradingDay.tape(7, 2));
        }

        WorkOrders.Result work() {
            return new WorkOrders(
                            memory,
                            memory,
                            approved -> leftOut,
                            memory.orders,
                            odds,
                            markets(),
                            venues,
                            engines,
                            switches,
                            () -> rules,
                            breakers,
                            (stage, done, of, what) -> {
                                heard.add(stage + " " + done + " of " + of);
                                if (what.equals("stopped")) {
                                    onStop.run();
                                }
                            },
                            () -> EVENING)
                    .run(run);
        }
    }

    @Test
    void slicesAreSentAndEveryFillIsBookedToItsAccount() {
        Day day = new Day(TradingDay.parents(4, 2));
        WorkOrders.Result result = day.work();
        List<ChildOrder> children = day.memory.orders.children(day.run);
        assertEquals(4, result.parents());
        assertEquals(children.size(), result.children());
        assertEquals(children.stream().map(ChildOrder::clientOrderId).toList(), day.venues.sent);
        assertEquals(
                new HashSet<>(day.venues.sent),
                day.memory.orders.outcomes(day.run).keySet());
        assertEquals(WORKED, children.stream().map(ChildOrder::slice).distinct().toList());
        var accounts =
                TradingDay.parents(4, 2).stream().collect(Collectors.toMap(ParentOrder::id, ParentOrder::account));
        List<Fill> fills = day.memory.orders.fills(day.run);
        assertTrue(fills.size() >= WORKED.size(), fills.size() + " fills");
        fills.forEach(fill -> assertEquals(accounts.get(fill.parentId()), fill.account()));
        assertEquals("execute-orders 6 of 6", heard.getLast());
        assertEquals(1, day.venues.opened);
        assertEquals(1, day.venues.closed);
    }

    /** Nor after a crash: the approval is decided again whenever the stage is. */
    @Test
    void whatWasLeftOutIsNeverSent() {
        Day day = new Day(TradingDay.parents(4, 2));
        String out = TradingDay.parents(4, 2).get(1).id();
        day.leftOut = Set.of(out);
        assertEquals(3, day.work().parents());
        assertEquals(3, day.work().parents());
        assertEquals(
                Set.of(),
                day.memory.orders.children(day.run).stream()
                        .map(ChildOrder::parentId)
                        .filter(out::equals)
                        .collect(Collectors.toSet()));
        assertTrue(day.venues.sent.stream().noneMatch(id -> id.contains(out)));
    }

    /** Decided at the close of Wednesday, 11 April 2018; worked on Thursday. */
    @Test
    void ordersAreWorkedInTheNextSession() {
        Day day = new Day(TradingDay.parents(4, 2));
        day.work();
        LocalDate thursday = LocalDate.of(2018, 4, 12);
        day.memory.orders.children(day.run).forEach(child -> assertEquals(thursday, child.date()));
        List<Fill> fills = day.memory.orders.fills(day.run);
        assertTrue(fills.size() > 4, fills.size() + " fills");
        fills.forEach(fill -> {
            assertEquals(thursday, fill.date());
            assertTrue(fill.millis() >= 34_200_000 && fill.millis() <= 57_600_000, fill.toString());
        });
    }

    @Test
    void whatIsBookedIsWhatTheVenuesSayTheyFilled() {
        Day day = new Day(TradingDay.parents(4, 2));
        WorkOrders.Result result = day.work();
        BigDecimal booked =
                day.memory.orders.fills(day.run).stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told = day.memory.orders.outcomes(day.run).values().stream()
                .map(ChildOutcome::filled)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wanted =
                TradingDay.parents(4, 2).stream().map(ParentOrder::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, told.compareTo(booked), told + " told, " + booked + " booked");
        assertTrue(booked.compareTo(wanted) <= 0, booked + " of " + wanted);
        assertEquals(booked.compareTo(wanted) == 0, result.unfilled() == 0);
        assertEquals(0, result.rejected());
    }

    /** A slice was worked, but its answer is lost; the resume must neither lose its fills nor book them twice. */
    @Test
    void aResumeInTheMiddleIsExactlyOnce() {
        Day whole = new Day(TradingDay.parents(4, 2));
        WorkOrders.Result undisturbed = whole.work();
        for (int slice = 0; slice < WORKED.size(); slice++) {
            Day broken = new Day(TradingDay.parents(4, 2));
            broken.venues.silentAfter = slice;
            Problem silent = assertThrows(Problem.class, broken::work);
            assertEquals(Problem.Kind.UNAVAILABLE, silent.kind());
            assertEquals(1, broken.venues.closed);
            broken.venues.silentAfter = Integer.MAX_VALUE;
            assertEquals(undisturbed, broken.work());
            assertEquals(whole.memory.orders.children(whole.run), broken.memory.orders.children(broken.run));
            assertEquals(whole.memory.orders.outcomes(whole.run), broken.memory.orders.outcomes(broken.run));
            assertEquals(whole.memory.orders.fills(whole.run), broken.memory.orders.fills(broken.run));
            assertEquals(new HashSet<>(whole.venues.sent), new HashSet<>(broken.venues.sent));
        }
    }

    @Test
    void calledAgainAfterItsEndNothingIsSent() {
        Day day = new Day(TradingDay.parents(4, 2));
        WorkOrders.Result first = day.work();
        int sent = day.venues.sent.size();
        assertEquals(first, day.work());
        assertEquals(sent, day.venues.sent.size());
    }

    /** S02 is in no tape of the day: both venues refuse it, the other orders are worked. */
    @Test
    void whatAVenueRefusesIsCountedAndLeavesTheRestAlone() {
        Day day = new Day(TradingDay.parents(3, 3));
        WorkOrders.Result result = day.work();
        List<ChildOutcome> refused = day.memory.orders.outcomes(day.run).values().stream()
                .filter(outcome -> outcome.state() == ChildOutcome.State.REJECTED)
                .toList();
        assertTrue(result.rejected() > 0);
        assertEquals(refused.size(), result.rejected());
        refused.forEach(outcome -> assertEquals("unknown symbol S02", outcome.reason()));
        assertTrue(result.summary().contains(", " + result.rejected() + " rejected, "), result.summary());
        assertTrue(result.unfilled() >= 1);
        assertEquals(
                List.of("S00", "S01"),
                day.memory.orders.fills(day.run).stream()
                        .map(Fill::symbol)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void whereNothingWasApprovedNothingIsSentAndNoVenueIsCalled() {
        Day day = new Day(List.of());
        WorkOrders.Result result = day.work();
        assertEquals("nothing to trade", result.summary());
        assertEquals(new WorkOrders.Result(0, 0, 0, 0, 0), result);
        assertEquals(0, day.venues.opened);
        assertEquals(List.of(), day.venues.sent);
    }

    @Test
    void theLineForPeopleSaysWhatIsLeft() {
        assertEquals("2 parents, 8 children, all filled", new WorkOrders.Result(2, 8, 0, 0, 0).summary());
        assertEquals(
                "2 parents, 8 children, 3 rejected, 1 not filled whole",
                new WorkOrders.Result(2, 8, 3, 0, 1).summary());
    }

    /** LIT refuses what is sent to it: it gets no more, the midpoint gets all; after a rest one order is tried. */
    @Test
    void aVenueThatRejectsGetsNoMoreOrdersUntilItTakesOne() {
        Day day = rejecting(0, 2);
        WorkOrders.Result result = day.work();
        assertEquals(
                List.of(
                        "LIT: breaker open from slice 2 on: it rejected 6 orders in a row, 3 open the breaker; the last: no more today",
                        "LIT: breaker half open from slice 4 on: one order a slice is tried",
                        "LIT: breaker closed from slice 5 on: the order that was tried was taken"),
                day.steps());
        assertEquals(Map.of(0, 6L, 3, 1L, 4, 1L, 5, 2L), day.sentTo("LIT"));
        assertEquals(6, result.rejected());
        assertTrue(day.sentTo("MID").containsKey(2), day.sentTo("MID").toString());
        assertEquals(
                List.of("LIT of run " + day.run + " is closed since slice 5: the order that was tried was taken"),
                day.breakers.all().stream()
                        .filter(breaker -> breaker.venue().equals("LIT"))
                        .map(BreakerRecord::line)
                        .toList());
        assertEquals(
                List.of(
                        AuditAction.VENUE_BREAKER_OPENED,
                        AuditAction.VENUE_BREAKER_HALF_OPENED,
                        AuditAction.VENUE_BREAKER_CLOSED),
                day.memory.rows().stream()
                        .filter(row -> row.subject().equals("venue/" + day.run + "/LIT"))
                        .map(AuditLog.Row::action)
                        .toList());
    }

    @Test
    void aTrialThatIsRejectedOpensItAnew() {
        Day day = rejecting(0, 5);
        day.work();
        assertEquals(
                List.of(
                        "LIT: breaker open from slice 2 on: it rejected 6 orders in a row, 3 open the breaker; the last: no more today",
                        "LIT: breaker half open from slice 4 on: one order a slice is tried",
                        "LIT: breaker open from slice 5 on: it rejected the order that was tried: no more today"),
                day.steps());
        assertEquals(Map.of(0, 6L, 3, 1L), day.sentTo("LIT"));
    }

    /** Killed in each slice: what was decided of the venues is read, and the day ends as an undisturbed one. */
    @Test
    void aResumedDayHasTheSameBreakers() {
        Day whole = rejecting(0, 2);
        WorkOrders.Result undisturbed = whole.work();
        for (int slice = 0; slice < WORKED.size(); slice++) {
            Day broken = rejecting(0, 2);
            broken.venues.silentAfter = slice;
            assertThrows(Problem.class, broken::work);
            broken.venues.silentAfter = Integer.MAX_VALUE;
            assertEquals(undisturbed, broken.work());
            assertEquals(whole.steps(), broken.steps());
            assertEquals(whole.memory.orders.children(whole.run), broken.memory.orders.children(broken.run));
            assertEquals(whole.memory.orders.fills(whole.run), broken.memory.orders.fills(broken.run));
        }
    }

    @Test
    void whatAPersonOpenedStaysOpenUntilAPersonClosesIt() {
        Day day = new Day(TradingDay.parents(4, 2));
        RunRecord run = day.memory.find(day.run).orElseThrow();
        day.breakers.open(run, "LIT", "olga", "they asked for it");
        day.breakers.open(run, "MID", "olga", "too");
        assertEquals(0, day.work().children());
        assertEquals(
                Optional.of("The breaker of LIT of run " + day.run
                        + " is open since slice 1: olga: they asked for it; that of"
                        + " MID of run " + day.run + " is open since slice 1: olga: too; ./vesper venues breakers"
                        + " tells more"),
                day.breakers.trouble());
        assertThrows(Problem.class, () -> day.breakers.open(run, "LIT", "olga", "again"));
        assertThrows(Problem.class, () -> day.breakers.close(run, "LIT", "olga", " "));
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> day.breakers.close(run, "DARK", "olga", "?"))
                        .kind());
        assertEquals(
                "olga", day.breakers.close(run, "LIT", "olga", "they are back").by());
    }

    /** Opened while slice 3 is with the venues: it holds from slice 4 on. */
    @Test
    void itHoldsFromTheNextSliceOn() {
        Day day = new Day(TradingDay.parents(4, 2));
        day.venues.beforeEach = child -> {
            if (child.slice() == 2 && day.breakers.open().isEmpty()) {
                day.breakers.open(day.memory.find(day.run).orElseThrow(), "LIT", "olga", "it looks wrong");
            }
        };
        day.work();
        assertEquals(Set.of(0, 1, 2), day.sentTo("LIT").keySet());
        assertEquals(List.of("LIT: breaker open from slice 4 on: it looks wrong"), day.steps());
    }

    /** A day whose LIT refuses what is sent from the first of these slices to the last. */
    private Day rejecting(int first, int last) {
        Day day = new Day(TradingDay.parents(4, 2), new BreakerLimits(3, 0.5, 100, 2));
        day.venues.rejects = child -> child.venue().equals("LIT") && child.slice() >= first && child.slice() <= last;
        return day;
    }

    /** What venues leave is caught up with, never overtaken: the plan is the most that is done by the end of each slice. */
    @Test
    void nothingIsDoneBeforeItIsPlanned() {
        Day day = new Day(TradingDay.parents(4, 2));
        day.work();
        RunMarket market = day.markets().of(day.memory.find(day.run).orElseThrow());
        Map<String, PlannedSchedule> plans = PlannedSchedule.of(
                TradingDay.parents(4, 2),
                market::session,
                market.tape(),
                market.firm().settings().execution(),
                JavaEngine::new);
        for (ParentOrder parent : TradingDay.parents(4, 2)) {
            long[] planned = plans.get(parent.id()).lots();
            BigDecimal done = BigDecimal.ZERO;
            for (int slice = 0; slice < planned.length; slice++) {
                int now = slice;
                done = day.memory.orders.children(day.run).stream()
                        .filter(child ->
                                child.slice() == now && child.parentId().equals(parent.id()))
                        .map(child -> day.memory
                                .orders
                                .outcomes(day.run)
                                .get(child.clientOrderId())
                                .filled())
                        .reduce(done, BigDecimal::add);
                assertTrue(done.longValueExact() <= planned[slice], parent.id() + " slice " + slice);
            }
            assertEquals(parent.wholeLots(), planned[planned.length - 1], parent.id());
        }
    }

    private static final KillScope ACCOUNT = new KillScope(KillKind.ACCOUNT, "ACC1");

    @Test
    void whatIsKilledIsDeniedAndTheOthersGoOn() {
        Day day = new Day(TradingDay.parents(6, 2));
        day.switches.press(ACCOUNT, "ben", "a wrong model");
        WorkOrders.Result result = day.work();
        var accounts =
                TradingDay.parents(6, 2).stream().collect(Collectors.toMap(ParentOrder::id, ParentOrder::account));
        List<ChildOrder> children = day.memory.orders.children(day.run);
        List<String> killed = children.stream()
                .filter(child -> "ACC1".equals(accounts.get(child.parentId())))
                .map(ChildOrder::clientOrderId)
                .toList();
        assertTrue(killed.size() >= WORKED.size(), killed.size() + " children");
        assertEquals(killed.size(), result.denied());
        killed.forEach(id -> {
            ChildOutcome outcome = day.memory.orders.outcomes(day.run).get(id);
            assertEquals(ChildOutcome.State.DENIED, outcome.state());
            assertEquals("K-1 stops the account ACC1 (ben: a wrong model)", outcome.reason());
            assertTrue(!day.venues.sent.contains(id), id);
        });
        assertEquals(children.size() - killed.size(), day.venues.sent.size());
        assertTrue(day.memory.orders.fills(day.run).stream()
                .noneMatch(fill -> fill.account().equals("ACC1")));
        assertTrue(result.summary().contains(result.denied() + " denied by a kill switch"), result.summary());
        assertTrue(result.unfilled() >= 2);
    }

    /** Pressed between two children of one slice: the first has left, the second does not. */
    @Test
    void itTakesEffectBeforeTheNextChild() {
        Day day = new Day(TradingDay.parents(4, 2));
        day.venues.beforeEach = child -> {
            if (day.venues.sent.size() == 3 && day.switches.now().on().isEmpty()) {
                day.switches.press(KillScope.EVERYTHING, "ben", "the prices are wrong");
            }
        };
        day.onStop = () -> day.switches.giveUpRest(day.run, "ben", "too late for today");
        WorkOrders.Result result = day.work();
        assertEquals(3, day.venues.sent.size());
        assertEquals(result.children() - 3, result.denied());
        assertTrue(result.unfilled() >= 3, result.summary());
    }

    @Test
    void theRunWaitsForTheReleaseAndThenCatchesUp() {
        Day undisturbed = new Day(TradingDay.parents(4, 2));
        undisturbed.work();
        Day day = new Day(TradingDay.parents(4, 2));
        day.switches.press(KillScope.EVERYTHING, "ben", "the prices are wrong");
        day.onStop = () -> {
            assertEquals(List.of(), day.venues.sent);
            day.switches.askRelease("K-1", "ben", "they are right");
            assertThrows(Problem.class, () -> day.switches.agree("K-1", 1, "Ben", "they are"));
            day.switches.agree("K-1", 1, "dora", "I looked as well");
        };
        WorkOrders.Result result = day.work();
        assertEquals(0, result.denied());
        assertEquals(undisturbed.venues.sent, day.venues.sent, "time stood still");
    }

    /** Killed while a slice is with the venues and its answer is lost: what they know is told, nothing new is sent. */
    @Test
    void aResumeSendsNothingThatIsStoppedMeanwhile() {
        Day day = new Day(TradingDay.parents(4, 2));
        day.venues.silentAfter = 2;
        assertThrows(Problem.class, day::work);
        int sent = day.venues.sent.size();
        day.venues.silentAfter = Integer.MAX_VALUE;
        day.switches.press(KillScope.EVERYTHING, "ben", "the prices are wrong");
        day.onStop = () -> day.switches.giveUpRest(day.run, "ben", "too late for today");
        day.work();
        assertEquals(sent, day.venues.sent.size());
    }

    /** Rules whose next version lets no more than so many units of S00 be bought, from the moment that it is urgent. */
    private static final class Changing implements RuleBook {
        private final NoRules before = new NoRules();
        private final BigDecimal most;
        boolean urgent;
        int asked;

        Changing(String most) {
            this.most = new BigDecimal(most);
        }

        @Override
        public List<Verdict> check(AccountBook book, DecisionSink told) {
            asked++;
            return book.orders().stream()
                    .filter(order -> order.symbol().equals("S00")
                            && order.side() == Side.BUY
                            && order.quantity().compareTo(most) > 0)
                    .map(order -> new Verdict(
                            new RuleVersion("sanctions", "2"),
                            most.signum() == 0 ? Outcome.DENY : Outcome.CUT,
                            order.account(),
                            order.id(),
                            "S00 is on the list.",
                            Verdict.numbers(Map.of()),
                            "",
                            most.signum() == 0 ? Optional.empty() : Optional.of(most)))
                    .toList();
        }

        @Override
        public RuleBook now(RunId run) {
            return urgent ? this : before;
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>(Map.of("compliance/sanctions.dmn", "2"));
        }

        @Override
        public SortedMap<String, String> versions(RunId run) {
            return before.versions();
        }

        @Override
        public Bounds bounds(AccountBook book, Collection<String> symbols) {
            return Bounds.NONE;
        }

        @Override
        public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
            return List.of();
        }
    }

    /** 400 of S00 and of S01, cheap enough for Anna's cash. */
    private static List<ParentOrder> purchases() {
        return Stream.of("S00", "S01")
                .map(symbol -> new ParentOrder(
                        TradingDay.RUN + "-" + symbol,
                        "ANNA",
                        symbol,
                        Side.BUY,
                        BigDecimal.valueOf(400),
                        BigDecimal.ONE,
                        new BigDecimal("0.01"),
                        BigDecimal.TEN,
                        "USD",
                        SlicingStrategy.TWAP,
                        List.of()))
                .toList();
    }

    private static BigDecimal filled(Day day, String symbol) {
        return day.memory.orders.fills(day.run).stream()
                .filter(fill -> fill.symbol().equals(symbol))
                .map(Fill::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Bought until slice 2, and not a share more from the slice in which the change became active. */
    @Test
    void whatAnUrgentChangeOfTheRulesForbidsIsNotSentAnyMore() {
        Changing rules = new Changing("0");
        Day day = new Day(purchases());
        day.rules = rules;
        day.venues.beforeEach = child -> rules.urgent |= child.slice() == 2;
        WorkOrders.Result result = day.work();
        List<ChildOrder> denied = day.memory.orders.children(day.run).stream()
                .filter(child -> day.memory
                                .orders
                                .outcomes(day.run)
                                .get(child.clientOrderId())
                                .state()
                        == ChildOutcome.State.DENIED)
                .toList();
        assertEquals(result.denied(), denied.size());
        assertEquals(Set.of("S00"), denied.stream().map(ChildOrder::symbol).collect(Collectors.toSet()));
        assertEquals(Set.of(3, 4, 5), denied.stream().map(ChildOrder::slice).collect(Collectors.toSet()));
        assertEquals(
                "sanctions, changed since it was approved: S00 is on the list. (the engine's gate: RESTRICTED)",
                day.memory
                        .orders
                        .outcomes(day.run)
                        .get(denied.getFirst().clientOrderId())
                        .reason());
        assertTrue(filled(day, "S00").signum() > 0 && filled(day, "S00").compareTo(new BigDecimal("400")) < 0);
        assertEquals(new BigDecimal("400"), filled(day, "S01"));
        assertEquals(3, rules.asked, "for the change alone: Anna in two rounds, Ben, who trades nothing, in one");
    }

    @Test
    void whatItCutsIsTradedAsFarAsItSays() {
        Changing rules = new Changing("150");
        rules.urgent = true;
        Day day = new Day(purchases());
        day.rules = rules;
        WorkOrders.Result result = day.work();
        BigDecimal bought = filled(day, "S00");
        assertTrue(bought.signum() > 0 && bought.compareTo(new BigDecimal("150")) <= 0, bought + " bought");
        assertTrue(result.denied() > 0);
        assertEquals(new BigDecimal("400"), filled(day, "S01"));
        assertTrue(
                denials(day).stream()
                        .allMatch(why -> why.matches("sanctions, changed since it was approved: S00 is on the list\\."
                                + " \\(the engine's gate: (POSITION|QUANTITY) \\d+ against 150\\)")),
                () -> denials(day).toString());
    }

    private static List<String> denials(Day day) {
        return day.memory.orders.outcomes(day.run).values().stream()
                .filter(outcome -> outcome.state() == ChildOutcome.State.DENIED)
                .map(ChildOutcome::reason)
                .toList();
    }

    /**
     * The change is urgent after slice 2 and taken back after slice 3. Whatever slice the day breaks off in, it goes on with what
     * counted for each: the same children to the bit, though other rules are active when it is asked for the earlier ones.
     */
    @Test
    void aResumedDayIsToldTheTableThatCountedForEachSlice() {
        Day whole = changed(Integer.MAX_VALUE);
        WorkOrders.Result undisturbed = whole.work();
        assertTrue(undisturbed.denied() > 0);
        int calls = (int) whole.memory.orders.children(whole.run).stream()
                .mapToInt(ChildOrder::slice)
                .distinct()
                .count();
        for (int call = 0; call < calls; call++) {
            Day broken = changed(call);
            assertThrows(Problem.class, broken::work);
            broken.venues.silentAfter = Integer.MAX_VALUE;
            // the rules are as when the slice was decided that is worked again, and not as for those before
            ((Changing) broken.rules).urgent = broken.memory.orders.history(broken.run).stream()
                    .flatMap(
                            event -> event instanceof SliceEvent.OrdersLessened less ? Stream.of(less) : Stream.empty())
                    .reduce((_, newest) -> newest)
                    .filter(less -> !less.orders().isEmpty())
                    .isPresent();
            assertEquals(undisturbed, broken.work(), "broken off in call " + call);
            assertEquals(whole.memory.orders.children(whole.run), broken.memory.orders.children(broken.run));
            assertEquals(whole.memory.orders.outcomes(whole.run), broken.memory.orders.outcomes(broken.run));
            assertEquals(whole.memory.orders.fills(whole.run), broken.memory.orders.fills(broken.run));
            assertEquals(whole.memory.orders.history(whole.run), broken.memory.orders.history(broken.run));
        }
    }

    @Test
    void theNativeEngineStopsTheSame() {
        Engines.Choice built = Engines.load(Path.of(System.getProperty("vesper.native", "target/native")));
        assumeTrue(built.nativeServes(), built::reason);
        Day java = changed(Integer.MAX_VALUE);
        Day other = changed(Integer.MAX_VALUE);
        other.engines = built.open();
        assertEquals(java.work(), other.work());
        assertEquals(denials(java), denials(other));
        assertEquals(java.memory.orders.children(java.run), other.memory.orders.children(other.run));
        assertEquals(java.memory.orders.history(java.run), other.memory.orders.history(other.run));
    }

    private static final String OTHER = TradingDay.RUN + "-S01";

    private Day changed(int silentAfter) {
        Changing rules = new Changing("0");
        Day day = new Day(purchases());
        day.rules = rules;
        day.venues.silentAfter = silentAfter;
        day.venues.beforeEach = child -> {
            if (child.parentId().equals(OTHER)) {
                rules.urgent = child.slice() == 1 || child.slice() == 2; // as the next slice is decided
            }
        };
        return day;
    }

    /** A crash in between: the change is as active as before, and nothing is sent that it forbids. */
    @Test
    void anUrgentChangeHoldsAfterARestart() {
        Changing rules = new Changing("0");
        Day day = new Day(purchases());
        day.rules = rules;
        day.venues.beforeEach = child -> rules.urgent |= child.slice() == 2;
        day.venues.silentAfter = 3;
        assertThrows(Problem.class, day::work);
        day.venues.silentAfter = Integer.MAX_VALUE;
        day.work();
        BigDecimal before = day.memory.orders.outcomes(day.run).entrySet().stream()
                .filter(outcome -> outcome.getKey().compareTo("0003") < 0
                        && outcome.getKey().contains("S00"))
                .map(outcome -> outcome.getValue().filled())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(before, filled(day, "S00"));
    }
}
