package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.basics.Registry;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section of the how-to page, compiled as it stands there and added to the list. */
class HowToAddAReportSectionTest {
    private static final String FIGURE = "dev.vesper.execution.cost.SectorTotal";
    private static final String NAME = "dev.vesper.adapters.report.section.SectorsSection";

    @TempDir
    Path folder;

    @Test
    void theSectionOfThePageIsOnThePageInItsCsvAndOnTheTerminal() throws Exception {
        List<Section> sections = new ArrayList<>(Sections.ALL.all());
        List<String> sources = HowToPage.of("how-to-add-a-report-section.md").blocks("java");
        sections.add((Section) InMemory.compile(
                        NAME,
                        Map.of(FIGURE, sources.getFirst(), NAME, sources.get(1)),
                        Section.class,
                        ObjectNode.class,
                        TreeNode.class)
                .getDeclaredConstructor()
                .newInstance());
        Registry<Section> all = Sections.of(sections);
        var run = SampleRun.of(10, 2).build();
        List<String> files = new RunReportWriter(all).write(run, folder);

        String health = run.fills().stream()
                .filter(f -> run.firm().instruments().get(f.symbol()).sector().equals("Health Care"))
                .map(f -> f.price().multiply(f.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        assertTrue(files.contains("sectors.csv"));
        List<String> csv = Files.readAllLines(folder.resolve("sectors.csv"));
        assertEquals("sector,notional", csv.getFirst());
        assertTrue(csv.contains("Health Care," + health));
        assertTrue(read("report.html").contains("<h2>Traded by sector</h2>"));
        assertTrue(read("report.html").replace(",", "").contains(">" + health + "<"));
        assertTrue(read("summary.txt").replace(",", "").contains(health + "   Health Care"));
        assertTrue(read("run.json").contains("\"sectors.csv\""));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
