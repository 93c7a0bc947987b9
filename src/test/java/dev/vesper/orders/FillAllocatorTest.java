package dev.vesper.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FillAllocatorTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private final List<TaxLot> lots = List.of(lot("1", 100, "10"), lot("2", 50, "12"), lot("3", 70, "9"));

    @Test
    void aPartialSellTakesTheChosenLotsInTheirOrder() {
        var after = FillAllocator.allocate(
                lots, List.of(sell(120, choice("2", 50), choice("1", 70))), List.of(fill("P", "e1", 60, "11")), DAY);
        assertEquals(List.of(lot("1", 90, "10"), lot("3", 70, "9")), after.lots());
        assertEquals(2, after.realised().size());
        assertEquals(0, new BigDecimal("-50").compareTo(after.realised().get(0).gain()));
        assertEquals(0, new BigDecimal("10").compareTo(after.realised().get(1).gain()));
    }

    @Test
    void aBuyIsOneNewLotAtItsAveragePrice() {
        var after = FillAllocator.allocate(
                lots, List.of(buy(100)), List.of(fill("P", "e1", 60, "11"), fill("P", "e2", 40, "12")), DAY);
        TaxLot added = after.lots().getLast();
        assertEquals("ACC/IBM/2018-04-11/1", added.id());
        assertEquals(0, new BigDecimal("11.4").compareTo(added.cost()));
        assertEquals(BigDecimal.valueOf(100), added.quantity());
    }

    @Test
    void aFillIsBookedOnceHoweverOftenItIsTold() {
        var fill = fill("P", "e1", 60, "11");
        assertEquals(
                FillAllocator.allocate(lots, List.of(buy(100)), List.of(fill), DAY),
                FillAllocator.allocate(lots, List.of(buy(100)), List.of(fill, fill), DAY));
    }

    @Test
    void aSellBeyondTheChosenLotsOpensAShortAndABuyClosesIt() {
        var shorted = FillAllocator.allocate(List.of(), List.of(sell(30)), List.of(fill("P", "e1", 30, "11")), DAY);
        assertEquals(BigDecimal.valueOf(-30), shorted.lots().getFirst().quantity());
        var closed = FillAllocator.allocate(
                shorted.lots(), List.of(buy(50)), List.of(fill("P", "e2", 50, "10")), DAY.plusDays(1));
        assertEquals(1, closed.lots().size());
        assertEquals(BigDecimal.valueOf(20), closed.lots().getFirst().quantity());
        assertEquals(
                0, new BigDecimal("30").compareTo(closed.realised().getFirst().gain()));
    }

    @Test
    void aSecondPurchaseOfADayIsALotOfItsOwn() {
        var first = FillAllocator.allocate(List.of(), List.of(buy(10)), List.of(fill("P", "e1", 10, "11")), DAY);
        var second = FillAllocator.allocate(first.lots(), List.of(buy(10)), List.of(fill("P", "e2", 10, "12")), DAY);
        assertEquals(
                List.of("ACC/IBM/2018-04-11/1", "ACC/IBM/2018-04-11/2"),
                second.lots().stream().map(TaxLot::id).toList());
    }

    @Test
    void aPurchaseClosesOnlyShortsOfItsOwnAccountAndSymbolOldestFirst() {
        List<TaxLot> held = List.of(
                shorted("young", "ACC", "IBM", DAY.minusDays(1)),
                shorted("old", "ACC", "IBM", DAY.minusDays(9)),
                shorted("other-symbol", "ACC", "XOM", DAY.minusDays(20)),
                shorted("other-account", "BCC", "IBM", DAY.minusDays(20)));
        var after = FillAllocator.allocate(held, List.of(buy(15)), List.of(fill("P", "e1", 15, "9")), DAY);
        assertEquals(
                List.of("old 10", "young 5"),
                after.realised().stream()
                        .map(r -> r.lotId() + " " + r.quantity().toPlainString())
                        .toList());
        assertEquals(
                List.of("young", "other-symbol", "other-account"),
                after.lots().stream().map(TaxLot::id).toList());
    }

    private static TaxLot shorted(String id, String account, String symbol, LocalDate acquired) {
        return new TaxLot(id, account, symbol, BigDecimal.valueOf(-10), BigDecimal.TEN, acquired);
    }

    @Test
    void moreFilledThanOrderedIsRefused() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> FillAllocator.allocate(lots, List.of(buy(10)), List.of(fill("P", "e1", 11, "11")), DAY));
        assertEquals("Expected at most 10 units of P, but its fills are 11", e.getMessage());
    }

    @Property(tries = 300)
    void unitsAreConserved(@ForAll long seed) {
        Random random = new Random(seed);
        boolean sells = random.nextBoolean();
        ParentOrder parent = sells ? sell(150, choice("3", 70), choice("1", 100)) : buy(1 + random.nextInt(500));
        List<Fill> fills = new ArrayList<>();
        int left = parent.quantity().intValue();
        while (left > 0 && random.nextInt(6) > 0) {
            int units = 1 + random.nextInt(left);
            left -= units;
            fills.add(fill("P", "e" + left, units, Integer.toString(5 + random.nextInt(10))));
        }
        BigDecimal filled = fills.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = sum(lots);
        var after = FillAllocator.allocate(lots, List.of(parent), fills, DAY);
        BigDecimal expected =
                before.add(filled.multiply(BigDecimal.valueOf(parent.side().sign())));
        assertEquals(0, expected.compareTo(sum(after.lots())));
        assertTrue(after.lots().stream().noneMatch(lot -> lot.quantity().signum() == 0));
    }

    private static BigDecimal sum(List<TaxLot> lots) {
        return lots.stream().map(TaxLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static TaxLot lot(String id, long quantity, String cost) {
        return new TaxLot(
                id, "ACC", "IBM", BigDecimal.valueOf(quantity), new BigDecimal(cost), LocalDate.of(2017, 1, 2));
    }

    private static LotChoice choice(String id, long quantity) {
        return new LotChoice(id, BigDecimal.valueOf(quantity));
    }

    private static ParentOrder buy(long quantity) {
        return parent(Side.BUY, quantity, List.of());
    }

    private static ParentOrder sell(long quantity, LotChoice... choices) {
        return parent(Side.SELL, quantity, List.of(choices));
    }

    private static ParentOrder parent(Side side, long quantity, List<LotChoice> choices) {
        return new ParentOrder(
                "P",
                "ACC",
                "IBM",
                side,
                BigDecimal.valueOf(quantity),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.TEN,
                "USD",
                SlicingStrategy.TWAP,
                choices);
    }

    private static Fill fill(String parent, String id, long quantity, String price) {
        return new Fill(
                "LIT",
                id,
                parent + "-0-L",
                parent,
                "ACC",
                "IBM",
                Side.BUY,
                BigDecimal.valueOf(quantity),
                new BigDecimal(price),
                BigDecimal.ZERO,
                0);
    }
}
