package dev.vesper.limits.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Tables;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.CashShare;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.DailyTurnover;
import dev.vesper.limits.measure.GrossExposure;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.limits.measure.NetExposure;
import dev.vesper.limits.measure.NumberOfNames;
import dev.vesper.limits.measure.OrderNotional;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.measure.ShareOfDailyVolume;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account of 100,000 at prices of 100, in lots of 10. */
class LimitBoundsTest {
    private static final List<String> SYMBOLS = List.of("IBM", "XOM", "CVX", "SPY");

    /** A name has no bound of units, and what sales bring towards its limit bounds no purchase. */
    private static final Set<String> UNBOUND =
            Set.of("number-of-names", "minimum-number-of-names", "minimum-net-exposure", "cash-share");

    @Test
    void aMinimumOfCashIsSharedByPurchasesAndSalesMakeRoom() {
        SharedBound cash = of(book().holds("XOM", 105), Tables.cutting(Minimum.of(new CashShare()), facts -> "0.2"))
                .shared()
                .getFirst();
        assertEquals("ACC1", cash.subject());
        assertEquals("-22100.0", cash.most().toPlainString());
        assertEquals("-100000", cash.used().toPlainString());
        assertEquals(
                "[CVX BUY 0 true, IBM BUY 0 true, SPY BUY 0 true, XOM BUY 0 true, CVX SELL 10 true,"
                        + " IBM SELL 10 true, SPY SELL 10 true, XOM SELL 210 true]",
                cash.parts().stream()
                        .map(p -> p.symbol() + " " + p.side() + " " + p.spared() + " " + p.frees())
                        .toList()
                        .toString());
        assertEquals("at least 20% of the account's value", cash.why().said());
    }

    @Test
    void whatOnlySalesBringTowardsALimitBoundsNoPurchase() {
        for (Measure measure :
                List.of(new CashShare(), Minimum.of(new NetExposure()), Minimum.of(new NumberOfNames()))) {
            assertEquals(
                    Bounds.NONE, of(book().holds("XOM", 100), Tables.of(measure, facts -> "0.9", LimitAction.DENY)));
            assertEquals(Bounds.NONE, of(book(), Tables.of(measure, facts -> "0.9", LimitAction.DENY)));
        }
    }

    @Test
    void aPositionMayBeBoughtUpToItsLimitAndSaysWhichRow() {
        Bounds bounds = of(book().holds("IBM", 100), Tables.cutting(new PositionWeight(), facts -> "0.25"));
        OrderBound bought = bounds.tightest("IBM", Side.BUY).orElseThrow();
        assertEquals("170", bought.units().toPlainString());
        assertEquals("position-weight v row 3: 25% of the account's value", said(bought.why()));
        assertEquals("270", units(bounds, "XOM", Side.BUY));
        assertEquals("370", units(bounds, "IBM", Side.SELL), "100 are held, and 270 may be short");
    }

    @Test
    void aPositionThatIsTooLargeSaysHowMuchMustBeSold() {
        Bounds bounds = of(book().holds("IBM", 605), Tables.cutting(new PositionWeight(), facts -> "0.25"));
        assertEquals("-210", units(bounds, "IBM", Side.BUY), "605 of 1,605 held; 401.25 may be");
    }

    @Test
    void eachSideAndInstrumentHasARowOfItsOwn() {
        Bounds bounds = of(
                book().holds("IBM", 100),
                Tables.cutting(
                        new OrderNotional(),
                        facts -> facts.cell(CommonFacts.SIDE).equals("buy")
                                ? facts.cell(CommonFacts.SYMBOL).equals("IBM") ? "5000" : "7000"
                                : "3000"));
        assertEquals("50", units(bounds, "IBM", Side.BUY));
        assertEquals("70", units(bounds, "XOM", Side.BUY));
        assertEquals("30", units(bounds, "IBM", Side.SELL));
    }

    @Test
    void rowsThatWarnOrHaveNoLimitBindNothing() {
        assertEquals(
                Bounds.NONE,
                of(
                        book().holds("IBM", 100),
                        Tables.of(new PositionWeight(), facts -> "0.25", LimitAction.WARN),
                        Tables.cutting(GroupWeight.ofSector(), facts -> ""),
                        Tables.of(new ShareOfDailyVolume(), facts -> "0.1", LimitAction.WARN)));
    }

