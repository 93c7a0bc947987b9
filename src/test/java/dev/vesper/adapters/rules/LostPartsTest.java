package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the delivered rules lost in a change is told, by file and column. */
class LostPartsTest {
    private static final FileSet DELIVERED = RulesFolder.read(Path.of("rules"));
    private static final String WEIGHT = "limits/position-weight.dmn";

    @TempDir
    Path state;

    private static byte[] altered(String from, String to) {
        String text = new String(DELIVERED.files().getOrDefault(WEIGHT, new byte[0]), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lost(Map<String, byte[]> files) {
        return LostParts.of(DELIVERED, new FileSet(files)).stream()
                .map(f -> f.severity() + " " + f.file() + " " + f.column() + " " + f.code())
                .toList();
    }

    private static List<String> lost(String from, String to) {
        Map<String, byte[]> files = new TreeMap<>(DELIVERED.files());
        files.put(WEIGHT, altered(from, to));
        return lost(files);
    }

    @Test
    void anEditOfCellsAndANewRuleLoseNothing() {
        assertEquals(List.of(), lost(">0.25<", ">0.2<"));
        Map<String, byte[]> more = new TreeMap<>(DELIVERED.files());
        more.put("limits/another.dmn", altered("Position weight", "Another weight"));
        assertEquals(List.of(), lost(more));
    }

    @Test
    void aTableIsMissedThoughNobodyRequiresIt() {
        Map<String, byte[]> files = new TreeMap<>(DELIVERED.files());
        files.remove("limits/sector-weight.dmn");
        files.remove("limits/sector-weight.scenarios.csv");
        String required = new String(files.getOrDefault(RequiredRules.FILE, new byte[0]), StandardCharsets.UTF_8);
        files.put(
                RequiredRules.FILE,
                required.replace("limits/sector-weight.dmn\n", "").getBytes(StandardCharsets.UTF_8));
        List<Finding> found = new FolderCheck(state).of(DELIVERED, new FileSet(files));
        assertTrue(found.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR), found::toString);
        assertEquals(
                List.of(
                        "WARNING limits/sector-weight.dmn  rule-gone",
                        "WARNING limits/sector-weight.scenarios.csv  cases-gone"),
                lost(files));
    }

    @Test
    void aTableThatIsCalledOtherwiseIsNamed() {
        Map<String, byte[]> files = new TreeMap<>(DELIVERED.files());
        files.put("limits/single-name.dmn", files.remove(WEIGHT));
        Finding gone = LostParts.of(DELIVERED, new FileSet(files)).getFirst();
        assertTrue(gone.sentence().endsWith("maybe it is called limits/single-name.dmn now"), gone.sentence());
    }

    @Test
    void hitPolicyDecisionAndColumnsAreMissed() {
        assertEquals(
                List.of("WARNING " + WEIGHT + "  hit-policy-changed"),
                lost("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));
        assertEquals(
                List.of("WARNING " + WEIGHT + "  decision-changed"),
                lost("name=\"Position weight\"", "name=\"Sector weight\""));
        assertEquals(
                List.of("WARNING " + WEIGHT + " Strategy input-gone"),
                lost("<text>Strategy</text>", "<text>Account</text>"));
        assertEquals(List.of("WARNING " + WEIGHT + " warning output-gone"), lost("name=\"warning\"", "name=\"alarm\""));
    }

    @Test
    void oneFileIsLookedAtBesideWhatItWas() throws Exception {
        Path file = state.resolve("position-weight.dmn");
        Files.write(file, altered("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));
        byte[] before = DELIVERED.files().getOrDefault(WEIGHT, new byte[0]);
        assertTrue(CheckedFile.of(file, KnownFirm.NONE).against(file, before).findings().stream()
                .anyMatch(finding -> finding.code().equals("hit-policy-changed")));
    }
}
