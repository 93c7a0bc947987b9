package dev.vesper.limits.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.AccountBook.RecentTrade;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The facts of small books, without any engine. */
class ComplianceFactsTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2018, 4, 11);
    private static final TaxLot OLD = lot("old", "IBM", 100, 120, WEDNESDAY.minusDays(400));
    private static final TaxLot YOUNG = lot("young", "IBM", 50, 90, LocalDate.of(2018, 3, 20));

    @Test
    void aLotSaysForHowManyDaysItIsHeld() {
        assertEquals(
                List.of(
                        new LotHeld("old", "IBM", OLD.acquired(), 400, units(100)),
                        new LotHeld("young", "IBM", YOUNG.acquired(), 22, units(50))),
                LotHeld.of(book(List.of(OLD, YOUNG))));
    }

    @Test
    void aShortLotAndASoldOneAreNotHeld() {
        List<TaxLot> lots = List.of(lot("short", "IBM", -10, 90, WEDNESDAY), lot("sold", "IBM", 0, 90, WEDNESDAY));
        assertEquals(List.of(), LotHeld.of(book(lots)));
    }

    @Test
    void theGainOfALotIsItsUnitsTimesPriceLessCost() {
        ParentOrder sell = order("1", "IBM", Side.SELL, 110, choice("old", 60), choice("young", 50));
        assertEquals(
                List.of(
                        new LotSold("1", "old", "IBM", OLD.acquired(), units(60), units(-1_200)),
                        new LotSold("1", "young", "IBM", YOUNG.acquired(), units(50), units(500))),
                LotSold.of(book(List.of(OLD, YOUNG), sell)));
    }

    @Test
    void ofALotThatIsNotInTheBookNothingIsKnown() {
        assertEquals(List.of(), LotSold.of(book(List.of(OLD), order("1", "IBM", Side.SELL, 1, choice("other", 1)))));
    }

    @Test
    void whatAnEarlierOrderSellsIsNoLongerHeldByTheNext() {
        AccountBook book = book(
                List.of(OLD, YOUNG),
                order("1", "IBM", Side.SELL, 120),
                order("2", "IBM", Side.SELL, 100),
                order("3", "IBM", Side.SELL, 10),
                order("4", "XOM", Side.SELL, 10));
        assertEquals(
                List.of(units(150), units(30), BigDecimal.ZERO, BigDecimal.ZERO),
                Order.of(book).stream().map(Order::held).toList());
    }

    @Test
    void whatAnEarlierOrderBuysIsNotHeldYet() {
        AccountBook book = book(List.of(OLD), order("1", "IBM", Side.BUY, 70), order("2", "IBM", Side.SELL, 170));
        assertEquals(
                List.of(units(100), units(100)),
                Order.of(book).stream().map(Order::held).toList());
    }

    @Test
    void aShortPositionHoldsNothingToSell() {
        AccountBook book = book(List.of(lot("short", "IBM", -10, 90, WEDNESDAY)), order("1", "IBM", Side.SELL, 5));
        assertEquals(BigDecimal.ZERO, Order.of(book).getFirst().held());
    }

    @Test
    void theAgeOfAPriceIsInBusinessDays() {
        Order order = Order.of(book(
                        List.of(), Map.of("IBM", LocalDate.of(2018, 4, 3)), List.of(), order("1", "IBM", Side.BUY, 10)))
                .getFirst();
        assertTrue(order.priceKnown());
        assertEquals(LocalDate.of(2018, 4, 3), order.priceDate());
        assertEquals(6, order.priceAge());
    }

    @Test
    void aPriceWithoutADayIsNotKnown() {
        Order order = Order.of(book(List.of(), order("1", "IBM", Side.BUY, 10))).getFirst();
        assertEquals(
                new Order(
                        "1",
                        "ACC1",
                        "IBM",
                        true,
                        units(10),
                        BigDecimal.ONE,
                        units(100),
                        "USD",
                        BigDecimal.ZERO,
                        false,
                        false,
                        WEDNESDAY,
                        0),
                order);
    }

    @Test
    void aTradeOfAnEarlierRunSaysHowLongAgoItWas() {
        List<RecentTrade> trades = List.of(
                new RecentTrade("IBM", LocalDate.of(2018, 3, 12), Side.SELL, units(50), new BigDecimal("-500.00")),
                new RecentTrade("XOM", WEDNESDAY, Side.BUY, units(5), new BigDecimal("0.00")));
        assertEquals(
                List.of(
                        new Traded(
                                "ACC1",
                                "IBM",
                                LocalDate.of(2018, 3, 12),
                                30,
                                true,
                                units(50),
                                new BigDecimal("-500.00")),
                        new Traded("ACC1", "XOM", WEDNESDAY, 0, false, units(5), new BigDecimal("0.00"))),
                Traded.of(book(List.of(), Map.of(), trades)));
    }

    @Test
    void aSymbolThatIsListedTwiceIsRestrictedOnce() {
        assertEquals(List.of(new Restricted("CVX", ""), new Restricted("XOM", "")), Restricted.of(book(List.of())));
    }

    @Test
    @Tag("class-files")
    void everyKindOfFactIsGivenToTheRules() {
        AccountBook book = book(
                List.of(OLD),
                Map.of(),
                List.of(new RecentTrade("IBM", WEDNESDAY, Side.BUY, units(1), BigDecimal.ZERO)),
                order("1", "IBM", Side.SELL, 1, choice("old", 1)));
        Set<String> given = ComplianceFacts.of(book).stream()
                .map(fact -> fact.getClass().getName())
                .collect(Collectors.toSet());
        Set<String> declared = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.vesper.limits").stream()
                        .filter(c -> c.isAssignableTo(ComplianceFact.class) && !c.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertEquals(declared, given, "maybe a line is missing in ComplianceFacts");
    }

    private static AccountBook book(List<TaxLot> lots, ParentOrder... orders) {
        return book(lots, Map.of(), List.of(), orders);
    }

    private static AccountBook book(
            List<TaxLot> lots, Map<String, LocalDate> priced, List<RecentTrade> trades, ParentOrder... orders) {
        return new AccountBook(
                new Account("ACC1", "Any", new Money(units(1_000), "USD"), "hrp"),
                WEDNESDAY,
                lots,
                List.of(orders),
                Map.of(),
                Map.of("IBM", units(100)),
                new HashMap<>(priced),
                Map.of(),
                trades,
                List.of("XOM", "CVX", "XOM"),
                false);
    }

    private static ParentOrder order(String id, String symbol, Side side, long quantity, LotChoice... lots) {
        return new ParentOrder(
                id,
                "ACC1",
                symbol,
                side,
                units(quantity),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                units(100),
                "USD",
                SlicingStrategy.TWAP,
                List.of(lots));
    }

    private static TaxLot lot(String id, String symbol, long quantity, long cost, LocalDate acquired) {
        return new TaxLot(id, "ACC1", symbol, units(quantity), units(cost), acquired);
    }

    private static LotChoice choice(String lot, long quantity) {
        return new LotChoice(lot, units(quantity));
    }

    private static BigDecimal units(long units) {
        return BigDecimal.valueOf(units);
    }
}
