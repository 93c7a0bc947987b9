package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An account of 10,000 at prices of 100, of which A wants 60 %, B 30 %, C 10 % and D nothing. */
class TargetsWithinTest {
    @Test
    void whereNothingBindsTheTargetsStayTheVeryOnes() {
        RebalanceProblem problem = cash().most(Side.BUY, "A", 60)
                .most(9_000, "A", "B")
                .most(10_000, "A", "B", "C", "D")
                .problem();
        assertSame(problem, TargetsWithin.of(problem).problem());
        assertEquals(List.of(), TargetsWithin.of(problem).bent());
    }

    @Test
    void whatANameMayNotHaveGoesToTheOthersByTheirWeights() {
        Accounts capped = cash().most(Side.BUY, "A", 40);
        assertEquals("A 0.4000 B 0.4500 C 0.1500 D 0.0000", targets(capped));
        assertEquals("A 6000 4000 some-rule, B 3000 4500, C 1000 1500", bent(capped));
    }

    @Test
    void whereTheWantedNamesAreFullTheUnwantedGetTheRest() {
        Accounts capped = cash();
        for (String symbol : new String[] {"A", "B", "C", "D"}) {
            capped.most(Side.BUY, symbol, 30);
        }
        assertEquals("A 0.3000 B 0.3000 C 0.3000 D 0.1000", targets(capped));
    }

    @Test
    void onlyWhatFitsNowhereStaysInCash() {
        Accounts capped = cash();
        for (String symbol : new String[] {"A", "B", "C", "D"}) {
            capped.most(Side.BUY, symbol, 20);
        }
        assertEquals("A 0.2000 B 0.2000 C 0.2000 D 0.2000", targets(capped));
    }

    @Test
    void aSectorIsSharedByTheWeightsOfItsNames() {
        Accounts capped = cash().most(4_500, "A", "B");
        assertEquals("A 0.3000 B 0.1500 C 0.5500 D 0.0000", targets(capped));
        assertEquals("A 6000 3000 some-rule, B 3000 1500 some-rule, C 1000 5500", bent(capped));
    }

    @Test
    void whatBindsAllTakesFromAll() {
        assertEquals("A 0.3000 B 0.1500 C 0.0500 D 0.0000", targets(cash().most(5_000, "A", "B", "C", "D")));
    }

    @Test
    void whatMayNotBeSoldIsKeptAndTheOthersShareTheRest() {
        Accounts stuck = held().most(Side.SELL, "D", 0);
        RebalanceProblem within = TargetsWithin.of(stuck.problem()).problem();
        assertEquals(Set.of("D"), within.kept());
        assertEquals("A 0.6000 B 0.3000 C 0.1000 D 0.0000", targets(stuck));
        LotBook book = BookKeeper.open(within, TaxRates.STANDARD, 1L << 50);
        assertEquals(
                Map.of("A", 4_800L, "B", 2_400L, "C", 800L, "D", 2_000L),
                book.lines().stream().collect(Collectors.toMap(BookLine::symbol, l -> l.targetValue() / Micros.UNIT)));
    }

    @Test
    void whatMayBeSoldInPartEndsWhereThatEnds() {
        assertEquals("A 0.5400 B 0.2700 C 0.0900 D 0.1000", targets(held().most(Side.SELL, "D", 10)));
    }

    @Test
    void aPositionThatIsTooLargeIsSoldToItsLimit() {
        Accounts tooMuch = account("2000");
        prices(tooMuch);
        tooMuch.holds("A", "80").most(Side.BUY, "A", -40);
        assertEquals("A 0.4000 B 0.4500 C 0.1500 D 0.0000", targets(tooMuch));
    }

    @Test
    void aTradeTooSmallToBeWorthItIsNone() {
        assertEquals(
                "A 0.0000 B 0.7500 C 0.2500 D 0.0000",
                targets(cash().minimum("500").most(Side.BUY, "A", 4)));
    }

    @Test
    void ofSoManyNamesThoseThatAreWantedMostAreHeld() {
        assertEquals("A 0.6667 B 0.3333 C 0.0000 D 0.0000", targets(cash().names(2)));
        assertEquals("A 6000 6667, B 3000 3333, C 1000 0 some-rule", bent(cash().names(2)));
        assertEquals("A 1.0000 B 0.0000 C 0.0000 D 0.0000", targets(cash().names(1)));
        assertEquals("A 0.0000 B 0.0000 C 0.0000 D 0.0000", targets(cash().names(0)));
    }

