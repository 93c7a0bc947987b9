package dev.vesper.limits.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.HouseholdMember;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wash sales as the law's own examples tell them: 26 CFR 1.1091-1 and Publication 550. */
class LossReplacedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate OLD = DAY.minusYears(2);

    private final List<TaxLot> lots = new ArrayList<>();
    private final List<LotChoice> chosen = new ArrayList<>();
    private final List<AccountBook.RecentTrade> recent = new ArrayList<>();
    private final List<HouseholdMember> household = new ArrayList<>();
    private AccountTerms terms = new AccountTerms("smith", false, AccountTerms.Spends.TRADED);

    /** 100 that cost 5,000 sold for 4,000; 50 and 25 bought in the 30 days before: 750 of the loss of 1,000 are lost. */
    @Test
    void replacedInPartByWhatWasBoughtBefore() {
        lot("old", 100, "50", OLD, 100);
        lot("young1", 50, "55", DAY.minusDays(20), 0);
        lot("young2", 25, "45", DAY.minusDays(10), 0);
        assertEquals(List.of("old: 75 of 100, 750.00 of 1000.00 since 2026-03-11 until 2026-04-20"), sellAt("40"));
    }

    @Test
    void moreBoughtThanSoldReplacesNoMoreThanWasSold() {
        lot("old", 100, "50", OLD, 100);
        for (int i = 1; i <= 4; i++) {
            lot("young" + i, 50, "41", DAY.minusDays(i), 0);
        }
        assertEquals(List.of("old: 100 of 100, 1000.00 of 1000.00 since 2026-03-27 until 2026-04-27"), sellAt("40"));
    }

    /** 49 of the 50 young units stay: they replace 49 old ones. The young unit that is sold is no lot mate's loss. */
    @Test
    void aYoungLotThatIsSoldInPart() {
        lot("old", 100, "120", OLD, 100);
        lot("young", 50, "130", DAY.minusDays(21), 1);
        assertEquals(List.of("old: 49 of 100, 490.00 of 1000.00 since 2026-03-10 until 2026-04-09"), sellAt("110"));
    }

    @Test
    void whereAllIsSoldNothingIsReplaced() {
        lot("old", 100, "120", OLD, 100);
        lot("young", 50, "130", DAY.minusDays(21), 50);
        assertEquals(List.of(), sellAt("110"));
    }

    @Test
    void theRestOfTheSameLotReplacesNothing() {
        lot("one", 200, "50", DAY.minusDays(11), 100);
        assertEquals(List.of(), sellAt("40"));
    }

    /** Gains beside a loss stand in full, and are replaced by nothing. */
    @Test
    void gainsBesideALossAreNotLookedAt() {
        lot("gain1", 158, "100", OLD.minusDays(2), 158);
        lot("loss", 95, "150", OLD, 42);
        lot("gain2", 100, "95", OLD.minusDays(1), 100);
        lot("young", 250, "130", DAY.minusDays(5), 0);
        assertEquals(List.of("loss: 42 of 42, 1050.00 of 1050.00 since 2026-03-26 until 2026-04-25"), sellAt("125"));
    }

    /** Two losses and one purchase of as many units: the earlier is washed, the other stands. */
    @Test
    void aPurchaseReplacesOnce() {
        lot("b-later", 100, "50", OLD.plusDays(1), 100);
        lot("a-earlier", 100, "60", OLD, 100);
        lot("young", 100, "41", DAY.minusDays(3), 0);
        assertEquals(
                List.of("a-earlier: 100 of 100, 2000.00 of 2000.00 since 2026-03-28 until 2026-04-27"), sellAt("40"));
    }

    /** Purchases of 2026-03-01 count for a sale of 2026-03-31, those of the day before do not. */
    @Test
    void theWindowHasThirtyDaysBothEndsIn() {
        lot("old", 10, "50", OLD, 10);
        lot("young", 10, "50", LocalDate.of(2026, 3, 1), 0);
        assertEquals(List.of("old: 10 of 10, 100.00 of 100.00 since 2026-03-01 until 2026-03-31"), sellAt("40"));
        lots.set(1, of("young", 10, "50", LocalDate.of(2026, 2, 28)));
        assertEquals(List.of(), sellAt("40"));
    }

    /** A reinvested dividend of 0.4 units washes 0.4 units. */
    @Test
    void fractionsCount() {
        lot("old", 100, "50", OLD, 100);
        lot("dividend", "0.4", "40", DAY.minusDays(15), "0");
        assertEquals(List.of("old: 0.4 of 100, 4.00 of 1000.00 since 2026-03-16 until 2026-04-15"), sellAt("40"));
    }

    @Test
    void whatAnEarlierRunBoughtCountsWhereNoLotTellsOfIt() {
        lot("old", 100, "50", OLD, 100);
        recent.add(new AccountBook.RecentTrade(
                "IBM", DAY.minusDays(6), Side.BUY, BigDecimal.valueOf(30), BigDecimal.ZERO));
        assertEquals(List.of("old: 30 of 100, 300.00 of 1000.00 since 2026-03-25 until 2026-04-24"), sellAt("40"));
    }

    @Test
    void aPurchaseThatIsALotAlreadyCountsOnce() {
        lot("old", 100, "50", OLD, 100);
        lot("young", 30, "45", DAY.minusDays(6), 0);
        recent.add(new AccountBook.RecentTrade(
                "IBM", DAY.minusDays(6), Side.BUY, BigDecimal.valueOf(30), BigDecimal.ZERO));
        assertEquals(List.of("old: 30 of 100, 300.00 of 1000.00 since 2026-03-25 until 2026-04-24"), sellAt("40"));
    }

    @Test
    void aGainIsNoWashSale() {
        lot("old", 100, "30", OLD, 100);
        lot("young", 100, "45", DAY.minusDays(6), 0);
        assertEquals(List.of(), sellAt("40"));
    }

    /** Their lot of three days ago replaces 40, and what they are to buy on this very day the rest. */
    @Test
    void whatAnotherAccountOfTheHouseholdBuysReplacesToo() {
        lot("old", 100, "50", OLD, 100);
        List<TaxLot> theirs = List.of(of("theirs", 40, "45", DAY.minusDays(3)), of("long-held", 500, "45", OLD));
        household.add(new HouseholdMember("ACC2", true, theirs, List.of()));
        assertEquals(List.of("old: 40 of 100, 400.00 of 1000.00 since 2026-03-28 until 2026-04-27"), sellAt("40"));
        AccountBook.RecentTrade today =
                new AccountBook.RecentTrade("IBM", DAY, Side.BUY, BigDecimal.valueOf(90), BigDecimal.ZERO);
        household.set(0, new HouseholdMember("ACC2", true, theirs, List.of(today)));
        assertEquals(List.of("old: 100 of 100, 1000.00 of 1000.00 since 2026-03-28 until 2026-04-30"), sellAt("40"));
    }

    /** What a retirement account buys replaces, though its own losses are none. */
    @Test
    void aRetirementAccountReplacesAndHasNoLossOfItsOwn() {
        lot("old", 100, "50", OLD, 100);
        lot("young", 30, "45", DAY.minusDays(6), 0);
        household.add(new HouseholdMember("IRA", false, List.of(of("theirs", 70, "45", DAY.minusDays(3))), List.of()));
        assertEquals(List.of("old: 100 of 100, 1000.00 of 1000.00 since 2026-03-25 until 2026-04-27"), sellAt("40"));
        terms = new AccountTerms("smith", true, AccountTerms.Spends.TRADED);
        assertEquals(List.of(), sellAt("40"));
    }

    /** For thirty days nobody of the household may buy back what one of it sold at a loss; a retirement account has none. */
    @Test
    void aLossOfTheHouseholdIsSeenByItsOtherAccounts() {
        AccountBook.RecentTrade loss = new AccountBook.RecentTrade(
                "IBM", DAY.minusDays(30), Side.SELL, BigDecimal.TEN, new BigDecimal("-70.005"));
        household.add(new HouseholdMember("ACC2", true, List.of(), List.of(loss)));
        household.add(new HouseholdMember("IRA", false, List.of(), List.of(loss)));
        assertEquals(
                List.of("ACC2 IBM 30 -70.00", "IRA IBM 30 0.00"),
                Traded.of(book(List.of())).stream()
                        .map(t -> t.account() + " " + t.symbol() + " " + t.daysAgo() + " " + t.realisedGain())
                        .toList());
    }

    private void lot(String id, int quantity, String cost, LocalDate acquired, int sold) {
        lot(id, String.valueOf(quantity), cost, acquired, String.valueOf(sold));
    }

    private void lot(String id, String quantity, String cost, LocalDate acquired, String sold) {
        lots.add(of(id, quantity, cost, acquired));
        if (!sold.equals("0")) {
            chosen.add(new LotChoice(id, new BigDecimal(sold)));
        }
    }

    private static TaxLot of(String id, int quantity, String cost, LocalDate acquired) {
        return of(id, String.valueOf(quantity), cost, acquired);
    }

    private static TaxLot of(String id, String quantity, String cost, LocalDate acquired) {
        return new TaxLot(id, "ACC1", "IBM", new BigDecimal(quantity), new BigDecimal(cost), acquired);
    }

    private List<String> sellAt(String price) {
        BigDecimal all = chosen.stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        ParentOrder sale = new ParentOrder(
                "sale",
                "ACC1",
                "IBM",
                Side.SELL,
                all,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.TWAP,
                chosen);
        return LossReplaced.of(book(List.of(sale))).stream()
                .map(r -> r.lotId() + ": " + r.replaced() + " of " + r.sold() + ", " + r.disallowed() + " of "
                        + r.loss() + " since " + r.bought() + " until " + r.until())
                .toList();
    }

    private AccountBook book(List<ParentOrder> orders) {
        return new AccountBook(
                new Account("ACC1", "One", Money.of(BigDecimal.ZERO, "USD"), "core", terms, BigDecimal.ZERO),
                SessionDates.sameDay(DAY),
                lots,
                orders,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                recent,
                List.of(),
                false,
                household);
    }
}
