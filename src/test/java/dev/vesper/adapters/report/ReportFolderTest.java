package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {
    private static final RunId RUN = new RunId("2018-04-11-001");

    @TempDir
    Path runs;

    private Path folder;
    private ReportFolder reports;

    @BeforeEach
    void aReport() throws Exception {
        reports = new ReportFolder(runs);
        folder = Files.createDirectories(runs.resolve(RUN.value()).resolve("input"))
                .getParent();
        for (String file : List.of("run.json", "fills.csv", "report.pdf", "orders.csv", "report.html", "x.part")) {
            Files.writeString(folder.resolve(file), file);
        }
        Files.writeString(runs.resolve("secret.csv"), "secret");
        Files.writeString(folder.resolve("input/prices.csv"), "secret");
        Files.createSymbolicLink(folder.resolve("link.csv"), runs.resolve("secret.csv"));
    }

    @Test
    void thePageIsFirst() {
        assertEquals(List.of("report.html", "report.pdf", "fills.csv", "orders.csv", "run.json"), reports.files(RUN));
        assertArrayEquals(new byte[] {'f', 'i', 'l', 'l', 's', '.', 'c', 's', 'v'}, reports.read(RUN, "fills.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../secret.csv", "link.csv", "input", "input/prices.csv", "x.part", "fill.csv"})
    void nothingElseIsHandedOver(String file) {
        Problem problem = assertThrows(Problem.class, () -> reports.read(RUN, file));
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void aMisspeltFileIsGuessed() {
        assertTrue(assertThrows(Problem.class, () -> reports.read(RUN, "fils.csv"))
                .getMessage()
                .endsWith("; maybe \"fills.csv\" is meant"));
    }

    @Test
    void aReportThatIsNotWholeIsNone() throws Exception {
        Files.delete(folder.resolve("run.json"));
        assertEquals(List.of(), reports.files(RUN));
        assertEquals(List.of(), reports.files(new RunId("2018-04-11-002")));
        assertTrue(assertThrows(Problem.class, () -> reports.read(RUN, "fills.csv"))
                .getMessage()
                .endsWith("but none was written"));
    }

    @Test
    void whatIsTooLongIsLeftWhereItLies() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("fills.csv").toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
        Problem problem = assertThrows(Problem.class, () -> reports.read(RUN, "fills.csv"));
        assertEquals(Problem.Kind.REFUSED, problem.kind());
        assertTrue(problem.getMessage().endsWith("it lies in " + folder), problem.getMessage());
    }
}
