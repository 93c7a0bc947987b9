package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** What the search begins with; the lots stand in the order of the symbols. */
class FirstPlanTest {
    @Test
    void whatHasDriftedIsSoldToBuyWhatIsMissing() {
        plan(
                account("0")
                        .priced("A", "1")
                        .priced("B", "1")
                        .holds("A", "1000")
                        .wants("A", 0.25)
                        .wants("B", 0.75),
                -750,
                750);
    }

    @Test
    void theOptimumIsRoundedToTheNearestLot() {
        // 500 in each: two A at 300 are nearest, and the 400 left buy one B
        plan(
                account("1000")
                        .priced("A", "300")
                        .priced("B", "300")
                        .wants("A", 0.5)
                        .wants("B", 0.5),
                2,
                1);
        // of 17 held in lots of 10 one lot is sold, though two would be nearer
        plan(account("100").priced("A", "1", "10").holds("A", "17"), -1);
        // 90 too much, and a lot is 200
        plan(account("110").priced("A", "100", "2").holds("A", "2").wants("A", 0.355), 0);
    }

    @Test
    void whatIsBoughtIsPaidWithItsCosts() {
        plan(account("1000").priced("A", "100").wants("A", 1).costs(100), 9); // 9 x 101 = 909, ten would be 1,010
    }

    @Test
    void settledCashAloneBuys() {
        // 500 of A are too much and 500 of B missing; 200 have arrived
        plan(
                account("300")
                        .priced("A", "1")
                        .priced("B", "1")
                        .holds("A", "1000")
                        .wants("A", 0.5)
                        .wants("B", 0.5)
                        .settled("100"),
                -350,
                200);
    }

    @Test
    void purchasesLeaveTheBuffer() {
        // 891 of 900 are wanted, nearest are 9 lots; 900 to spend at 101 each buy 8
        plan(account("1000").priced("A", "100").wants("A", 1).costs(100).buffer(0.1), 8);
    }

    @Test
    void theLargestDriftComesFirst() {
        Accounts tight = account("1000")
                .priced("A", "1")
                .priced("B", "1")
                .priced("C", "1")
                .wants("A", 0.1)
                .wants("B", 0.3)
                .wants("C", 0.6)
                .turnover(0.65);
        plan(tight, 0, 50, 600);
        plan(tight.minimum("100"), 0, 0, 600); // 50 are too few to trade
    }

    @Test
    void theLargestSurplusIsSoldFirst() {
        // 900 of 1,000 may be traded, so 450 are sold: 400 of B before 50 of A
        plan(
                account("0")
                        .priced("A", "1")
                        .priced("B", "1")
                        .priced("C", "1")
                        .holds("A", "300")
                        .holds("B", "700")
                        .wants("B", 0.3)
                        .wants("C", 0.7)
                        .turnover(0.9),
                -50,
                -400,
                450);
    }

    @Test
    void roundingUpNeverBreaksTheTurnover() {
        Accounts account = account("1000")
                .priced("A", "1")
                .holds("A", "1000")
                .priced("B", "1", "200")
                .priced("C", "1", "150")
                .wants("B", 0.5)
                .wants("C", 0.5);
        // 700 may be traded: of B four lots are nearest to 700 and three fit; the 100 left are no lot of C
        plan(account.turnover(0.35), 0, 3, 0);
        // 750 may be traded: the 150 left are one lot of C
        plan(account.turnover(0.375), 0, 3, 1);
    }

    @Test
    void anOverdrawnAccountSellsOfItsLargestPositionUntilItIsNot() {
        Accounts overdrawn = account("-250")
                .priced("A", "100")
                .priced("B", "100")
                .holds("A", "50")
                .holds("B", "10")
                .wants("A", 5 / 6.0)
                .wants("B", 1 / 6.0);
        plan(overdrawn, -3, 0); // two bring A to its target and leave -50
        plan(overdrawn.minimum("500"), -5, 0); // the least that may be traded
    }

    @Test
    void whereTheLargestPositionIsTooSmallToSellTheNextIsSold() {
        // A's one whole lot of 200 is below the minimum of 300, B's three of 100 are just the minimum
        plan(
                account("-100")
                        .priced("A", "200")
                        .holds("A", "1.9")
                        .priced("B", "100")
                        .holds("B", "3")
                        .wants("A", 0.5)
                        .wants("B", 0.5)
                        .minimum("300"),
                0,
                -3);
    }

    @Test
    void cashIsRaisedFromTheLargestPositionWhereverItStands() {
        // 40 too much in each line are no lot to sell, and 80 are owed: one lot of the larger line pays
        plan(
                account("-80")
                        .priced("A", "100")
                        .priced("B", "100")
                        .holds("A", "2")
                        .holds("B", "9")
                        .wants("A", 160 / 1020.0)
                        .wants("B", 860 / 1020.0),
                0,
                -1);
    }

    @Test
    void whatAPurchaseCostsIsNotSpentTwice() {
        // 1,000 are to spend at 101 a lot: five of A for 505 leave 495, which are four of B
        plan(
                account("1000")
                        .priced("A", "100")
                        .priced("B", "100")
                        .wants("A", 0.5)
                        .wants("B", 0.5)
                        .costs(100),
                5,
                4);
    }

    private static void plan(Accounts account, long... lots) {
        LotBook book = account.book();
        assertArrayEquals(lots, FirstPlan.of(book, ContinuousOptimum.of(book)));
    }
}
