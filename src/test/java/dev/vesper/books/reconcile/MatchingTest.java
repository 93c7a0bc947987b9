package dev.vesper.books.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a custodian's statement and the books differ in, and why. */
class MatchingTest {
    private static final String L1 = "A/ABC/2025-05-15/1";

    /** A has 100 ABC for 4,000.00; on Thursday 2026-07-02 it buys 200 at 50.10 with a fee of 2.00, which settles on Monday. */
    private final CustodyStory story = new CustodyStory()
            .open("A", "2026-07-01", "100000.00", "ABC/2025-05-15/1 100 40.00")
            .trade("A", "2026-07-02", "2026-07-06", Side.BUY, "200", "ABC", "50.10", "2.00");

    private static void only(List<Break> breaks, BreakKind kind, String subject, String ours, String stated) {
        assertEquals(1, breaks.size(), breaks::toString);
        is(breaks.getFirst(), kind, subject, ours, stated);
    }

    private static void is(Break found, BreakKind kind, String subject, String ours, String stated) {
        assertEquals(kind, found.kind(), found::toString);
        assertEquals(subject, found.subject(), found::toString);
        assertEquals(new BigDecimal(ours), found.ours(), found::toString);
        assertEquals(new BigDecimal(stated), found.stated(), found::toString);
    }

    @Test
    void untilATradeSettlesTheCustodianShowsNothingOfIt() {
        for (String day : List.of("2026-07-01", "2026-07-02", "2026-07-05")) {
            assertEquals(List.of(), story.breaks(day, List.of("A 100000.00"), L1 + " 100 40.00"), day);
        }
    }

