package dev.vesper.limits.measure;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One measure, one test: 80,000 in cash, 100 XOM held and 50 CVX short, all at 100, are worth 85,000. Lines say subject, words,
 * the amount used of which base, and how much of it the orders claim.
 */
class EachMeasureTest {
    private static final AccountBook BOOK = book();

    private static AccountBook book() {
        return Books.cash(80_000)
                .holds("XOM", 100)
                .holds("CVX", -50)
                .instrument("XOM", "Equity", "Energy")
                .instrument("CVX", "Equity", "Energy")
                .volume("XOM", 1_000)
                .orders(buy("1", "XOM", 100), buy("2", "IBM", 50), sell("3", "CVX", 20))
                .book();
    }

    @Test
    void anOrdersNotionalIsQuantityTimesPrice() {
        measured(
                new OrderNotional(),
                BOOK,
                "1: The order for XOM in ACC1 10000 of 1, 10000 claimed",
                "2: The order for IBM in ACC1 5000 of 1, 5000 claimed",
                "3: The order for CVX in ACC1 2000 of 1, 2000 claimed");
    }

    @Test
    void aPositionIsMeasuredAfterItsOrders() {
        measured(
                new PositionWeight(),
                BOOK,
                "3: CVX in ACC1 7000 of 85000, 2000 claimed",
                "2: IBM in ACC1 5000 of 85000, 5000 claimed",
                "1: XOM in ACC1 20000 of 85000, 10000 claimed");
    }

    @Test
    void severalOrdersOfOnePositionShareIt() {
        AccountBook book = Books.cash(10_000)
                .holds("GONE", 50)
                .holds("GONE", -50)
                .orders(buy("1", "IBM", 10), buy("2", "IBM", 20))
                .book();
        measured(new PositionWeight(), book, "ACC1/IBM: IBM in ACC1 3000 of 10000, 3000 claimed");
    }

    @Test
    void aSaleFreesWhatItSellsAndClaimsOnlyWhatItGoesShort() {
        sold(60, "1: XOM in ACC1 4000 of 20000, 0 claimed");
        sold(160, "1: XOM in ACC1 6000 of 20000, 0 claimed"); // from 100 long to 60 short: still less than before
        sold(300, "1: XOM in ACC1 20000 of 20000, 20000 claimed");
    }

    private static void sold(long units, String line) {
        AccountBook book = Books.cash(10_000)
                .holds("XOM", 100)
                .orders(sell("1", "XOM", units))
                .book();
        measured(new PositionWeight(), book, line);
    }

    @Test
    void volumeIsMeasuredWhereItIsKnown() {
        measured(
                new ShareOfDailyVolume(),
                BOOK,
                "1: The order for XOM in ACC1 100 of 1000, 100 claimed",
                "The average daily volume of IBM is unknown: the share of it cannot be measured.",
                "The average daily volume of CVX is unknown: the share of it cannot be measured.");
    }

    @Test
    void turnoverIsAllThatIsTraded() {
        measured(new DailyTurnover(), BOOK, "ACC1: Turnover of ACC1 17000 of 85000, 17000 claimed");
    }

    @Test
    void aSectorAddsLongAndShort() {
        measured(GroupWeight.ofSector(), BOOK, "ACC1/Energy: Sector Energy in ACC1 27000 of 85000, 12000 claimed");
    }

    @Test
    void whatIsNotClassifiedIsNoGroup() {
        AccountBook book = Books.cash(80_000)
                .holds("XOM", 100)
                .instrument("XOM", "Equity", "Energy", "issuer", "Exxon")
                .instrument("CVX", "Equity", "Energy", "issuer", "")
                .orders(buy("1", "XOM", 100), buy("2", "IBM", 50), buy("3", "CVX", 50))
                .book();
        measured(GroupWeight.ofIssuer(), book, "ACC1/Exxon: Issuer Exxon in ACC1 20000 of 90000, 10000 claimed");
        measured(GroupWeight.ofCountry(), book);
    }

    @Test
    void anInstrumentCountsForEachListThatItStandsOn() {
        ListEntry always = new ListEntry("XOM", "board", "no oil", Optional.empty(), Optional.empty());
        AccountBook book = BOOK.withLists(ListsOnDay.of(
                List.of(
                        new NamedList("no-oil", ListKind.INSTRUMENT, List.of(always)),
                        new NamedList("watch", ListKind.INSTRUMENT, List.of(always))),
                Books.DATE));
        measured(
                GroupWeight.ofList(),
                book,
                "ACC1/no-oil: List no-oil in ACC1 20000 of 85000, 10000 claimed",
                "ACC1/watch: List watch in ACC1 20000 of 85000, 10000 claimed");
        measured(GroupWeight.ofList(), BOOK);
    }

    @Test
    void netExposureTakesShortFromLong() {
        measured(new NetExposure(), BOOK, "ACC1: Net exposure of ACC1 18000 of 85000, 15000 claimed");
    }

    @Test
    void aPositionTakesAsManyDaysAsAFifthOfTheVolumeNeeds() {
        measured(
                new DaysToLiquidate(),
                BOOK,
                "The average daily volume of CVX is unknown: the days to liquidate cannot be measured.",
                "The average daily volume of IBM is unknown: the days to liquidate cannot be measured.",
                "1: The time to liquidate XOM in ACC1 200 of 200.0, 100 claimed");
    }

