package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table goes out to a spreadsheet and comes back, from the command line. */
class RuleSheetsTest {
    private static final Path TABLE = Path.of("rules/limits/position-weight.dmn");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "dmn"})
    void whatComesBackUnchangedIsTheSameFile(String format) throws IOException {
        assertEquals(0, run("export position-weight --out " + sheet(format)).code());
        CommandAnswer back = run("import " + sheet(format) + " --into position-weight --out " + dmn());
        assertEquals(new CommandAnswer(0, "nothing changed\n", ""), back);
        assertArrayEquals(Files.readAllBytes(TABLE), Files.readAllBytes(dmn()));
    }

    @Test
    void whatChangedIsSaid() throws IOException {
        edit("0.25,0.20", "0.2,0.15");
        CommandAnswer back = run("import " + sheet("csv") + " --into " + TABLE + " --out " + dmn());
        assertEquals(
                "row 2, column limit: 0.25 became 0.2\nrow 2, column warning: 0.20 became 0.15\n2 changes, written to "
                        + dmn() + "\n",
                back.out());
        page(back.out().replace(dmn().toString(), "position-weight.dmn"));
        assertEquals(
                Files.readString(TABLE)
                        .replace("<text>0.25</text>", "<text>0.2</text>")
                        .replace("<text>0.20</text>", "<text>0.15</text>"),
                Files.readString(dmn()));
    }

    @Test
    void aTitleThatTheMeasureKnowsIsAnInputMore() throws IOException {
        edit("Why,row id", "Why,row id,Sector");
        String csv = Files.readString(sheet("csv")).replace("row-1", "row-1,-").replace("row-2", "row-2,-");
        Files.writeString(sheet("csv"), csv);
        CommandAnswer back = run("import " + sheet("csv") + " --into position-weight --out " + dmn());
        assertEquals(0, back.code(), back.err());
        assertTrue(back.out().startsWith("column Sector was added\n"), back.out());
        assertTrue(Files.readString(dmn()).contains("<inputData id=\"sector\" name=\"Sector\">"));
    }

    @Test
    void allThatDoesNotHoldIsSaidAndNothingIsWritten() throws IOException {
        edit("0.25,0.20", "25 %,\"0,2\"");
        CommandAnswer back = run("import " + sheet("csv") + " --into position-weight --out " + dmn());
        assertEquals(2, back.code());
        assertEquals("""
                t.csv:3:3: Expected a share as a number, but the cell says 25 %; write 0.25
                t.csv:3:4: Expected a decimal point, but the cell says 0,2; write 0.2, or with a space behind the comma where two values are meant
                2 cells or parts of t.csv do not hold; nothing was written
                """, back.err());
        page(back.err().replace("t.csv", "position-weight.csv"));
        assertFalse(Files.exists(dmn()));
    }

    @Test
    void whatTheRulesWouldRefuseIsSaid() throws IOException {
        edit("0.25,0.20", "25,20");
        CommandAnswer back = run("import " + sheet("csv") + " --into position-weight --out " + dmn());
        assertEquals(2, back.code());
        assertTrue(
                back.err().contains("row 2, column limit: Expected a share between 0 and 1, but it is 25"), back.err());
    }

    @Test
    void aTableThatIsNotThereIsNamedWithTheNearest() {
        CommandAnswer none = run("export position-weigth");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("maybe \"position-weight\" is meant"), none.err());
    }

    /** The page for analysts says the same. */
    private static void page(String said) throws IOException {
        assertTrue(Files.readString(Path.of("src/docs/rule-tables.md")).contains(said), said);
    }

    private void edit(String from, String to) throws IOException {
        run("export position-weight --format csv --out " + sheet("csv"));
        String csv = Files.readString(sheet("csv"));
        assertTrue(csv.contains(from), csv);
        Files.writeString(sheet("csv"), csv.replace(from, to));
    }

    private Path sheet(String format) {
        return folder.resolve("t." + format);
    }

    private Path dmn() {
        return folder.resolve("position-weight.dmn");
    }

    private CommandAnswer run(String words) {
        Settings settings =
                Settings.from(Map.of("VESPER_VAR", folder.resolve("var").toString()), Path.of(""));
        Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), new Console(System.err, false, null));
        return CommandAnswer.of(new RulesCommand(wiring), words);
    }
}