    @Test
    void whatCannotBeMeasuredMayNotBeTraded() {
        Bounds bounds = of(book().volume("IBM", 1_234), Tables.cutting(new ShareOfDailyVolume(), facts -> "0.1"));
        assertEquals("120", units(bounds, "IBM", Side.BUY));
        assertEquals("0", units(bounds, "XOM", Side.BUY));
        assertTrue(bounds.tightest("XOM", Side.SELL)
                .orElseThrow()
                .why()
                .said()
                .startsWith("The average daily volume of XOM is unknown"));
    }

    @Test
    void aSectorIsSharedAndSalesMakeRoom() {
        Bounds bounds = of(
                book().holds("XOM", 105),
                Tables.cutting(
                        GroupWeight.ofSector(),
                        facts -> facts.cell(CommonFacts.SECTOR).equals("Energy") ? "0.3" : ""));
        SharedBound energy = bounds.shared().getFirst();
        assertEquals("ACC1/Energy", energy.subject());
        assertEquals("33150.0", energy.most().toPlainString());
        assertEquals("10500", energy.used().toPlainString());
        assertEquals(
                "[CVX BUY 0, XOM BUY 0, CVX SELL 0, XOM SELL 100]",
                energy.parts().stream()
                        .map(p -> p.symbol() + " " + p.side() + " " + p.spared())
                        .toList()
                        .toString());
        assertTrue(energy.parts().stream().allMatch(SharedBound.Part::frees));
    }

    @Test
    void turnoverIsUsedByBothSides() {
        SharedBound turnover = of(book().holds("XOM", 100), Tables.cutting(new DailyTurnover(), facts -> "0.3"))
                .shared()
                .getFirst();
        assertEquals("0", turnover.used().toPlainString());
        assertTrue(turnover.parts().stream().allMatch(p -> p.spared().signum() == 0));
        assertEquals(8, turnover.parts().size());
    }