    @Test
    void namesAreCountedOnceTheOrdersAreDone() {
        AccountBook book = Books.cash(80_000)
                .holds("XOM", 100)
                .holds("CVX", 50)
                .orders(sell("1", "XOM", 100), buy("2", "IBM", 4), buy("3", "IBM", 4), buy("4", "CVX", 10))
                .book();
        measured(
                new NumberOfNames(),
                book,
                "ACC1: The number of names in ACC1 2.000000000000000000 of 1, 1.000000000000000000 claimed");
    }

    @Test
    void grossExposureAddsEverything() {
        measured(new GrossExposure(), BOOK, "ACC1: Gross exposure of ACC1 32000 of 85000, 17000 claimed");
    }

    @Test
    void ofAnAccountThatOwesMoreThanItHoldsNothingMoreFits() {
        AccountBook owing = Books.cash(-5_000).orders(buy("1", "IBM", 10)).book();
        measured(new DailyTurnover(), owing, "ACC1: Turnover of ACC1 1000 of 0.01, 1000 claimed");
    }

    @Test
    void factsSayWhatIsMeasured() {
        FactValues facts =
                new ShareOfDailyVolume().of(ValuedBook.of(BOOK)).getFirst().facts();
        assertEquals("ACC1", facts.cell(CommonFacts.ACCOUNT));
        assertEquals("hrp", facts.cell(CommonFacts.STRATEGY));
        assertEquals("USD", facts.cell(CommonFacts.CURRENCY));
        assertEquals(BigDecimal.valueOf(85_000), facts.cell(CommonFacts.ACCOUNT_VALUE));
        assertEquals(false, facts.cell(CommonFacts.SHORT_ALLOWED));
        assertEquals("XOM", facts.cell(CommonFacts.SYMBOL));
        assertEquals("Equity", facts.cell(CommonFacts.ASSET_CLASS));
        assertEquals("Energy", facts.cell(CommonFacts.SECTOR));
        assertEquals("buy", facts.cell(CommonFacts.SIDE));
        assertEquals(true, facts.cell(ShareOfDailyVolume.VOLUME_KNOWN));
    }

    @Test
    void manyThatAreMissingAreCounted() {
        Missing volume = new Missing("volume", "no share", "prices");
        assertEquals(
                "The volume of A, B, C, D, E is unknown: no share.",
                volume.sentence(List.of("E", "D", "A", "A", "C", "B")));
        assertEquals(
                "The volume of A, B, C, D, E and 2 more is unknown: no share.",
                volume.sentence(List.of("G", "F", "E", "D", "C", "B", "A")));
    }

    @Test
    void onlyAnOrderCanBeStoppedForWhatIsUnknown() {
        Missing volume = new Missing("volume", "no share", "prices");
        var mistake = assertThrows(
                IllegalArgumentException.class, () -> new Measured.Unknown(FactValues.none(), List.of(), volume));
        assertEquals("Expected an order whose volume is unknown, but there is none", mistake.getMessage());
    }

    @Test
    void cashIsWhatSalesAndPurchasesLeave() {
        measured(new CashShare(), BOOK, "ACC1: Cash of ACC1 67000 of 85000, 2000 claimed");
        measured(Minimum.of(new CashShare()), BOOK, "ACC1: Cash of ACC1 67000 of 85000, 15000 claimed");
        AccountBook owing = Books.cash(1_000).orders(buy("1", "IBM", 30)).book();
        measured(new CashShare(), owing, "ACC1: Cash of ACC1 0 of 1000, 0 claimed");
        measured(Minimum.of(new CashShare()), owing, "ACC1: Cash of ACC1 -2000 of 1000, 3000 claimed");
    }

    @Test
    void ofAMinimumTheOrdersThatLowerItClaim() {
        measured(Minimum.of(new NetExposure()), BOOK, "ACC1: Net exposure of ACC1 18000 of 85000, 2000 claimed");
        AccountBook closing = Books.cash(80_000)
                .holds("XOM", 100)
                .holds("CVX", 50)
                .orders(sell("1", "XOM", 40), sell("2", "XOM", 60), buy("3", "IBM", 4), sell("4", "CVX", 10))
                .book();
        LimitUtilisation names = new NumberOfNames().least(ValuedBook.of(closing));
        assertEquals("2", String.valueOf(names.claims().getFirst().order().id()));
        assertEquals(
                List.of("3", "2.000000"),
                List.of(names.kept().toPlainString(), names.used().toPlainString()));
    }

    private static void measured(Measure measure, AccountBook book, String... lines) {
        assertEquals(
                List.of(lines),
                measure.of(ValuedBook.of(book)).stream()
                        .map(EachMeasureTest::line)
                        .toList());
    }

    private static String line(Measured measured) {
        return switch (measured) {
            case Measured.Used used -> line(used.used());
            case Measured.Unknown unknown ->
                unknown.missing()
                        .sentence(unknown.orders().stream()
                                .map(ParentOrder::symbol)
                                .toList());
        };
    }

    private static String line(LimitUtilisation used) {
        return used.subject() + ": " + used.what() + " " + used.amount().toPlainString() + " of "
                + used.base().toPlainString() + ", "
                + used.claimed().toPlainString() + " claimed";
    }
}