    @Test
    void onItsSettlementDateItIsThereWhetherVesperBookedThatOrNot() {
        List<String> cash = List.of("A 89978.00");
        String[] lots = {L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.11"};
        assertEquals(List.of(), story.breaks("2026-07-06", cash, lots));
        story.settle("A", "2026-07-06");
        assertEquals(List.of(), story.breaks("2026-07-06", cash, lots));
        assertEquals(List.of(), story.breaks("2026-07-03", List.of("A 100000.00"), L1 + " 100 40.00"), "yesterday's");
    }

    @Test
    void whatSettlesLaterIsTimingAndNamed() {
        List<Break> breaks =
                story.breaks("2026-07-02", List.of("A 89978.00"), L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.11");
        assertEquals(2, breaks.size(), breaks::toString);
        is(breaks.getFirst(), BreakKind.TIMING, "ABC", "100", "300");
        is(breaks.getLast(), BreakKind.TIMING, "cash", "100000", "89978");
        assertEquals("2026-07-06", breaks.getFirst().causes().getFirst().settles());
        assertTrue(breaks.getFirst().detail().contains("settles 2026-07-06"), breaks::toString);
        only(
                story.breaks("2026-07-02", List.of("A 100000"), L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.11"),
                BreakKind.TIMING,
                "ABC",
                "100",
                "300");
    }

    @Test
    void aWrongFeeIsSeenBesideTiming() {
        List<Break> breaks =
                story.breaks("2026-07-02", List.of("A 100000"), L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.15");
        assertEquals(2, breaks.size(), breaks::toString);
        is(breaks.getLast(), BreakKind.COST, "ABC/2026-07-02/1", "200", "200");
        assertEquals(new BigDecimal("10022"), breaks.getLast().oursCost());
        assertEquals(new BigDecimal("10030"), breaks.getLast().statedCost());
    }

    @Test
    void aTradeThatSettledAndIsNotThereIsMissing() {
        List<Break> breaks = story.breaks("2026-07-07", List.of("A 100000.00"), L1 + " 100 40.00");
        assertEquals(2, breaks.size(), breaks::toString);
        is(breaks.getFirst(), BreakKind.MISSING_TRADE, "ABC", "300", "100");
        is(breaks.getLast(), BreakKind.MISSING_TRADE, "cash", "89978", "100000");
        assertEquals(
                "2026-07-02-001-0001", breaks.getFirst().causes().getFirst().source());
        List<Break> old = story.breaks("2026-07-17", List.of("A 100000.00"), L1 + " 100 40.00");
        is(old.getFirst(), BreakKind.MISSING_LOT, "ABC/2026-07-02/1", "200", "0");
        is(old.getLast(), BreakKind.CASH, "cash", "89978", "100000");
    }

    @Test
    void aSaleThatHasNotSettledIsStillHeld() {
        story.trade("A", "2026-07-07", "2026-07-08", Side.SELL, "60", "ABC", "52.00", "1.15", "ABC/2025-05-15/1");
        String[] held = {L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.11"};
        assertEquals(List.of(), story.breaks("2026-07-07", List.of("A 89978.00"), held));
        String[] sold = {L1 + " 40 40.00", "A/ABC/2026-07-02/1 200 50.11"};
        assertEquals(List.of(), story.breaks("2026-07-08", List.of("A 93096.85"), sold));
        List<Break> ahead = story.breaks("2026-07-07", List.of("A 93096.85"), sold);
        assertEquals(
                List.of(BreakKind.TIMING, BreakKind.TIMING),
                ahead.stream().map(Break::kind).toList());
    }

    @Test
    void aTradeBookedAnewSettlesWhenItWasTo() {
        story.flow("id", "R-1", "kind", "reverse", "date", "2026-07-02", "entry", "2", "price", "50.00");
        assertEquals(List.of(), story.breaks("2026-07-05", List.of("A 100000"), L1 + " 100 40.00"));
        assertEquals(
                List.of(),
                story.breaks("2026-07-06", List.of("A 89998.00"), L1 + " 100 40.00", "A/ABC/2026-07-02/2 200 50.01"));
        only(
                story.breaks("2026-07-06", List.of("A 89978.00"), L1 + " 100 40.00", "A/ABC/2026-07-02/2 200 50.01"),
                BreakKind.CASH,
                "cash",
                "89998",
                "89978");
    }

    @Test
    void unitsAreComparedToTheLastDigit() {
        only(
                story.breaks("2026-07-02", List.of("A 100000"), L1 + " 99.999999999999 40.00"),
                BreakKind.QUANTITY,
                "ABC/2025-05-15/1",
                "100",
                "99.999999999999");
    }

    @Test
    void cashIsComparedToTheCent() {
        only(
                story.breaks("2026-07-02", List.of("A 99999.99"), L1 + " 100 40.00"),
                BreakKind.CASH,
                "cash",
                "100000",
                "99999.99");
        assertEquals(List.of(), story.breaks("2026-07-02", List.of("A 100000.004"), L1 + " 100 40.00"));
    }

    @Test
    void costIsComparedAsFarAsTheUnitCostTells() {
        CustodyStory three = new CustodyStory().open("A", "2026-07-01", "0", "ABC/2025-05-15/1 3 3.333333333333");
        assertEquals(List.of(), three.breaks("2026-07-01", List.of("A 0"), L1 + " 3 3.33"), "3 for 10.00");
        only(three.breaks("2026-07-01", List.of("A 0"), L1 + " 3 3.35"), BreakKind.COST, "ABC/2025-05-15/1", "3", "3");
        only(
                three.breaks("2026-07-01", List.of("A 0"), L1 + " 3 3.330000"),
                BreakKind.COST,
                "ABC/2025-05-15/1",
                "3",
                "3");
    }

    @Test
    void twoLotsOfOneDayAreToldApartByWhatTheyAreNotByTheirNumber() {
        CustodyStory two = new CustodyStory()
                .open("A", "2026-07-01", "0", "ABC/2025-05-15/1 100 40.00", "ABC/2025-05-15/2 100 41.00");
        String second = "A/ABC/2025-05-15/2";
        assertEquals(List.of(), two.breaks("2026-07-01", List.of("A 0"), L1 + " 100 41.00", second + " 100 40.00"));
        only(
                two.breaks("2026-07-01", List.of("A 0"), L1 + " 100 41.00", second + " 90 40.00"),
                BreakKind.QUANTITY,
                "ABC/2025-05-15/1",
                "100",
                "90");
        only(
                two.breaks("2026-07-01", List.of("A 0"), L1 + " 100 41.00"),
                BreakKind.MISSING_LOT,
                "ABC/2025-05-15/1",
                "100",
                "0");
        List<Break> merged = two.breaks("2026-07-01", List.of("A 0"), L1 + " 200 40.50");
        assertEquals(
                List.of(BreakKind.QUANTITY, BreakKind.MISSING_LOT),
                merged.stream().map(Break::kind).toList());
    }

    @Test
    void aLotOfAnotherDayIsMissingOnBothSides() {
        List<Break> breaks = story.breaks("2026-07-02", List.of("A 100000"), "A/ABC/2025-05-16/1 100 40.00");
        assertEquals(2, breaks.size(), breaks::toString);
        is(breaks.getFirst(), BreakKind.MISSING_LOT, "ABC/2025-05-16/new-1", "0", "100");
        is(breaks.getLast(), BreakKind.MISSING_LOT, "ABC/2025-05-15/1", "100", "0");
        assertEquals("2025-05-16", breaks.getFirst().adjustment().get("acquired"));
        assertEquals("4000", breaks.getFirst().adjustment().get("cost"));
        assertEquals("-100", breaks.getLast().adjustment().get("units"));
    }

    @Test
    void aSplitOfOneSideOnlyIsACorporateAction() {
        only(
                story.breaks("2026-07-02", List.of("A 100000"), L1 + " 200 20.00"),
                BreakKind.CORPORATE_ACTION,
                "ABC",
                "100",
                "200");
        story.flow("id", "S-1", "kind", "split", "date", "2026-07-07", "symbol", "ABC", "ratio", "2:1");
        String[] split = {L1 + " 200 20.00", "A/ABC/2026-07-02/1 400 25.055"};
        assertEquals(List.of(), story.breaks("2026-07-07", List.of("A 89978"), split));
        String[] before = {L1 + " 100 40.00", "A/ABC/2026-07-02/1 200 50.11"};
        assertEquals(List.of(), story.breaks("2026-07-06", List.of("A 89978"), before));
        only(story.breaks("2026-07-07", List.of("A 89978"), before), BreakKind.CORPORATE_ACTION, "ABC", "600", "300");
    }

    @Test
    void aSplitBeforeATradeSettlesDoesNotBringItsUnitsForward() {
        story.flow("id", "S-1", "kind", "split", "date", "2026-07-03", "symbol", "ABC", "ratio", "2:1");
        assertEquals(List.of(), story.breaks("2026-07-03", List.of("A 100000"), L1 + " 200 20.00"));
        assertEquals(
                List.of(),
                story.breaks("2026-07-06", List.of("A 89978"), L1 + " 200 20.00", "A/ABC/2026-07-02/1 400 25.055"));
    }

    @Test
    void aDividendCountsOnceItIsPaid() {
        CustodyStory paid = new CustodyStory()
                .open("A", "2026-07-01", "0", "ABC/2025-05-15/1 100 40.00")
                .flow(
                        "id",
                        "V-1",
                        "kind",
                        "dividend",
                        "date",
                        "2026-07-09",
                        "symbol",
                        "ABC",
                        "amount",
                        "0.30",
                        "currency",
                        "USD",
                        "pay",
                        "2026-07-20");
        assertEquals(List.of(), paid.breaks("2026-07-19", List.of("A 0"), L1 + " 100 40.00"));
        only(paid.breaks("2026-07-19", List.of("A 30"), L1 + " 100 40.00"), BreakKind.TIMING, "cash", "0", "30");
        assertEquals(List.of(), paid.breaks("2026-07-20", List.of("A 30"), L1 + " 100 40.00"));
    }

    @Test
    void namesThatOneSideDoesNotKnowAreMapping() {
        only(
                story.breaks("2026-07-02", List.of("A 100000"), "A/ABC.US/2025-05-15/1 100 40.00"),
                BreakKind.MAPPING,
                "ABC.US",
                "100",
                "100");
        only(
                story.breaks("2026-07-02", List.of("A 100000"), L1 + " 100 40.00", "A/QQQ/2025-05-15/1 7 1.00"),
                BreakKind.MAPPING,
                "QQQ",
                "0",
                "7");
        only(
                story.breaks("2026-07-02", List.of("A 100000"), "A/NEW/2025-05-15/1 100 40.00"),
                BreakKind.CORPORATE_ACTION,
                "NEW",
                "100",
                "100");
        only(
                story.breaks("2026-07-02", List.of("A 100000", "B 5"), L1 + " 100 40.00"),
                BreakKind.MAPPING,
                "account",
                "0",
                "5");
        assertEquals(List.of(), story.breaks("2026-07-02", List.of("A 100000", "SOON 5"), L1 + " 100 40.00"));
        only(story.breaks("2026-07-02", List.of()), BreakKind.MAPPING, "account", "100000", "0");
        only(
                story.breaks("2026-07-02", List.of("A 100000 EUR"), L1 + " 100 40.00"),
                BreakKind.MAPPING,
                "account",
                "100000",
                "100000");
    }

    @Test
    void shortLotsHaveTheirSign() {
        CustodyStory shorted = new CustodyStory().open("A", "2026-07-01", "0", "ABC/2025-05-15/1 -100 40.00");
        assertEquals(List.of(), shorted.breaks("2026-07-01", List.of("A 0"), L1 + " -100 40.00"));
        only(
                shorted.breaks("2026-07-01", List.of("A 0"), L1 + " 100 40.00"),
                BreakKind.QUANTITY,
                "ABC/2025-05-15/1",
                "-100",
                "100");
    }

    @Test
    void severalOpenTradesAreFoundInAnySelection() {
        story.trade("A", "2026-07-03", "2026-07-07", Side.BUY, "30", "ABC", "50", "0")
                .trade("A", "2026-07-03", "2026-07-07", Side.BUY, "70", "ABC", "51", "0");
        List<Break> breaks = story.breaks(
                "2026-07-03",
                List.of("A 88478"),
                L1 + " 100 40.00",
                "A/ABC/2026-07-02/1 200 50.11",
                "A/ABC/2026-07-03/1 30 50.00");
        assertEquals(
                List.of(BreakKind.TIMING, BreakKind.TIMING),
                breaks.stream().map(Break::kind).toList(),
                breaks::toString);
        assertEquals(2, breaks.getFirst().causes().size());
    }

    /** 100 ABC that cost 4,000.00 are sold for 3,000.00, and 60 of the 200 that are bought the next week replace as many. */
    private static CustodyStory washed() {
        return new CustodyStory()
                .open("A", "2026-07-01", "100000.00", "ABC/2025-05-15/1 60 40.00")
                .trade("A", "2026-07-02", "2026-07-06", Side.SELL, "60", "ABC", "30.00", "0.00", "ABC/2025-05-15/1")
                .trade("A", "2026-07-07", "2026-07-08", Side.BUY, "200", "ABC", "31.00", "0.00")
                .wash("A", "2026-07-07");
    }

    @Test
    void aWashSaleCountsWithThePurchaseThatReplaces() {
        assertEquals(List.of(), washed().breaks("2026-07-07", List.of("A 101800")));
        assertEquals(
                List.of(),
                washed().breaks(
                                "2026-07-08",
                                List.of("A 95600"),
                                "A/ABC/2026-07-07/1 140 31.00",
                                "A/ABC/2026-07-07/2 60 41.00"));
    }

    @Test
    void thePartThatReplacesIsABreakOfItsOwn() {
        List<Break> breaks = washed().breaks(
                        "2026-07-08",
                        List.of("A 95600"),
                        "A/ABC/2026-07-07/1 140 32.00",
                        "A/ABC/2026-07-07/2 60 31.00");
        assertEquals(2, breaks.size(), breaks::toString);
        is(breaks.getFirst(), BreakKind.COST, "ABC/2026-07-07/1", "140", "140");
        is(breaks.getLast(), BreakKind.COST, "ABC/2026-07-07/1.1+413", "60", "60");
        assertEquals("A/ABC/2026-07-07/1.1+413", breaks.getLast().adjustment().get("lot"));
    }
}