    /** What keeps within all bounds is neither cut nor denied, whatever tables and waivers; one lot more than a bound is. */
    @Test
    @Tag("slow")
    void whatKeepsWithinTheBoundsPassesTheRules() {
        int atTheEdge = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var random = new SplittableRandom(seed);
            List<LimitTable> tables = new ArrayList<>();
            for (Measure measure : Measures.ALL.all()) {
                if (measure.addsUp() && !UNBOUND.contains(measure.label())) {
                    tables.add(random(measure, random));
                }
            }
            Waivers waivers = seed % 2 == 0 ? Waivers.NONE : waivers(tables, random);
            Books made = book();
            for (String symbol : SYMBOLS) {
                if (random.nextBoolean()) {
                    made.holds(symbol, random.nextInt(-150, 600));
                }
                if (random.nextInt(3) > 0) {
                    made.volume(symbol, random.nextInt(1, 9_000));
                }
            }
            AccountBook book = made.book();
            BookCheck rules = new BookCheck(tables, asked -> new ArrayList<>(), waivers);
            Bounds bounds = LimitBounds.of(tables, book, SYMBOLS, waivers);
            List<ParentOrder> orders = new ArrayList<>();
            for (String symbol : SYMBOLS) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long most = Math.min(
                        bounds.tightest(symbol, side)
                                .map(b -> b.units().longValue())
                                .orElse(500L),
                        500);
                long units =
                        most < 10 ? 0 : random.nextBoolean() ? most / 10 * 10 : 10 * random.nextLong(most / 10 + 1);
                ParentOrder order = order(symbol, side, units);
                List<ParentOrder> more = new ArrayList<>(orders);
                more.add(order);
                if (units > 0 && within(bounds, more)) {
                    orders.add(order);
                }
            }
            for (var verdict : rules.check(book.withOrders(orders))) {
                assertTrue(!verdict.outcome().acts(), () -> verdict + " of " + orders);
            }
            for (OrderBound bound : bounds.tightest().values()) {
                BigDecimal held = Holdings.of(book).units(bound.symbol());
                if (held.signum() * bound.side().sign() < 0) {
                    continue; // through zero the rules let a little more pass
                }
                long beyond = Math.max(0, bound.units().longValue()) + 10;
                boolean acts =
                        rules.check(book.withOrders(List.of(order(bound.symbol(), bound.side(), beyond)))).stream()
                                .anyMatch(v -> v.outcome().acts());
                assertTrue(acts, () -> "Expected a lot beyond " + bound + " to be too much");
                atTheEdge++;
            }
        }
        assertTrue(atTheEdge > 1_000, "bounds tried: " + atTheEdge);
    }

    /** Of some of the tables, for a symbol, a sector or the account. */
    private static Waivers waivers(List<LimitTable> tables, SplittableRandom random) {
        List<Waiver> waivers = new ArrayList<>();
        for (LimitTable table : tables) {
            double scale = table.measure().highestLimit().isPresent() ? 1 : 40_000;
            String subject = List.of("", "IBM", "XOM", "Energy").get(random.nextInt(4));
            if (random.nextInt(3) > 0) {
                waivers.add(new Waiver(
                        "W-" + (waivers.size() + 1),
                        table.rule().name(),
                        random.nextInt(4) > 0 ? "ACC1" : "",
                        subject,
                        Optional.of(BigDecimal.valueOf(scale * (random.nextDouble() + 0.1))),
                        Books.DATE,
                        "Ada",
                        "Ben",
                        "random"));
            }
        }
        return new Waivers(waivers);
    }

    private static boolean within(Bounds bounds, List<ParentOrder> orders) {
        for (SharedBound shared : bounds.shared()) {
            BigDecimal used = shared.used();
            for (ParentOrder order : orders) {
                for (SharedBound.Part part : shared.parts()) {
                    if (part.symbol().equals(order.symbol()) && part.side() == order.side()) {
                        BigDecimal spared = part.spared().min(order.quantity());
                        used = used.add(order.quantity().subtract(spared).multiply(part.perUnit()));
                        used = part.frees() ? used.subtract(spared.multiply(part.perUnit())) : used;
                    }
                }
            }
            if (used.compareTo(shared.most()) > 0) {
                return false;
            }
        }
        return true;
    }

    private static ParentOrder order(String symbol, Side side, long units) {
        return side == Side.BUY ? Orders.buy("1-" + symbol, symbol, units) : Orders.sell("1-" + symbol, symbol, units);
    }

    @Test
    void whatDoesNotAddUpBoundsNothing() {
        Measures.ALL.all().stream()
                .filter(measure -> !measure.addsUp())
                .forEach(measure -> assertEquals(
                        Bounds.NONE,
                        of(book().holds("XOM", 100), Tables.of(measure, facts -> "0.1", LimitAction.DENY))));
    }

    @Test
    void theTightestTableOfNamesBoundsTheirNumber() {
        Bounds bounds = of(
                book().holds("XOM", 100),
                Tables.of(new NumberOfNames(), facts -> "4", LimitAction.DENY),
                Tables.of(new NumberOfNames(), facts -> "2.5", LimitAction.DENY),
                Tables.of(new NumberOfNames(), facts -> "1", LimitAction.WARN),
                Tables.of(new NumberOfNames(), facts -> "3", LimitAction.DENY));
        NamesBound names = bounds.names().orElseThrow();
        assertEquals(2, names.most());
        assertEquals("number-of-names v row 3: at most 2.5", said(names.why()));
        assertEquals(
                Optional.of(names),
                bounds.and(List.of(new OrderBound("IBM", Side.BUY, BigDecimal.ZERO, names.why())))
                        .names());
        assertFalse(bounds.isEmpty());
    }

    private static LimitTable random(Measure measure, SplittableRandom random) {
        double scale = measure.highestLimit().isPresent() ? 1 : 40_000;
        String one = random.nextInt(4) == 0
                ? ""
                : BigDecimal.valueOf(scale * random.nextDouble()).toPlainString();
        String two = BigDecimal.valueOf(scale * random.nextDouble()).toPlainString();
        LimitAction action = LimitAction.values()[random.nextInt(3)];
        String odd = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        return Tables.of(
                measure,
                facts -> measure.facts().contains(CommonFacts.SYMBOL)
                                && facts.cell(CommonFacts.SYMBOL).equals(odd)
                        ? two
                        : one,
                action);
    }

    private static Books book() {
        Books books = Books.cash(100_000);
        for (String symbol : SYMBOLS) {
            books.holds(symbol, 0)
                    .instrument(symbol, "Equity", symbol.equals("XOM") || symbol.equals("CVX") ? "Energy" : "Other");
        }
        return books;
    }

    private static Bounds of(Books books, LimitTable... tables) {
        return LimitBounds.of(List.of(tables), books.book(), SYMBOLS);
    }

    private static String units(Bounds bounds, String symbol, Side side) {
        return bounds.tightest(symbol, side).orElseThrow().units().toPlainString();
    }

    private static String said(Why why) {
        return why.rule() + " row " + why.row() + ": " + why.said();
    }

    @Test
    void grossExposureIsSharedByAll() {
        SharedBound gross = of(book().holds("XOM", 100), Tables.cutting(new GrossExposure(), facts -> "0.5"))
                .shared()
                .getFirst();
        assertEquals("ACC1", gross.subject());
        assertEquals("10000", gross.used().toPlainString());
    }
}
