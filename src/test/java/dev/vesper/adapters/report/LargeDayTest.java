package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.desk.report.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day of twenty thousand orders has the page of a day of thousands, whose tables are full; the PDF is made of the page. The CSVs have every row. */
class LargeDayTest {
    private static final RunReport DAY = SampleRun.of(100, 55).build();
    private static final RunReport LARGE = SampleRun.of(300, 80).build();

    private final RunFacts facts = RunFacts.of(LARGE);
    private final String page = page(facts);

    @Test
    void thePageOfALargeDayHasNoMoreRowsThanThatOfADay() {
        assertTrue(
                LARGE.orders().size() > 4 * DAY.orders().size(), LARGE.orders().size() + " orders");
        String ofADay = page(RunFacts.of(DAY));
        assertTrue(count(page, "<tr") <= count(ofADay, "<tr"), "no row more");
        assertEquals(count(ofADay, "<svg"), count(page, "<svg"));
    }

    @Test
    void whatIsNotShownIsCountedByItsMeasureAndLinked() {
        int orders = LARGE.orders().size();
        assertSays("The 30 largest are shown; ", orders - 30, "orders.csv");
        assertSays(
                "The 50 with the most left unfilled are shown; ",
                Math.toIntExact(orders - facts.ordered().filled() - 50),
                "orders.csv");
        assertSays("The 20 that cost most are shown; ", orders - 20, "costs.csv");
        assertSays("The 50 that are furthest from their target are shown; ", 30, "accounts.csv");
        assertSays(
                "The 50 severest and fullest are shown; ",
                Math.toIntExact(LARGE.limits().breached() - 50),
                "limits.csv");
        assertTrue(page.contains(String.format(
                "%,d fills, one by one in </span><a href=\"fills.csv\">",
                LARGE.fills().size())));
        assertTrue(page.contains(String.format(
                "%,d tax lots, one by one in </span><a href=\"lots.csv\">",
                LARGE.lotsAfter().size())));
    }

    @Test
    void theTablesForProgramsHaveEveryRow() throws IOException {
        assertEquals(LARGE.orders().size(), rows("orders"));
        assertEquals(LARGE.orders().size(), rows("costs"));
        assertEquals(LARGE.fills().size(), rows("fills"));
        assertEquals(LARGE.lotsAfter().size(), rows("lots"));
        assertEquals(LARGE.limits().checked(), rows("limits"));
        assertEquals(80, rows("accounts"));
    }

    @Test
    void onPaperNoPageButTheLastIsHalfEmpty() throws IOException {
        PdfPagesTest.assertLaidOut("largest", page, LARGE);
    }

    private void assertSays(String which, int rest, String file) {
        String words = which + String.format("%,d", rest) + " more in </span><a href=\"" + file + "\">";
        assertTrue(page.contains(words), words);
    }

    /** Without its head. */
    private long rows(String word) throws IOException {
        for (Section section : Sections.ALL) {
            if (section.word().equals(word)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                CsvFile.write(section.csv(facts).orElseThrow(), out);
                return out.toString(StandardCharsets.UTF_8).lines().count() - 1;
            }
        }
        throw new IllegalArgumentException("Expected a section, but there is no " + word);
    }

    private static String page(RunFacts facts) {
        return new ReportPage(Sections.ALL).render(facts, List.of());
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
