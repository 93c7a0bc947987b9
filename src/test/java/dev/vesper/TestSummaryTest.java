package dev.vesper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./vesper test} says at its end, from reports as Surefire and Failsafe write them. */
class TestSummaryTest {
    @TempDir
    Path target;

    private String said;

    @BeforeEach
    void begin() throws IOException {
        Files.createFile(target.resolve(".tested"));
        Files.writeString(target.resolve("budget.csv"), "what,most\nEmbeddedEngine,2\nDatabase,3\n");
    }

    @Test
    void theTenSlowestSuitesOfTheRunAreNamed() throws Exception {
        for (int i = 1; i <= 11; i++) {
            suite("surefire-reports", "a.Suite" + i + "Test", i + ".3");
        }
        suite("failsafe-reports", "b.DayIT", "1,234.56");
        suite("surefire-reports", "a.GoneTest", "99");
        Path gone = target.resolve("surefire-reports/TEST-a.GoneTest.xml");
        Files.setLastModifiedTime(gone, FileTime.fromMillis(0));
        assertEquals(0, summary());
        assertEquals(
                List.of("1234.6  b.DayIT", "11.3  a.Suite11Test"),
                said.lines().skip(1).limit(2).map(String::strip).toList());
        assertTrue(said.contains("3.3  a.Suite3Test"), said);
        assertEquals(
                10,
                said.lines()
                        .filter(line -> line.contains("Suite") || line.contains("IT"))
                        .count(),
                said);
    }

    @Test
    void asManyAsTheBudgetAreAllowed() throws Exception {
        opened("EmbeddedEngine", "Database", "Database", "EmbeddedEngine", "Database");
        assertEquals(0, summary());
        assertTrue(said.contains("Opened 2 of EmbeddedEngine, of 2 at most"), said);
        assertTrue(said.contains("Opened 3 of Database, of 3 at most"), said);
    }

    @Test
    void oneMoreFailsTheRun() throws Exception {
        opened("EmbeddedEngine", "EmbeddedEngine", "EmbeddedEngine");
        assertEquals(1, summary());
        assertTrue(
                said.contains("Expected the tests to open 2 of EmbeddedEngine at most, but they opened 3; maybe"),
                said);
        assertTrue(said.contains("Opened 0 of Database, of 3 at most"), said);
    }

    @Test
    void aRunThatOpenedNothingIsWithinItsBudget() throws Exception {
        assertEquals(0, summary());
        assertTrue(said.contains("Opened 0 of EmbeddedEngine"), said);
    }

    private void suite(String folder, String name, String seconds) throws IOException {
        Files.createDirectories(target.resolve(folder));
        Files.writeString(
                target.resolve(folder + "/TEST-" + name + ".xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " version=\"3.0.2\" name=\"" + name + "\" time=\"" + seconds
                        + "\" tests=\"1\" errors=\"0\">\n"
                        + "  <testcase name=\"one\" classname=\"" + name + "\" time=\"0.1\"/>\n</testsuite>\n");
    }

    private void opened(String... parts) throws IOException {
        StringBuilder log = new StringBuilder();
        for (String part : parts) {
            log.append(part).append(" opened /tmp/x, 09:05:21.532\n");
        }
        Files.writeString(target.resolve("opened.log"), log);
    }

    private int summary() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of("src/test/summary").toString(),
                        target.toString(),
                        target.resolve("budget.csv").toString())
                .redirectErrorStream(true)
                .start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
