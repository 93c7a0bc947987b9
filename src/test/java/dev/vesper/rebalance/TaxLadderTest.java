package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.DATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.LotChoice;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TaxLadderTest {
    private static final LocalDate LAST_YEAR = DATE.minusDays(400);
    private static final LocalDate LAST_MONTH = DATE.minusDays(30);

    @Test
    void lossesAreSoldBeforeGainsAndLongTermGainsBeforeShortTermOnes() {
        TaxLadder ladder = ladder(
                "1",
                lot("short-gain", 10, "80", LAST_MONTH), // 20 gain at 37 %: 7.40 each
                lot("long-gain", 10, "80", LAST_YEAR), // 20 gain at 20 %: 4.00 each
                lot("long-loss", 10, "110", LAST_YEAR), // -10 at 20 %: -2.00 each
                lot("short-loss", 10, "110", LAST_MONTH)); // -10 at 37 %: -3.70 each
        assertEquals(
                List.of("short-loss", "long-loss", "long-gain", "short-gain"),
                ladder.choose(40).stream().map(LotChoice::lotId).toList());
        assertEquals(Micros.nearest(new BigDecimal("-37")), ladder.taxMicros(10));
        assertEquals(Micros.nearest(new BigDecimal("-57")), ladder.taxMicros(20));
        assertEquals(Micros.nearest(new BigDecimal("-17")), ladder.taxMicros(30));
        assertEquals(Micros.nearest(new BigDecimal("57")), ladder.taxMicros(40));
    }

    @Test
    void theHighestCostGoesFirstWithinOneTerm() {
        TaxLadder ladder = ladder("1", lot("low", 5, "40", LAST_YEAR), lot("high", 5, "95", LAST_YEAR));
        assertEquals(List.of(new LotChoice("high", BigDecimal.valueOf(3))), ladder.choose(3));
        assertEquals(0, new BigDecimal("15").compareTo(ladder.realisedGain(3)));
    }

    @Test
    void aLotIsLongTermOnTheDayAfterAYear() {
        assertFalse(TaxLadder.isLongTerm(lot("a", 1, "1", DATE.minusDays(365)), DATE));
        assertTrue(TaxLadder.isLongTerm(lot("a", 1, "1", DATE.minusDays(366)), DATE));
    }

    /** More than one year is the calendar's: a leap day makes it 367 days, and a leap day's own year ends with February. */
    @Test
    void aYearIsThatOfTheCalendar() {
        for (String row : List.of(
                "2023-06-28 2024-06-28 short",
                "2023-06-28 2024-06-29 long",
                "2023-06-29 2024-06-28 short",
                "2023-06-27 2024-06-28 long",
                "2024-02-29 2025-02-28 short",
                "2024-02-29 2025-03-01 long",
                "2023-02-28 2024-02-28 short",
                "2023-02-28 2024-02-29 long",
                "2023-12-31 2024-12-31 short",
                "2023-12-31 2025-01-01 long")) {
            String[] words = row.split(" ");
            assertEquals(
                    words[2].equals("long"),
                    TaxLadder.isLongTerm(lot("a", 1, "1", LocalDate.parse(words[0])), LocalDate.parse(words[1])),
                    row);
        }
    }

    @Test
    void aTradingLotMayTakeFromSeveralTaxLotsWithFractions() {
        TaxLadder ladder = ladder(
                "10",
                lot("a", "4.5", "100", LAST_YEAR),
                lot("b", "7", "90", LAST_YEAR),
                lot("c", "9.25", "80", LAST_YEAR));
        // 4.5 at no gain, 5.5 at 10 gain, 20 %: 11.00; then 1.5 at 10 and 8.5 at 20: 3.00 + 34.00
        assertEquals(11_000_000, ladder.taxMicros(1));
        assertEquals(48_000_000, ladder.taxMicros(2));
        assertEquals(
                List.of(
                        new LotChoice("a", new BigDecimal("4.5")),
                        new LotChoice("b", new BigDecimal("7")),
                        new LotChoice("c", new BigDecimal("8.5"))),
                ladder.choose(2));
    }

    @Test
    void aShortSaleRealisesNothingBeyondWhatIsHeld() {
        TaxLadder ladder = ladder("1", lot("a", 5, "50", LAST_YEAR));
        assertEquals(ladder.taxMicros(5), ladder.taxMicros(9));
        assertEquals(List.of(new LotChoice("a", BigDecimal.valueOf(5))), ladder.choose(9));
        assertEquals(0, ladder("1").taxMicros(3));
        assertEquals(0, ladder.taxMicros(-3), "a purchase is not taxed");
    }

    @Test
    void aShortLotIsNoLotToSell() {
        TaxLadder ladder = ladder("1", lot("short", -5, "120", LAST_YEAR), lot("long", 5, "90", LAST_YEAR));
        assertEquals(List.of(new LotChoice("long", BigDecimal.valueOf(5))), ladder.choose(5));
        assertEquals(2 * 5 * 1_000_000, ladder.taxMicros(5)); // a gain of 10 at 20 % each
        assertEquals(0, new BigDecimal("50").compareTo(ladder.realisedGain(5)));
    }

    /** Each lot is four numbers: units, cost, days held, and whether a fraction is added. */
    @Property(tries = 300)
    void lotsSumToTheTradeAndAreNeverOversoldAndNoOtherChoiceIsCheaper(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> units,
            @ForAll @Size(4) List<@IntRange(min = 50, max = 150) Integer> costs,
            @ForAll @Size(4) List<@IntRange(min = 300, max = 430) Integer> days) {
        List<TaxLot> lots = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            lots.add(lot("L" + i, units.get(i), costs.get(i).toString(), DATE.minusDays(days.get(i))));
        }
        TaxLadder ladder = ladder("1", lots.toArray(TaxLot[]::new));
        int held = units.stream().mapToInt(Integer::intValue).sum();
        Map<String, BigDecimal> owned = lots.stream().collect(Collectors.toMap(TaxLot::id, TaxLot::quantity));
        for (int sold = 0; sold <= held; sold++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (LotChoice choice : ladder.choose(sold)) {
                assertTrue(choice.quantity().signum() > 0);
                assertTrue(choice.quantity().compareTo(owned.get(choice.lotId())) <= 0);
                sum = sum.add(choice.quantity());
            }
            assertEquals(0, BigDecimal.valueOf(sold).compareTo(sum));
            assertEquals(cheapest(lots, 0, sold), ladder.taxMicros(sold));
        }
    }

    /** Tries every way of taking so many units. */
    private static long cheapest(List<TaxLot> lots, int from, int units) {
        if (units == 0) {
            return 0;
        }
        if (from == lots.size()) {
            return Long.MAX_VALUE / 4;
        }
        TaxLot lot = lots.get(from);
        long rate = DATE.isAfter(lot.acquired().plusYears(1)) ? 2000 : 3700;
        long each = (100 - lot.cost().longValueExact()) * rate * 100;
        long best = Long.MAX_VALUE;
        for (int taken = 0; taken <= Math.min(units, lot.quantity().intValueExact()); taken++) {
            best = Math.min(best, taken * each + cheapest(lots, from + 1, units - taken));
        }
        return best;
    }

    private static TaxLadder ladder(String lotSize, TaxLot... lots) {
        return TaxLadder.of(List.of(lots), new BigDecimal(lotSize), new BigDecimal("100"), DATE, TaxRates.STANDARD, 0);
    }

    private static TaxLot lot(String id, int quantity, String cost, LocalDate acquired) {
        return lot(id, String.valueOf(quantity), cost, acquired);
    }

    private static TaxLot lot(String id, String quantity, String cost, LocalDate acquired) {
        return new TaxLot(id, "ACC", "A", new BigDecimal(quantity), new BigDecimal(cost), acquired);
    }
}
