package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.market.Instrument;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Books of every shape: cash and debt, lots of 1 to 100, fractions, shorts, thin volumes, crowded sectors. */
class ConvergenceTest {
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);
    private static final DroolsRuleBook RULES = new DroolsRuleBook(Path.of("rules"), RuleTrust.delivered());

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void applyingAllVerdictsOnceLeavesNoHardBreach(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int size) {
        AccountBook book = book(new Random(seed), size);
        List<ParentOrder> left =
                Decisions.apply(book.orders(), RULES.check(book)).orders();
        List<Verdict> again = RULES.check(book.withOrders(left));
        assertEquals(
                List.of(),
                again.stream()
                        .filter(v -> v.outcome().compareTo(Outcome.CUT) >= 0)
                        .toList());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatIsLeftIsWholeLotsOfWhatWasAsked(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int size) {
        AccountBook book = book(new Random(seed), size);
        Map<String, ParentOrder> asked = new HashMap<>();
        book.orders().forEach(o -> asked.put(o.id(), o));
        for (ParentOrder order :
                Decisions.apply(book.orders(), RULES.check(book)).orders()) {
            ParentOrder before = asked.get(order.id());
            assertTrue(order.quantity().signum() > 0);
            assertTrue(order.quantity().compareTo(before.quantity()) <= 0);
            assertEquals(0, order.quantity().remainder(order.lotSize()).signum());
            BigDecimal lots = order.lots().stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal lotsBefore =
                    before.lots().stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, lots.compareTo(lotsBefore.min(order.quantity())));
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void theSameBookGivesTheSameVerdicts(@ForAll long seed) {
        AccountBook book = book(new Random(seed), 12);
        assertEquals(RULES.check(book), new ArrayList<>(RULES.check(book(new Random(seed), 12))));
    }

    private static AccountBook book(Random random, int size) {
        List<TaxLot> lots = new ArrayList<>();
        List<ParentOrder> orders = new ArrayList<>();
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, LocalDate> priced = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        List<AccountBook.RecentTrade> recent = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String symbol = "S" + i;
            BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(20_000), 2);
            BigDecimal lotSize = BigDecimal.valueOf(List.of(1, 1, 10, 100).get(random.nextInt(4)));
            prices.put(symbol, price);
            priced.put(symbol, DATE.minusDays(random.nextInt(9)));
            if (random.nextInt(4) > 0) {
                volumes.put(symbol, BigDecimal.valueOf(1 + random.nextInt(100_000)));
            }
            String sector = List.of("Energy", "Health", "Unknown", "").get(random.nextInt(4));
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            random.nextInt(5) == 0 ? "ETF" : "Equity",
                            sector,
                            "USD",
                            lotSize,
                            new BigDecimal("0.01"),
                            "XNYS"));
            List<LotChoice> choices = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                BigDecimal quantity = BigDecimal.valueOf(random.nextInt(200_000) - 20_000, 2);
                String id = symbol + "/" + k;
                BigDecimal cost = price.multiply(BigDecimal.valueOf(80 + random.nextInt(40), 2));
                lots.add(new TaxLot(id, "ACC1", symbol, quantity, cost, DATE.minusDays(random.nextInt(90))));
                if (quantity.signum() > 0) {
                    choices.add(new LotChoice(id, quantity));
                }
            }
            if (random.nextInt(10) > 0) {
                Side side = random.nextInt(3) > 0 ? Side.BUY : Side.SELL;
                BigDecimal quantity = lotSize.multiply(BigDecimal.valueOf(1 + random.nextInt(1500)));
                ParentOrder order = new ParentOrder(
                        "order-" + i,
                        "ACC1",
                        symbol,
                        side,
                        quantity,
                        lotSize,
                        new BigDecimal("0.01"),
                        price,
                        "USD",
                        SlicingStrategy.TWAP,
                        side == Side.BUY ? List.of() : choices);
                orders.add(Decisions.cutTo(order, quantity));
            }
            if (random.nextInt(5) == 0) {
                recent.add(new AccountBook.RecentTrade(
                        symbol,
                        DATE.minusDays(random.nextInt(61)),
                        random.nextBoolean() ? Side.SELL : Side.BUY,
                        BigDecimal.TEN,
                        BigDecimal.valueOf(random.nextInt(1000) - 500)));
            }
        }
        BigDecimal cash = BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000);
        return new AccountBook(
                new Account("ACC1", "Any", new Money(cash, "USD"), "hrp"),
                DATE,
                lots,
                orders,
                instruments,
                prices,
                priced,
                volumes,
                recent,
                List.of("S1"),
                random.nextInt(4) == 0);
    }
}