    @Test
    void whereThereAreNamesEnoughTheTargetsStayTheVeryOnes() {
        RebalanceProblem problem = cash().names(3).problem();
        assertSame(problem, TargetsWithin.of(problem).problem());
    }

    /** What is held and wanted no more is sold, and takes no place. */
    @Test
    void whatIsSoldWholeTakesNoPlace() {
        assertEquals("A 0.6000 B 0.3000 C 0.1000 D 0.0000", targets(held().names(3)));
        assertEquals("A 0.6667 B 0.3333 C 0.0000 D 0.0000", targets(held().names(2)));
    }

    @Test
    void whatCannotBeSoldWholeTakesAPlace() {
        assertEquals(
                "A 1.0000 B 0.0000 C 0.0000 D 0.0000",
                targets(held().most(Side.SELL, "D", 0).names(2)),
                "of what is beside it");
        assertEquals(
                "A 0.9000 B 0.0000 C 0.0000 D 0.1000",
                targets(held().most(Side.SELL, "D", 10).names(2)));
        assertEquals(
                "A 1.0000 B 0.0000 C 0.0000 D 0.0000",
                targets(held().minimum("2001").names(2)),
                "too small to be worth a trade");
        assertEquals(
                "A 0.6667 B 0.3333 C 0.0000 D 0.0000",
                targets(held().minimum("2000").names(2)));
        Accounts odd = account("7950");
        prices(odd);
        odd.holds("D", "20.5");
        assertEquals("A 1.0000 B 0.0000 C 0.0000 D 0.0000", targets(odd.names(2)), "half a lot stays");
    }

    @Test
    void whatIsKeptTakesAPlace() {
        assertEquals(
                "A 1.0000 B 0.0000 C 0.0000 D 0.0000", targets(held().keeps("D").names(2)));
        assertEquals(
                "A 0.6667 B 0.3333 C 0.0000 D 0.0000", targets(cash().keeps("D").names(2)), "it is not held");
    }

    @Test
    void ofEquallyWantedNamesTheOneThatIsHeldStays() {
        Accounts two = account("8000");
        two.priced("A", "100")
                .priced("B", "100")
                .wants("A", 0.5)
                .wants("B", 0.5)
                .holds("B", "20");
        assertEquals("A 0.0000 B 1.0000", targets(two.names(1)));
    }

    /** The plan keeps the bounds whatever they are, and no more is left in cash than they and one lot of each name force. */
    @Test
    void thePlanKeepsTheBoundsAndLeavesNoMoreCashThanTheyForce() {
        Accounts capped =
                Accounts.synthetic(40, "400000", 3).costs(0).turnover(2).minimum("0");
        for (int i = 0; i < 40; i++) {
            capped.most(Side.BUY, "S%03d".formatted(i), 20L * i);
        }
        TargetsWithin within = TargetsWithin.of(capped.problem());
        LotBook book = BookKeeper.open(within.problem(), TaxRates.STANDARD, 1L << 50);
        long[] plan = FirstPlan.of(book, ContinuousOptimum.of(book));
        assertEquals(0, book.sum(plan, BookLine::overbought));
        assertTrue(within.bent().size() > 5);
    }

    private static Accounts cash() {
        Accounts account = account("10000");
        prices(account);
        return account;
    }

    private static Accounts held() {
        Accounts account = account("8000");
        prices(account);
        return account.holds("D", "20");
    }

    private static void prices(Accounts account) {
        account.priced("A", "100").priced("B", "100").priced("C", "100").priced("D", "100");
        account.wants("A", 0.6).wants("B", 0.3).wants("C", 0.1).wants("D", 0);
    }

    private static String targets(Accounts account) {
        return TargetsWithin.of(account.problem()).problem().target().weights().entrySet().stream()
                .map(w -> String.format(Locale.ROOT, "%s %.4f", w.getKey(), w.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String bent(Accounts account) {
        return TargetsWithin.of(account.problem()).bent().stream()
                .map(b -> String.format(
                        Locale.ROOT,
                        "%s %.0f %.0f%s",
                        b.symbol(),
                        b.wanted(),
                        b.planned(),
                        b.why().map(w -> " " + w.rule().name()).orElse("")))
                .collect(Collectors.joining(", "));
    }
}
