package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.limits.measure.CashShare;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.limits.measure.NetExposure;
import dev.vesper.limits.measure.NumberOfNames;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must be there: an account of 100,000 at prices of 100, in lots of 10. */
class MinimumTest {
    private static final LimitTable TWO_PER_CENT =
            Tables.always(Minimum.of(new CashShare()), Optional.of("0.02"), Optional.of("0.03"), LimitAction.CUT);
    private static final LimitTable TWO_NAMES =
            Tables.always(Minimum.of(new NumberOfNames()), Optional.of("2"), Optional.of("3"), LimitAction.DENY);
    private static final LimitTable HALF_INVESTED =
            Tables.always(Minimum.of(new NetExposure()), Optional.of("0.5"), Optional.empty(), LimitAction.CUT);

    @Test
    void whatIsThereIsToldAndWarnedOfBeforeItIsTooLittle() {
        assertEquals(
                List.of("PASS Cash of ACC1 would be 50% of the account's value, not below the minimum of 2% (row 1)."),
                said(TWO_PER_CENT, Books.cash(100_000).orders(buy("1", "IBM", 500))));
        assertEquals(
                List.of("WARN Cash of ACC1 would be 2% of the account's value, below the warning level of 3% and not"
                        + " below the minimum of 2% (row 1). at least 3% of the account's value"),
                said(TWO_PER_CENT, Books.cash(100_000).orders(buy("1", "IBM", 980))));
    }

    @Test
    void aPurchaseIsCutToWhatKeepsTheMinimum() {
        List<Verdict> verdicts = judged(
                TWO_PER_CENT,
                Waivers.NONE,
                Books.cash(100_000).orders(buy("1", "IBM", 990)).book());
        assertEquals(
                List.of(
                        "CUT Cash of ACC1 would be 1% of the account's value, below the minimum of 2% (row 1): cut from"
                                + " 990 to 980 units. at most 980 units",
                        "CUT Cash of ACC1 would be 1% of the account's value, below the minimum of 2% (row 1): 1 order is"
                                + " cut. at least 2% of the account's value"),
                verdicts.stream().map(MinimumTest::text).toList());
        assertEquals(
                "{minimum=0.02, permitted=980, requested=990, used=0.010000, warning=0.03}",
                verdicts.getFirst().numbers().toString());
        assertEquals(Optional.of(new BigDecimal("0.02")), verdicts.getFirst().limit());
        assertEquals(Optional.of(2.0), VerdictFigures.utilisation(verdicts.getFirst()));
    }

    @Test
    void purchasesThatShareTheCashAreCutAlikeAndASalePaysForThem() {
        assertEquals(
                List.of("1 CUT 730", "2 CUT 240", "ACC1 CUT"),
                outcomes(TWO_PER_CENT, Books.cash(100_000).orders(buy("1", "IBM", 900), buy("2", "XOM", 300))));
        assertEquals(
                List.of("ACC1 PASS"),
                outcomes(
                        TWO_PER_CENT,
                        Books.cash(20_000).holds("XOM", 800).orders(sell("1", "XOM", 300), buy("2", "IBM", 470))));
    }

    @Test
    void fromBeneathWhatRaisesItMayGoAndWhatLowersItMayNot() {
        assertEquals(
                List.of(
                        "WARN Cash of ACC1 would be 1.5% of the account's value, below the minimum of 2% (row 1), but no"
                                + " order lowers it (a passive breach): orders that raise it may go. at least 2% of the account's"
                                + " value"),
                said(TWO_PER_CENT, Books.cash(500).holds("XOM", 995).orders(sell("1", "XOM", 10))));
        assertEquals(
                List.of("1 DENY", "ACC1 CUT"),
                outcomes(TWO_PER_CENT, Books.cash(1_500).holds("XOM", 985).orders(buy("1", "IBM", 10))));
        assertEquals(
                List.of("ACC1 WARN"), outcomes(TWO_PER_CENT, Books.cash(500).holds("XOM", 995)));
    }

    @Test
    void theLastNamesMayNotBeSold() {
        assertEquals(
                List.of(
                        "DENY The number of names in ACC1 would be 1, below the minimum of 2 (row 1): removed.",
                        "DENY The number of names in ACC1 would be 1, below the minimum of 2 (row 1): 1 order is removed."
                                + " at least 2"),
                said(
                        TWO_NAMES,
                        Books.cash(0)
                                .holds("XOM", 100)
                                .holds("IBM", 100)
                                .holds("CVX", 100)
                                .orders(sell("1", "XOM", 100), sell("2", "IBM", 100))));
        assertEquals(
                List.of("ACC1 WARN"),
                outcomes(
                        TWO_NAMES,
                        Books.cash(0)
                                .holds("XOM", 100)
                                .holds("IBM", 100)
                                .orders(sell("1", "XOM", 50), sell("2", "IBM", 100), buy("3", "CVX", 100))),
                "a part of a name is a name, and another takes the place of what is sold");
    }

    @Test
    void aSaleIsCutToWhatMustStayInvested() {
        assertEquals(
                List.of("1 CUT 100", "ACC1 CUT"),
                outcomes(HALF_INVESTED, Books.cash(40_000).holds("XOM", 600).orders(sell("1", "XOM", 300))));
    }

