package dev.vesper.execution.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Place;
import dev.vesper.execution.reconcile.TradeBreak.Kind;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a venue says beside what was booked. */
class TradeMatchingTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 12);

    @Test
    void eachDifferenceHasItsNameAndItsMoney() {
        Fill fill = fill("E1", "O1", "ABC", Side.BUY, "100", "50", "1");
        assertBreak(Kind.QUANTITY, "500", fill, trade("E1", "O1", "ABC", Side.BUY, "110", "50", "1"));
        assertBreak(Kind.PRICE, "-10", fill, trade("E1", "O1", "ABC", Side.BUY, "100", "49.9", "1"));
        assertBreak(Kind.FEE, "0.5", fill, trade("E1", "O1", "ABC", Side.BUY, "100", "50", "1.5"));
        assertBreak(Kind.INSTRUMENT, "-10000", fill, trade("E1", "O1", "ABC", Side.SELL, "100", "50", "1"));
        assertBreak(Kind.INSTRUMENT, "0", fill, trade("E1", "O1", "XYZ", Side.BUY, "100", "50", "1"));
        assertBreak(Kind.INSTRUMENT, "0", fill, trade("E1", "O2", "ABC", Side.BUY, "100", "50", "1"));
        assertBreak(Kind.OTHER_ID, "0", fill, trade("E7", "O1", "ABC", Side.BUY, "100", "50", "1"));
        assertBreak(
                Kind.DATE,
                "0",
                fill,
                new VenueTrade(
                        Place.of("f", 2),
                        "LIT",
                        "E1",
                        "O1",
                        "ABC",
                        Side.BUY,
                        new BigDecimal("100"),
                        new BigDecimal("50"),
                        Optional.empty(),
                        Optional.of(DAY.plusDays(1))));
    }

    /** Two of either side are alike: which is which nobody can say. */
    @Test
    void whatIsAlikeMoreThanOnceIsNotBroughtTogether() {
        TradeReconciliation compared = TradeMatching.of(
                Optional.of(DAY),
                List.of(
                        fill("E1", "O1", "ABC", Side.BUY, "1", "5", "0"),
                        fill("E2", "O1", "ABC", Side.BUY, "1", "5", "0")),
                List.of(
                        trade("F1", "O1", "ABC", Side.BUY, "1", "5", "0"),
                        trade("F2", "O1", "ABC", Side.BUY, "1", "5", "0")));
        assertEquals(
                List.of(Kind.NOT_CONFIRMED, Kind.NOT_CONFIRMED, Kind.NOT_BOOKED, Kind.NOT_BOOKED),
                compared.breaks().stream().map(TradeBreak::kind).toList());
        assertEquals(0, compared.matched());
    }

    @Test
    void idsAreTheVenues() {
        VenueTrade dark = new VenueTrade(
                Place.of("f", 3),
                "DARK",
                "E1",
                "O1",
                "ABC",
                Side.BUY,
                new BigDecimal("1"),
                new BigDecimal("5"),
                Optional.empty(),
                Optional.empty());
        TradeReconciliation compared = TradeMatching.of(
                Optional.of(DAY),
                List.of(fill("E1", "O1", "ABC", Side.BUY, "1", "5", "0")),
                List.of(dark, trade("E1", "O1", "ABC", Side.BUY, "1", "5", "0")));
        assertEquals(1, compared.matched());
        assertEquals(Kind.NOT_BOOKED, compared.breaks().getFirst().kind());
        assertEquals(
                List.of("DARK", "LIT"),
                compared.venues().stream().map(VenueTotal::venue).toList());
    }

    /** Lost, invented, altered in any order: the money of the breaks is the difference of both sides' cash. */
    @Property(tries = 300)
    void theMoneyOfTheBreaksIsTheDifferenceOfBothSides(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fill> booked = new ArrayList<>();
        List<VenueTrade> told = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            String quantity = String.valueOf(1 + random.nextInt(3));
            String price = "5." + random.nextInt(3);
            if (random.nextInt(8) > 0) {
                booked.add(fill("E" + i, "O" + i / 3, "ABC", side, quantity, price, "0.1"));
            }
            int fate = random.nextInt(8);
            if (fate > 0) {
                told.add(trade(
                        (fate == 1 ? "F" : "E") + i,
                        "O" + i / 3,
                        "ABC",
                        fate == 2 ? Side.BUY : side,
                        fate == 3 ? "9" : quantity,
                        fate == 4 ? "6" : price,
                        fate == 5 ? "0.7" : "0.1"));
            }
        }
        Collections.shuffle(told, random);
        TradeReconciliation compared = TradeMatching.of(Optional.of(DAY), booked, told);
        BigDecimal ours = booked.stream()
                .map(fill -> cash(fill.side(), fill.quantity(), fill.price(), fill.fee()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal theirs = told.stream()
                .map(trade -> cash(
                        trade.side(),
                        trade.quantity(),
                        trade.price(),
                        trade.fee().orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal money = compared.breaks().stream().map(TradeBreak::money).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, theirs.subtract(ours).compareTo(money), theirs.subtract(ours) + " and " + money);
        assertTrue(compared.matched() <= Math.min(booked.size(), told.size()));
        assertEquals(
                TradeMatching.of(Optional.of(DAY), booked.reversed(), told)
                        .breaks()
                        .size(),
                compared.breaks().size());
    }

    private static BigDecimal cash(Side side, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
        BigDecimal notional = quantity.multiply(price);
        return (side == Side.BUY ? notional : notional.negate()).add(fee);
    }

    private static void assertBreak(Kind kind, String money, Fill fill, VenueTrade trade) {
        TradeReconciliation compared = TradeMatching.of(Optional.of(DAY), List.of(fill), List.of(trade));
        assertEquals(1, compared.breaks().size(), compared.breaks().toString());
        TradeBreak one = compared.breaks().getFirst();
        assertEquals(kind, one.kind());
        assertEquals(0, new BigDecimal(money).compareTo(one.money()), one.toString());
    }

    private static Fill fill(
            String id, String order, String symbol, Side side, String quantity, String price, String fee) {
        return new Fill(
                "LIT",
                id,
                order,
                "P",
                "ACC",
                symbol,
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fee),
                0,
                DAY);
    }

    private static VenueTrade trade(
            String id, String order, String symbol, Side side, String quantity, String price, String fee) {
        return new VenueTrade(
                Place.of("f", 2),
                "LIT",
                id,
                order,
                symbol,
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                Optional.of(new BigDecimal(fee)),
                Optional.of(DAY));
    }
}
