package dev.vesper.limits.measure;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.testing.HowToPage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every measure in the list, and that none was forgotten there. */
class MeasuresTest {
    private static final AccountBook BOOK = Books.cash(80_000)
            .holds("XOM", 100)
            .holds("CVX", -50)
            .instrument("XOM", "Equity", "Energy", "issuer", "Exxon")
            .instrument("CVX", "Equity", "Energy", "country", "US")
            .instrument("IBM", "Equity", "Technology", "rating", "A+")
            .volume("XOM", 1_000)
            .orders(buy("1", "XOM", 100), buy("2", "IBM", 50), sell("3", "CVX", 20))
            .book()
            .withLists(ListsOnDay.of(
                    List.of(new NamedList(
                            "watch",
                            ListKind.SECTOR,
                            List.of(new ListEntry("Energy", "board", "no oil", Optional.empty(), Optional.empty())))),
                    Books.DATE));

    static List<Measure> all() {
        return Measures.ALL.all();
    }

    @Test
    @Tag("class-files")
    void everyMeasureIsInTheList() {
        Set<String> written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.vesper.limits").stream()
                        .filter(type -> type.isAssignableTo(Measure.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertEquals(written, all().stream().map(m -> m.getClass().getName()).collect(Collectors.toSet()));
    }

    @Test
    void theOrderIsThatOfJudging() {
        assertEquals(
                "order-notional position-weight share-of-daily-volume days-to-liquidate daily-turnover issuer-weight"
                        + " sector-weight country-weight currency-weight asset-class-weight rating-weight list-weight"
                        + " number-of-names net-exposure gross-exposure cash-share distance-to-target volatility tracking-error minimum-number-of-names"
                        + " minimum-net-exposure minimum-cash-share",
                String.join(" ", Measures.ALL.words()));
        assertEquals(
                4, all().stream().takeWhile(m -> m.scope() == Scope.ORDER).count(), "what binds one order comes first");
        assertEquals(4, all().stream().filter(m -> m.scope() == Scope.ORDER).count());
    }

    /** What is said of two measures holds in a book with both sides, groups and orders. */
    @Test
    void aMeasureThatIsNeverAboveAnotherIsNotAboveIt() {
        for (NeverAbove pair : NeverAbove.ALL) {
            BigDecimal upper = most(Measures.ALL.find(pair.upper()).orElseThrow());
            BigDecimal lower = most(Measures.ALL.find(pair.lower()).orElseThrow());
            assertTrue(lower.signum() > 0 && lower.compareTo(upper) <= 0, () -> pair + ": " + lower + ", " + upper);
        }
    }

    private static BigDecimal most(Measure measure) {
        return measure.of(ValuedBook.of(BOOK)).stream()
                .filter(Measured.Used.class::isInstance)
                .map(one -> ((Measured.Used) one).used().used())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDeclaredFactIsGiven(Measure measure) {
        List<Measured> measured = measure.of(ValuedBook.of(BOOK));
        assertFalse(measured.isEmpty());
        measured.forEach(m -> assertEquals(measure.facts(), m.facts().facts()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTwoFactsHaveOneName(Measure measure) {
        assertEquals(
                measure.facts().size(),
                measure.facts().stream().map(Fact::name).distinct().count());
        measure.facts()
                .forEach(f -> assertFalse(f.sentence().isBlank() || f.sentence().endsWith(".")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAccountWithoutHoldingsAndOrdersHasNothingToMeasure(Measure measure) {
        assertEquals(List.of(), measure.of(ValuedBook.of(Books.cash(1_000).book())));
    }

    @Test
    void theTableOfThePageIsTheList() {
        List<List<String>> rows = HowToPage.of("rules.md").rows().stream()
                .filter(r -> r.size() == 3
                        && Measures.ALL.find(r.getFirst().replace("`", "")).isPresent())
                .map(r -> r.subList(0, 2))
                .toList();
        assertEquals(
                all().stream()
                        .map(m -> List.of("`" + m.label() + "`", m.sentence()))
                        .toList(),
                rows);
    }

    @Test
    void theFactsOfThePageAreThoseOfTheMeasures() {
        String page = HowToPage.of("how-to-add-a-limit.md").text();
        for (Measure measure : all()) {
            String row = page.lines()
                    .filter(l -> l.startsWith("| " + measure.decision() + " |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row of " + measure.decision()));
            Set<String> shown = java.util.regex.Pattern.compile("`([A-Z][a-z ]*)`")
                    .matcher(row)
                    .results()
                    .map(m -> m.group(1))
                    .collect(Collectors.toSet());
            Set<String> own = measure.facts().stream()
                    .filter(f -> !CommonFacts.OF_ACCOUNT.contains(f))
                    .map(Fact::name)
                    .collect(Collectors.toSet());
            assertEquals(own, shown, measure.label());
        }
    }

    @Test
    void leverageIsGrossExposureUnderAnotherName() {
        Measure gross = Measures.named("gross-exposure").orElseThrow();
        assertEquals(Optional.of(gross), Measures.named("leverage"));
        assertEquals(Optional.of(gross), Measures.limitedBy(Measures.ALL, "Leverage"));
        assertEquals(List.of("Gross exposure", "Leverage"), gross.decisions());
        assertEquals(Optional.empty(), Measures.named("lever"));
    }

    @Test
    void aFactThatIsDeclaredAndNotGivenIsTheMeasuresMistake() {
        String message = String.valueOf(assertThrows(
                        IllegalStateException.class,
                        () -> FactValues.none().with(CommonFacts.SYMBOL, "IBM").cell(CommonFacts.SIDE))
                .getMessage());
        assertTrue(message.contains("\"Side\", but only [Symbol] are known"), message);
    }

    @Test
    void anEnumerationIsSeenAsItsWords() {
        assertEquals(List.of("buy", "sell"), CommonFacts.SIDE.type().words());
        assertEquals(List.of(), CommonFacts.SECTOR.type().words());
    }
}