    @Test
    void aWaiverLowersAMinimumAndNeverRaisesIt() {
        AccountBook book = Books.cash(100_000).orders(buy("1", "IBM", 990)).book();
        Verdict waived = judged(TWO_PER_CENT, waivers("0.01"), book).getFirst();
        assertEquals(
                "WARN Cash of ACC1 would be 1% of the account's value, below the minimum of 2% (row 1), lowered to 1%"
                        + " (W-3 waives it until 2018-04-11, asked for by Ada, agreed to by Ben) and within what is waived."
                        + " at least 2% of the account's value",
                text(waived));
        assertEquals(
                "{minimum=0.02, used=0.010000, waived=0.01, waiver=3, warning=0.03}",
                waived.numbers().toString());
        assertEquals(
                Optional.of(BigDecimal.valueOf(980)),
                judged(TWO_PER_CENT, waivers("0.05"), book).getFirst().permitted(),
                "0.05 would only tighten it");
        assertEquals(
                Outcome.WARN,
                judged(TWO_PER_CENT, waivers("0.015", "0.005"), book).getFirst().outcome());
    }

    @Test
    void whatAnAccountBeginsBelowIsABreach() {
        AccountBook book =
                Books.cash(500).holds("XOM", 995).orders(sell("1", "XOM", 500)).book();
        assertEquals(
                List.of("minimum-cash-share 0.005000 of 0.02 Optional.empty"),
                StandingBreaches.of(List.of(TWO_PER_CENT), book, Waivers.NONE).stream()
                        .map(one -> one.rule().name() + " " + one.used() + " of " + one.limit() + " " + one.waiver())
                        .toList());
        assertEquals(
                Optional.of("W-3"),
                StandingBreaches.of(List.of(TWO_PER_CENT), book, waivers("0.005"))
                        .getFirst()
                        .waiver());
        assertEquals(
                List.of(),
                StandingBreaches.of(
                        List.of(TWO_PER_CENT),
                        Books.cash(2_000).holds("XOM", 980).book(),
                        Waivers.NONE));
    }

    @Test
    void aMinimumOfWhichNothingIsThereIsTenTimesFull() {
        Verdict none = judged(
                        TWO_PER_CENT,
                        Waivers.NONE,
                        Books.cash(0).holds("XOM", 10).book())
                .getFirst();
        assertEquals(Optional.of(10.0), VerdictFigures.utilisation(none));
        Verdict much = judged(
                        TWO_PER_CENT,
                        Waivers.NONE,
                        Books.cash(4_000).holds("XOM", 960).book())
                .getFirst();
        assertEquals(Optional.of(0.5), VerdictFigures.utilisation(much));
    }

    /** Whatever is held and ordered: what the rules leave keeps the minimum, or no order of it lowers it. */
    @Test
    void whatIsLeftKeepsTheMinimumOrMendsIt() {
        Random random = new Random(11);
        int acted = 0;
        for (int i = 0; i < 1_000; i++) {
            Books books = Books.cash(random.nextInt(60_000) - 5_000);
            List<ParentOrder> orders = new ArrayList<>();
            for (String symbol : List.of("XOM", "IBM", "CVX", "SPY")) {
                int held = 10 * random.nextInt(40);
                if (held > 0) {
                    books.holds(symbol, held);
                }
                if (random.nextBoolean()) {
                    orders.add(buy("1-" + symbol, symbol, 10L + 10 * random.nextInt(40)));
                } else if (held > 0) {
                    orders.add(sell("1-" + symbol, symbol, 10 + 10 * random.nextInt(held / 10)));
                }
            }
            AccountBook book = books.orders(orders.toArray(ParentOrder[]::new)).book();
            LimitTable table = List.of(TWO_PER_CENT, TWO_NAMES, HALF_INVESTED).get(i % 3);
            List<Verdict> verdicts = judged(table, Waivers.NONE, book);
            List<ParentOrder> left = Decisions.apply(book.orders(), verdicts).orders();
            acted += left.equals(book.orders()) ? 0 : 1;
            BigDecimal least = table.decide(FactValues.none()).limit().orElseThrow();
            for (Measured measured : table.measure().of(ValuedBook.of(book.withOrders(left)))) {
                LimitUtilisation used = ((Measured.Used) measured).used();
                assertFalse(
                        used.breaks(least) && !used.claims().isEmpty(), () -> used + " of " + least + ": " + verdicts);
            }
        }
        assertTrue(acted > 100, "of 1,000 books only " + acted + " were changed");
    }

    private static Waivers waivers(String... downTo) {
        List<Waiver> waivers = new ArrayList<>();
        for (String level : downTo) {
            waivers.add(new Waiver(
                    "W-" + (3 + waivers.size()),
                    "minimum-cash-share",
                    "ACC1",
                    "",
                    Optional.of(new BigDecimal(level)),
                    Books.DATE,
                    "Ada",
                    "Ben",
                    "a transfer comes tomorrow"));
        }
        return new Waivers(waivers);
    }

    private static List<Verdict> judged(LimitTable table, Waivers waivers, AccountBook book) {
        return new BookCheck(List.of(table), _ -> new ArrayList<>(), waivers).check(book);
    }

    private static List<String> said(LimitTable table, Books books) {
        return judged(table, Waivers.NONE, books.book()).stream()
                .map(MinimumTest::text)
                .toList();
    }

    private static List<String> outcomes(LimitTable table, Books books) {
        return judged(table, Waivers.NONE, books.book()).stream()
                .map(v -> v.subject() + " " + v.outcome()
                        + v.permitted()
                                .map(units -> " " + units.toPlainString())
                                .orElse(""))
                .toList();
    }

    private static String text(Verdict verdict) {
        return (verdict.outcome() + " " + verdict.reason() + " " + verdict.wouldPass()).strip();
    }
}
