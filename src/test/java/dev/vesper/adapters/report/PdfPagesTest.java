package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.desk.report.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the report lies on paper, by the positions of what is drawn; {@link LargeDayTest} looks at the largest. */
class PdfPagesTest {
    private static final Map<String, SampleRun> DAYS = Map.of(
            "tiny", SampleRun.of(2, 1),
            "sample", SampleRun.of(40, 3),
            "drawn", SampleRun.of(30, 12),
            "full", SampleRun.of(40, 14),
            "refused", SampleRun.of(40, 4).refused());

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "sample", "drawn", "full", "refused"})
    void everyPageButTheLastIsFilledAndNoneEndsWithAHeading(String day) throws IOException {
        RunReport report = DAYS.get(day).build();
        assertLaidOut(day, new ReportPage(Sections.ALL).render(RunFacts.of(report), List.of("orders.csv")), report);
    }

    static void assertLaidOut(String day, String page, RunReport report) throws IOException {
        List<PdfSheet> sheets = sheets(page, report);
        for (String first : List.of("Sign-offs", "Stages", "Sectorallocation")) {
            assertTrue(
                    sheets.getFirst().lines().stream()
                            .anyMatch(line -> line.text().contains(first)),
                    day + ": " + first + " on page one");
        }
        for (int at = 0; at < sheets.size() - 1; at++) {
            PdfSheet sheet = sheets.get(at);
            String where = day + ", page " + (at + 1) + " of " + sheets.size();
            assertTrue(sheet.filled() >= 0.74, where + " is filled to " + sheet.filled());
            assertTrue(sheet.filled() <= 1.01, where + " runs over its margin: " + sheet.filled());
            assertFalse(sheet.last().heading(), where + " ends with a heading: " + sheet.last());
            assertFalse(
                    sheet.last()
                            .text()
                            .equals(sheets.get(at + 1).lines().getFirst().text()),
                    where + " ends with the head of a table: " + sheet.last());
        }
    }

    private static List<PdfSheet> sheets(String page, RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPdf.write(page, report.run(), "Firm", out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return PdfSheet.of(document);
        }
    }
}
