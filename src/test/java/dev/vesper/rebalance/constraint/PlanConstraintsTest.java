package dev.vesper.rebalance.constraint;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.orders.Side;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.testing.HowToPage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every constraint in the list, and that none was forgotten there. */
class PlanConstraintsTest {
    static Stream<PlanConstraint> all() {
        return PlanConstraints.ALL.all().stream();
    }

    @Test
    @Tag("class-files")
    void everyConstraintIsInTheList() {
        Set<String> written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.vesper.rebalance").stream()
                        .filter(type -> type.isAssignableTo(PlanConstraint.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertEquals(written, all().map(c -> c.getClass().getName()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theRunningTwinAgreesAfterEveryMove(PlanConstraint constraint) {
        for (long seed = 1; seed <= 6; seed++) {
            TwinCheck.randomMoves(constraint, book(seed), seed);
        }
    }

    /** Accounts of every kind: able to go short, with a minimum that bites, overdrawn, with little turnover, with settled cash alone. */
    private static LotBook book(long seed) {
        Accounts account = Accounts.synthetic(25, "20000", seed);
        if (seed % 2 == 0) {
            account.shorts();
        }
        if (seed % 3 == 0) {
            account.cash("-5000").turnover(0.05);
        }
        if (seed == 5) {
            account.settled("7000");
        }
        if (seed > 3) {
            account.most(Side.BUY, "S001", 3).most(Side.SELL, "S002", 2);
            account.most(40_000, "S001", "S003", "S004", "S005").most(300_000, "S002", "S005", "S006", "S010");
        }
        return account.minimum("1500").book();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aHardConstraintThatHoldsCountsNothing(PlanConstraint constraint) {
        LotBook book =
                account("1000").priced("A", "100").holds("A", "5").wants("A", 1).book();
        if (constraint.level() == Level.HARD) {
            assertEquals(0, constraint.score(book, new long[] {0}));
            assertEquals(1, constraint.weight());
        } else {
            assertTrue(constraint.weight() >= constraint.leastWeight());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRefusalSaysWhoShouldHaveKeptWhat(PlanConstraint constraint) {
        RebalanceProblem problem =
                account("-500").priced("A", "100").holds("A", "7").turnover(0).problem();
        LotBook book =
                account("-500").priced("A", "100").holds("A", "7").turnover(0).book();
        String message = constraint.broken(problem, book, new long[] {-9}).getMessage();
        assertTrue(message.contains("account ACC"), message);
        assertTrue(message.contains(", but ") && message.contains("; maybe "), message);
        assertTrue(message.contains(" USD"), message);
    }

    @Test
    void aBrokenConstraintIsNamedWithWhatItMisses() {
        Accounts account = account("0").priced("A", "100").holds("A", "7");
        String message = new NoShort()
                .broken(account.problem(), account.book(), new long[] {-9})
                .getMessage();
        assertTrue(message.contains("no-short (nothing is sold that may not be sold)"), message);
        assertTrue(message.contains("misses it by 200 USD"), message);
    }

    @Test
    void missingCashIsNamedWithItsFloorAndWhatIsLeft() {
        Accounts account = account("-500.50").priced("A", "100").holds("A", "7");
        String message = new CashFloor()
                .broken(account.problem(), account.book(), new long[] {-2})
                .getMessage();
        assertTrue(message.contains("at least 0 USD"), message);
        assertTrue(message.contains("ends with -300.5 USD"), message);
        assertTrue(message.contains("more turnover than 2.0"), message);
    }

    @Test
    void theTableOfThePageIsTheList() {
        List<List<String>> rows = HowToPage.of("rebalancing.md").rows().stream()
                .filter(r -> r.size() == 4
                        && PlanConstraints.ALL.words().contains(r.getFirst().replace("`", "")))
                .toList();
        assertEquals(
                all().map(c -> List.of(
                                "`" + c.word() + "`",
                                c.sentence(),
                                c.level().name().toLowerCase(Locale.ROOT),
                                Integer.toString(c.weight())))
                        .toList(),
                rows);
    }

    @Test
    void theOrderIsThatOfTheReports() {
        assertEquals(
                "cash-floor turnover minimum-trade no-short most-bought shared-limits deviation cost tax",
                String.join(" ", PlanConstraints.ALL.words()));
    }
}
