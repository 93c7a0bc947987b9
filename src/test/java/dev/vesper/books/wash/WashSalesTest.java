package dev.vesper.books.wash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.books.LotId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which purchases replace which losses: the examples of the tax office's Publication 550 and of people who got it wrong. */
class WashSalesTest {
    private static final LocalDate SOLD = LocalDate.of(2026, 3, 31);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 5, 2);

    private static LotId lot(String account, LocalDate acquired, int number) {
        return new LotId(account, "IBM", acquired, number);
    }

    private static LotId lot(LocalDate acquired) {
        return lot("A", acquired, 1);
    }

    private static LossSale loss(LotId lot, LocalDate sold, String units, String loss) {
        return new LossSale("S-" + sold, lot, sold, new BigDecimal(units), new BigDecimal(loss));
    }

    private static Purchase bought(LotId lot, String units) {
        return new Purchase(lot, new BigDecimal(units), false);
    }

    /** For example {@code 75: 750.00 by 2026-03-05}. */
    private static List<String> said(List<WashSale> found) {
        return found.stream()
                .map(wash -> wash.units().toPlainString() + ": "
                        + wash.disallowed().stripTrailingZeros().toPlainString() + " by "
                        + wash.replacement().acquired() + (wash.lostForGood() ? " for good" : ""))
                .toList();
    }

    private static List<String> found(List<LossSale> losses, Purchase... purchases) {
        return said(WashSales.of(losses, List.of(purchases)));
    }

    private static List<String> found(LossSale loss, Purchase... purchases) {
        return found(List.of(loss), purchases);
    }

    @Test
    void aLossReplacedInFullIsDisallowed() {
        LossSale loss = loss(lot(LONG_AGO), SOLD, "100", "250");
        List<WashSale> found = WashSales.of(List.of(loss), List.of(bought(lot(SOLD.plusDays(5)), "100")));
        assertEquals(List.of("100: 250 by 2026-04-05"), said(found));
        assertEquals(698, found.getFirst().carriedDays(), "2024-05-02 to 2026-03-31");
    }

    @Test
    void aLossReplacedInPartByEarlierPurchasesIsDisallowedInPart() {
        assertEquals(
                List.of("50: 500 by 2026-03-05", "25: 250 by 2026-03-20"),
                found(
                        loss(lot(LONG_AGO), SOLD, "100", "1000"),
                        bought(lot(LocalDate.of(2026, 3, 20)), "25"),
                        bought(lot(LocalDate.of(2026, 3, 5)), "50")));
    }

    @Test
    void moreBoughtThanSoldReplacesWhatWasSoldAndNoMore() {
        assertEquals(
                List.of("50: 500 by 2026-04-01", "50: 500 by 2026-04-02"),
                found(
                        loss(lot(LONG_AGO), SOLD, "100", "1000"),
                        bought(lot(SOLD.plusDays(4)), "50"),
                        bought(lot(SOLD.plusDays(3)), "50"),
                        bought(lot(SOLD.plusDays(2)), "50"),
                        bought(lot(SOLD.plusDays(1)), "50")));
    }

    @Test
    void gainsBesideALossStandInFull() {
        // 300 sold at 125: 100 of them cost 158 each, those at 100 and at 95 gained; 250 bought back
        assertEquals(
                List.of("100: 3300 by 2026-04-10"),
                found(loss(lot(LONG_AGO), SOLD, "100", "3300"), bought(lot(SOLD.plusDays(10)), "250")));
    }

    @Test
    void unitsOfOneLotDoNotReplaceEachOther() {
        LotId one = lot(SOLD.minusDays(11));
        assertEquals(List.of(), found(loss(one, SOLD, "100", "700"), bought(one, "100")));
        LotId part = new LotId("A", "IBM", SOLD.minusDays(11), 1, new LotId.Replaces(1, 90));
        assertEquals(List.of(), found(loss(part, SOLD, "100", "700"), bought(one, "100")), "nor do its parts");
    }

    @Test
    void aYoungLotLeftOverReplacesAsManyUnitsAsAreLeft() {
        LotId young = lot(SOLD.minusDays(21));
        List<LossSale> losses = List.of(loss(young, SOLD, "1", "20"), loss(lot(LONG_AGO), SOLD, "100", "1000"));
        assertEquals(List.of("49: 490 by 2026-03-10"), found(losses, bought(young, "49")));
    }

    @Test
    void whereAllIsSoldNothingReplaces() {
        LotId young = lot(SOLD.minusDays(21));
        assertEquals(
                List.of(), found(List.of(loss(young, SOLD, "50", "1000"), loss(lot(LONG_AGO), SOLD, "100", "1000"))));
    }

    @Test
    void aReplacementIsSpentOnceAndTheEarlierLossIsWashed() {
        List<LossSale> losses = List.of(
                loss(lot("A", LONG_AGO, 2), SOLD.plusDays(1), "100", "200"),
                loss(lot("A", LONG_AGO, 1), SOLD, "100", "300"));
        assertEquals(List.of("100: 300 by 2026-04-05"), found(losses, bought(lot(SOLD.plusDays(5)), "100")));
        LotId spent = new LotId("A", "IBM", SOLD.plusDays(5), 1, new LotId.Replaces(1, 0));
        assertEquals(List.of(), found(losses, bought(spent, "100")));
    }

    @Test
    void lossesOfOneDayComeByAcquisition() {
        List<LossSale> losses =
                List.of(loss(lot(LONG_AGO.plusDays(9)), SOLD, "10", "30"), loss(lot(LONG_AGO), SOLD, "10", "20"));
        assertEquals(
                List.of("10: 20 by 2026-04-05", "2: 6 by 2026-04-05"),
                found(losses, bought(lot(SOLD.plusDays(5)), "12")));
    }

    @Test
    void theRestOfALossIsReplacedLater() {
        LossSale open =
                new LossSale("S", lot(LONG_AGO), SOLD, new BigDecimal("3"), BigDecimal.TEN, BigDecimal.ONE, true);
        assertEquals(List.of("2: 6.66666667 by 2026-04-05"), found(open, bought(lot(SOLD.plusDays(5)), "7")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, false",
        "2026-03-01, true",
        "2026-03-31, true",
        "2026-04-30, true",
        "2026-05-01, false",
    })
    void theWindowIsSixtyOneDaysBothEndsIn(LocalDate bought, boolean washed) {
        assertEquals(
                washed ? 1 : 0,
                found(loss(lot(LONG_AGO), SOLD, "100", "250"), bought(lot(bought), "100"))
                        .size());
    }

    @Test
    void whatARetirementAccountBuysIsLostForGood() {
        List<WashSale> found = WashSales.of(
                List.of(loss(lot(LONG_AGO), SOLD, "100", "400")),
                List.of(new Purchase(lot("IRA", SOLD.plusDays(1), 1), new BigDecimal("100"), true)));
        assertEquals(List.of("100: 400 by 2026-04-01 for good"), said(found));
        assertEquals(0, found.getFirst().carriedDays());
    }

    @Test
    void onOneDayATaxableAccountComesBeforeARetirementAccount() {
        LocalDate day = SOLD.plusDays(1);
        assertEquals(
                List.of("60: 240 by 2026-04-01", "40: 160 by 2026-04-01 for good"),
                found(
                        loss(lot(LONG_AGO), SOLD, "100", "400"),
                        new Purchase(lot("A-IRA", day, 1), new BigDecimal("100"), true),
                        bought(lot("B", day, 1), "60")));
    }

    @Test
    void aSpouseReplacesToo() {
        assertEquals(
                List.of("100: 250 by 2026-04-01"),
                found(loss(lot(LONG_AGO), SOLD, "100", "250"), bought(lot("SPOUSE", SOLD.plusDays(1), 1), "100")));
    }

    @Test
    void aReinvestedDividendOfAPartOfAUnitReplacesThatPart() {
        assertEquals(
                List.of("0.4: 1 by 2026-04-02"),
                found(loss(lot(LONG_AGO), SOLD, "100", "250"), bought(lot(SOLD.plusDays(2)), "0.4")));
    }

    @Test
    void anotherInstrumentReplacesNothing() {
        LotId other = new LotId("A", "MSFT", SOLD.plusDays(1), 1);
        assertEquals(List.of(), found(loss(lot(LONG_AGO), SOLD, "100", "250"), bought(other, "100")));
    }

    /** Whatever happens: nothing is disallowed twice, nothing beyond the loss, and the rows may come in any order. */
    @Property(tries = 500)
    void nothingIsWashedTwice(@ForAll long seed) {
        Random random = new Random(seed);
        List<LossSale> losses = new ArrayList<>();
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < random.nextInt(12); i++) {
            LotId lot = randomLot(random, i);
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
            if (random.nextBoolean()) {
                LocalDate sold = lot.acquired().plusDays(random.nextInt(90));
                losses.add(new LossSale("S" + i, lot, sold, units, BigDecimal.valueOf(1 + random.nextInt(10_000), 2)));
            }
            if (random.nextBoolean()) {
                purchases.add(new Purchase(lot, units, lot.account().equals("IRA")));
            }
        }
        List<WashSale> found = WashSales.of(losses, purchases);
        Map<LotId, BigDecimal> spent = new HashMap<>();
        Map<String, BigDecimal> disallowed = new HashMap<>();
        Map<String, BigDecimal> replaced = new HashMap<>();
        for (WashSale wash : found) {
            spent.merge(wash.replacement(), wash.units(), BigDecimal::add);
            disallowed.merge(wash.loss().sale(), wash.disallowed(), BigDecimal::add);
            replaced.merge(wash.loss().sale(), wash.units(), BigDecimal::add);
            assertTrue(wash.units().signum() > 0 && wash.disallowed().signum() > 0);
            assertTrue(WashSales.inWindow(
                    wash.replacement().acquired(), wash.loss().sold()));
        }
        purchases.forEach(purchase ->
                assertTrue(spent.getOrDefault(purchase.lot(), BigDecimal.ZERO).compareTo(purchase.units()) <= 0));
        for (LossSale loss : losses) {
            BigDecimal washed = disallowed.getOrDefault(loss.sale(), BigDecimal.ZERO);
            assertTrue(washed.compareTo(loss.loss()) <= 0, "disallowed is no more than the loss");
            if (replaced.getOrDefault(loss.sale(), BigDecimal.ZERO).compareTo(loss.units()) == 0) {
                assertEquals(0, washed.compareTo(loss.loss()), "all replaced, all disallowed");
            }
        }
        Collections.shuffle(losses, random);
        Collections.shuffle(purchases, random);
        assertEquals(found, WashSales.of(losses, purchases));
    }

    private static LotId randomLot(Random random, int number) {
        String account = List.of("A", "B", "IRA").get(random.nextInt(3));
        return new LotId(
                account,
                random.nextInt(3) == 0 ? "MSFT" : "IBM",
                SOLD.minusDays(random.nextInt(80)),
                number + 1,
                random.nextInt(6) == 0 ? new LotId.Replaces(1, 7) : null);
    }
}
