package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measure of the page is compiled and registered, its table judges a book, its cases hold. */
class HowToAddAMeasureTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-measure.md");

    @TempDir
    Path folder;

    private Registry<Measure> measures = Measures.ALL;

    @BeforeEach
    void doWhatThePageSays() throws IOException, ReflectiveOperationException {
        Class<?> type = InMemory.compile("dev.vesper.limits.measure.VenueWeight", PAGE.block("java"), Measure.class);
        Measure shown = (Measure) type.getConstructor().newInstance();
        measures = Registry.of(
                "measure",
                Measure::label,
                Stream.concat(Measures.ALL.all().stream(), Stream.of(shown)).toList());
        Files.createDirectories(folder.resolve("limits"));
        Files.createDirectories(folder.resolve("compliance"));
        Files.writeString(folder.resolve("limits/venue-weight.dmn"), PAGE.block("xml"));
        Files.writeString(folder.resolve("limits/venue-weight.scenarios.csv"), PAGE.block("csv"));
        Files.writeString(folder.resolve("required.txt"), "limits/venue-weight.dmn\n");
    }

    @Test
    void itsCasesHold() {
        List<ScenarioResult> results =
                Scenarios.run(folder, new DroolsRuleBook(folder, measures, KnownFirm.NONE, Trusted.all(folder)));
        assertEquals(2, results.size());
        results.forEach(r -> assertTrue(r.passed(), r::toString));
    }

    @Test
    void itsTableCutsABook() {
        String said = new DroolsRuleBook(folder, measures, KnownFirm.NONE, Trusted.all(folder))
                .check(Books.cash(100_000)
                        .instrument("SPY", "ETF", "")
                        .orders(Orders.buy("1", "SPY", 400))
                        .book())
                .toString();
        assertTrue(
                said.contains("Venue XNYS in ACC1 would be 40% of the account's value, above the limit of 30%"
                        + " (row 1): cut from 400 to 300 units."),
                said);
    }

    @Test
    void withoutItsLineNoTableMayLimitIt() {
        String message = String.valueOf(
                assertThrows(Problem.class, () -> Trusted.rules(folder)).getMessage());
        assertTrue(message.contains("but it is \"Venue weight\""), message);
    }
}
