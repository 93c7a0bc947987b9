package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's page: every command on it is one, and the ones that keep, take away and check are run. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditDayIT {
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^)\\./vesper ([^`\\n#]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final HowToPage PAGE = HowToPage.of("audit.md");

    @TempDir
    static Path folder;

    private static List<List<String>> commands() {
        return COMMAND.matcher(PAGE.text())
                .results()
                .map(found -> words(found.group(1)))
                .distinct()
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(AuditDayIT::word)
                .map(word -> word.replace("FILE", "audit.anchor"))
                .toList();
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static InProcess.Answer vesper(Object... words) {
        return InProcess.run(
                Map.of(
                        "VESPER_VAR",
                        folder.resolve("var").toString(),
                        "VESPER_ANCHOR_FILE",
                        folder.resolve("vesper.anchors").toString()),
                List.of(words).stream().map(Object::toString).toArray(String[]::new));
    }

    @Test
    @Order(1)
    void everyCommandOfThePageIsOne() {
        Settings settings =
                Settings.from(Map.of("VESPER_VAR", folder.resolve("none").toString()), Path.of(""));
        assertTrue(commands().size() > 20, "the page has its commands");
        try (Wiring wiring =
                new Wiring(settings, SystemTimes.in(settings.zone()), new Console(System.err, false, null))) {
            for (List<String> words : commands()) {
                Main.commandLine(wiring).parseArgs(words.toArray(String[]::new));
            }
        }
    }

    /** Somebody is made an auditor; that row is kept outside, taken away and checked, with Vesper and without. */
    @Test
    @Order(2)
    void theDayIsCheckedFromTheFileAlone() throws Exception {
        assertEquals(0, vesper("users", "add", "eva", "--role", "auditor").code());
        InProcess.Answer anchored = vesper("audit", "anchor");
        assertEquals(0, anchored.code(), anchored::err);
        assertTrue(anchored.out().contains("each line chained to the one before"), anchored::out);
        Path export = folder.resolve("audit.csv");
        InProcess.Answer exported = vesper("audit", "export", "--out", export);
        assertEquals(0, exported.code(), exported::err);
        InProcess.Answer checked = vesper("audit", "verify", "--file", export);
        assertEquals(0, checked.code(), checked::out);
        assertTrue(checked.out().contains("2 rows, 1 to 2") && checked.out().contains("holds every row"), checked::out);
        String text = Files.readString(export);
        assertTrue(text.contains(",command line on this machine,,auditor,"), text);
        InProcess.Answer verified = vesper("audit", "verify");
        assertEquals(0, verified.code(), verified::out);
        assertTrue(
                verified.out().contains("1 anchor in file ") && verified.out().contains(" fit: "), verified::out);

        Path altered = Files.writeString(folder.resolve("altered.csv"), text.replace(",auditor,", ",administrator,"));
        InProcess.Answer found = vesper("audit", "verify", "--file", altered);
        assertEquals(3, found.code());
        assertTrue(found.out().contains("row 1 was altered"), found::out);

        assumeTrue(python("--version").code() == 0, "Python 3 is not here: the script of the page is not run");
        Path script = Files.writeString(folder.resolve("check.py"), PAGE.block("python"));
        InProcess.Answer good = python(script, export);
        assertEquals(0, good.code(), good::out);
        assertTrue(good.out().startsWith("2 rows; every row; newest of the log: row 2, "), good::out);
        InProcess.Answer bad = python(script, altered);
        assertEquals(1, bad.code(), bad::out);
        assertEquals("row 1 was altered\n", bad.out());
    }

    private static InProcess.Answer python(Object... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        List.of(words).forEach(word -> command.add(word.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes());
            return new InProcess.Answer(process.waitFor(), out, "");
        } catch (IOException notThere) {
            return new InProcess.Answer(127, "", "");
        }
    }
}
