package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.AccountBook.RecentTrade;
import dev.vesper.limits.Breach;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.StandingBreaches;
import dev.vesper.limits.measure.CashShare;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An account of 10,000 with a limit of 25 % in one name, decided on Tuesday at 20, traded on Wednesday. */
class BreachCausesTest {
    private static final LocalDate TUESDAY = SmallFirm.DATE.minusDays(1);
    private static final LocalDate WEDNESDAY = SmallFirm.DATE;
    private static final Firm FIRM = SmallFirm.firm();

    /** The close of S00 on Wednesday; on Tuesday it was 20. */
    private double today = 20;

    private String limitThen = "0.25";
    private String limitNow = "0.25";
    private Measure measure = new PositionWeight();

    private record Limit(Measure measure, String share) implements RuleBook {
        @Override
        public List<Breach> standing(AccountBook book) {
            return StandingBreaches.of(
                    List.of(Tables.always(measure, Optional.of(share), Optional.empty(), LimitAction.WARN)),
                    book,
                    Waivers.NONE);
        }

        @Override
        public List<Verdict> check(AccountBook book, DecisionSink told) {
            return List.of();
        }

        @Override
        public Bounds bounds(AccountBook book, Collection<String> symbols) {
            throw new AssertionError("nothing is planned here");
        }

        @Override
        public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
            return List.of();
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>();
        }
    }

    /** What is held of S00 today, of a value of 10,000 at Tuesday's close of 20. */
    private List<String> told(int units, RecentTrade... own) {
        Account anna = FIRM.accounts()
                .getFirst()
                .withCash(Money.of(BigDecimal.valueOf(10_000 - units * 20L), "USD"), BigDecimal.ZERO);
        List<TaxLot> lots = List.of(
                new TaxLot("L", anna.id(), "S00", BigDecimal.valueOf(units), BigDecimal.TEN, LocalDate.of(2017, 5, 2)));
        PriceHistory prices = new PriceHistory(
                List.of(TUESDAY, WEDNESDAY), List.of("S00"), new double[][] {{20}, {today}}, new double[][] {
                    {1e6}, {1e6}
                });
        MarketSnapshot market = MarketSnapshot.bind(WEDNESDAY, "s", FIRM.instruments(), prices);
        JudgedBooks books = JudgedBooks.of(FIRM, market, Sessions.expected(FIRM, WEDNESDAY));
        List<Breach> over =
                new Limit(measure, limitNow).standing(books.book(anna, lots, List.of(), List.of(), List.of()));
        return BreachCauses.of(new Limit(measure, limitThen), books, market, TUESDAY)
                .of(new BreachCauses.Begun(anna, lots, List.of(own), over))
                .stream()
                .map(one -> one.subject() + " " + one.cause().word())
                .toList();
    }

    private static RecentTrade trade(Side side, int units, LocalDate date) {
        return new RecentTrade("S00", date, side, BigDecimal.valueOf(units), BigDecimal.ZERO);
    }

    @Test
    void aMarketThatRisesIsPassiveWhateverWasBoughtWithinTheLimit() {
        assertEquals(List.of(), told(120, trade(Side.BUY, 120, WEDNESDAY)), "24 % are within it");
        today = 22;
        assertEquals(List.of("S00 passive"), told(120, trade(Side.BUY, 120, WEDNESDAY)));
        assertEquals(List.of("S00 passive"), told(120));
    }

    @Test
    void aPurchaseThatWasLetPassAboveTheLimitIsActive() {
        assertEquals(List.of("S00 active"), told(130, trade(Side.BUY, 130, WEDNESDAY)));
        assertEquals(List.of("S00 active"), told(130, trade(Side.BUY, 1, WEDNESDAY)), "it was over, and is more so");
        assertEquals(List.of("S00 passive"), told(130, trade(Side.SELL, 10, WEDNESDAY)), "it was more before");
    }

    @Test
    void whatAnEarlierDayTradedIsNotThisDays() {
        assertEquals(List.of("S00 passive"), told(130, trade(Side.BUY, 130, TUESDAY)));
    }

    @Test
    void ofAMinimumLessIsMoreOfABreach() {
        measure = Minimum.of(new CashShare());
        limitThen = "0.85";
        limitNow = "0.85";
        assertEquals(List.of(" active"), told(100, trade(Side.BUY, 100, WEDNESDAY)));
        assertEquals(List.of(" active"), told(100, trade(Side.BUY, 5, WEDNESDAY)), "it was below, and is more so");
        assertEquals(List.of(" passive"), told(100, trade(Side.SELL, 5, WEDNESDAY)), "it was lower before");
    }

    @Test
    void aLimitThatBecameTighterSinceIsPassive() {
        limitThen = "0.3";
        assertEquals(List.of("S00 passive"), told(130, trade(Side.BUY, 130, WEDNESDAY)));
    }
}
