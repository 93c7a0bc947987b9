package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.EditModels;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An analyst edits a table as a spreadsheet, in a real browser; what is saved is a draft. */
@Tag("slow")
class RuleTableInBrowserTest {
    private static final String GOOD = "correct horse battery";
    private static final String TABLE = "/console/rules/limits/position-weight";

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private ServedConsole console;
    private EditTables tables;
    private String home;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void signIn() {
        console = ServedConsole.ofUsers();
        MemoryUsers users = console.memory.users(() -> console.now);
        users.settled("ada", GOOD, Role.ANALYST);
        users.settled("victor", GOOD, Role.VIEWER);
        tables = MemoryOperations.tables(console.memory, () -> console.now);
        home = "http://127.0.0.1:" + console.port();
        page = chromium.screen(1280, ColorScheme.LIGHT, home, complaints);
        as("ada");
    }

    @AfterEach
    void close() {
        page.context().close();
        console.close();
        assertEquals(List.of(), complaints);
    }

    private void as(String name) {
        page.navigate(home + "/console/sign-in");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(GOOD);
        page.locator("form.fields button").click();
        page.navigate(home + TABLE);
        page.waitForSelector("#sheet .here");
        page.waitForSelector("#cases-sheet .here");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private String cell(int row, int column) {
        return page.innerText("#cell-" + (row - 1) + "-" + (column - 1));
    }

    @Test
    void aLimitIsTightenedByKeysAloneAndSavedIntoADraft() {
        page.focus(".grid");
        press("ArrowDown", "ArrowRight", "Tab");
        page.keyboard().type("0.2");
        press("Tab");
        page.keyboard().type("0.9");
        press("Escape", "F2", "Control+a");
        page.keyboard().type("0.15");
        press("Enter");
        assertEquals("0.2", cell(2, 3));
        assertEquals("0.15", cell(2, 4));
        press("Control+z");
        assertEquals("0.20", cell(2, 4));
        press("Control+y");
        assertEquals("0.15", cell(2, 4));
        page.getByLabel("Why").fill("Names are riskier now");
        page.getByText("Save into a new draft").click();
        page.waitForURL("**/position-weight?draft=D-1");
        RuleTable saved = tables.show("limits/position-weight.dmn", "D-1");
        assertEquals(
                List.of("0.2", "0.15"), saved.sheet().rows().getLast().cells().subList(2, 4));
        assertTrue(page.innerText("main").contains("judges nothing yet"));
    }

    @Test
    void rowsInputsAndBlocksGoInAndWhatIsWrongIsMarked() {
        page.focus(".grid");
        page.locator("#sheet").getByText("Row above").click();
        page.evaluate("""
                text => { const data = new DataTransfer(); data.setData("text/plain", text);
                  document.querySelector(".grid").dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true})); }
                """, "\"Equity\"\t-\t25\t0.1\t\"cut\"\t\"Two\nlines\"\n");
        assertEquals("\"Equity\"", cell(1, 1));
        assertEquals("\"cut\"", cell(1, 5));
        page.selectOption("#add-input", "Sector");
        assertEquals("-", cell(1, 3));
        page.locator("#sheet button:text-is('Down')").click();
        page.getByText("Save into a new draft").click();
        page.waitForSelector(".grid .found");
        assertEquals("25", page.innerText(".grid .found >> nth=0"));
        RuleTable saved = tables.show("limits/position-weight.dmn", "D-1");
        assertEquals(
                List.of("row-1", "row-3", "row-2"),
                saved.sheet().rows().stream().map(r -> r.id()).toList());
        assertEquals("Two\nlines", saved.sheet().rows().get(1).cells().get(6));
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures/rule-table.png")));
    }

    @Test
    void casesRunOnEachEditAndAreAcceptedOneByOne() {
        page.waitForSelector("#tried:has-text('13 of 13 cases hold.')");
        page.focus("#sheet .grid");
        press("ArrowDown", "ArrowRight", "Tab");
        page.keyboard().type("25");
        press("Enter");
        page.waitForSelector("#sheet .found");
        assertTrue(page.innerText("#said-of").contains("row 2, limit"), page.innerText("#said-of"));
        assertEquals("The cases run when the table has no error any more.", page.innerText("#tried"));
        press("Control+z");
        page.keyboard().type("0.2");
        press("Tab");
        page.keyboard().type("0.15");
        press("Enter");
        page.waitForSelector("#tried:has-text('8 of 13 cases hold.')");

        page.locator("#case-cell-1-0").click();
        assertEquals(
                "Row 2, case: Exactly at the warning level passes. Expected pass, but got warn: IBM in ACC1 would be 20%"
                        + " of the account's value, above the warning level of 15% and within the limit of 20% (row 2).",
                page.innerText("#cases-sheet .grid-status"));
        assertEquals(1, page.locator("#sheet .decides #cell-1-0").count(), "the row that decided stands out");
        page.getByText("Accept what the rule says").click();
        page.waitForSelector("#tried:has-text('9 of 13 cases hold.')");
        press("Control+z");
        page.waitForSelector("#tried:has-text('8 of 13 cases hold.')");
        press("Control+y");
        page.locator("#cases-sheet").getByText("Row below").click();
        page.keyboard().type("A fund may be more");
        press("Enter");
        page.waitForSelector("#tried:has-text('9 of 14 cases hold.')");
        page.selectOption("#add-column", "restricted");
        page.getByText("Save into a new draft").click();
        page.waitForURL("**/position-weight?draft=D-1");
        page.waitForSelector("#tried:has-text('9 of 14 cases hold.')");
        List<String> lines = saved("limits/position-weight.scenarios.csv");
        assertTrue(lines.getFirst().endsWith(",restricted"), lines.getFirst());
        assertEquals("Exactly at the warning level passes,100000,IBM 100,,buy 200 IBM,,,IBM,warn,,", lines.get(2));
        assertTrue(lines.get(3).startsWith("A fund may be more,"), lines.get(3));
    }

    @Test
    void casesThatAreMissingAreAddedBelowTheOthers() {
        page.waitForSelector("#tried:has-text('13 of 13 cases hold.')");
        page.getByText("Add missing cases").click();
        page.waitForSelector("#tried:has-text('Nothing is missing')");
        page.locator("#case-cell-11-0").click();
        page.locator("#cases-sheet").getByText("Remove row").click();
        page.locator("#cases-sheet").getByText("Remove row").click();
        page.waitForSelector("#tried:has-text('11 of 11 cases hold.')");
        page.getByText("Save into a new draft").click();
        page.waitForURL("**/position-weight?draft=D-1");
        page.waitForSelector("#tried:has-text('11 of 11 cases hold.')");
        page.getByText("Add missing cases").click();
        page.waitForSelector("#tried:has-text('12 of 12 cases hold.')");
        assertEquals("Row 1 decides: Asset class ETF", page.innerText("#case-cell-11-0"));
        press("Control+z");
        page.waitForSelector("#tried:has-text('11 of 11 cases hold.')");
    }

    private List<String> saved(String file) {
        return console.operations
                .as(SignedIn.whole("ada", Set.of(Role.ANALYST)))
                .rules()
                .file("D-1", file)
                .text()
                .lines()
                .toList();
    }

    private void model(String query) {
        String policy =
                page.navigate(home + TABLE + "/modeller" + query).headers().get("content-security-policy");
        assertTrue(policy.endsWith("; font-src 'self'"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("data:"), policy);
        page.waitForSelector("#modeller[data-opened]");
    }

    private void type(String cell, String text) {
        page.locator("#modeller td[data-element-id=" + cell + "]").click();
        press("Control+a");
        page.keyboard().type(text);
    }

    /** What dmn-js cannot hold: its version of DMN, annotations, comments, rows without ids, how lines end. */
    private static String rich(String table) {
        return table.replace("https://www.omg.org/spec/DMN/20191111/", "https://www.omg.org/spec/DMN/20230324/")
                .replace("<annotation name=\"Why\"/>", "<annotation name=\"Why\"/><annotation name=\"Source\"/>")
                .replace(
                        "over many names</text></annotationEntry>",
                        "over many names</text></annotationEntry>\n        <annotationEntry><text>Policy 7 &amp; 8</text></annotationEntry>")
                .replace(
                        "<description>",
                        "<extensionElements><own:owner xmlns:own=\"urn:own\">risk</own:owner></extensionElements><description>")
                .replace(
                        "<input id=\"in-strategy\" label=\"Strategy\">",
                        "<input id=\"in-strategy\" label=\"Strategy\"><inputValues><text>\"growth\", \"income\"</text></inputValues>")
                .replace("<rule id=\"row-1\">", "<!-- funds first -->\n      <rule>")
                .replace("<text>0.30</text>", "<text><![CDATA[0.30]]></text>")
                .replace("<outputEntry id=\"row-2-limit\">", "<outputEntry  id='row-2-limit' >")
                .replace("\n", "\r\n");
    }

    @Test
    void aTableGoesThroughTheModellerAndNothingElseOfItsFileChanges() {
        String file = "limits/position-weight.dmn";
        var ada = console.operations.as(SignedIn.whole("ada", Set.of(Role.ANALYST)));
        String rich = rich(ada.rules().file("active", file).text());
        var begun = ada.drafts().begin("What a modeller drops", false);
        ada.drafts().write(begun.id(), file, rich, begun.now().sha256(), "rich");
        model("?draft=D-1");
        page.waitForSelector("#tried:has-text('13 of 13 cases hold.')");
        assertEquals("", page.innerText("#changed"), "dmn-js changed nothing by itself");
        page.getByText("Save into D-1").click();
        page.waitForSelector("#modeller-trouble:has-text('the table is as it was')");
        assertEquals(rich, ada.rules().file("D-1", file).text());

        type("row-2-limit", "0.2");
        page.waitForSelector("#changed:has-text('row 2, column limit: 0.25 became 0.2')");
        page.waitForSelector("#tried:has-text('cases hold.')");
        page.getByLabel("Why").fill("Names are riskier now");
        page.getByText("Save into D-1").click();
        page.locator("#changes-part").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.waitForSelector("#modeller[data-opened]");
        assertEquals(
                rich.replace("<text>0.25</text>", "<text>0.2</text>"),
                ada.rules().file("D-1", file).text());
    }

    @Test
    void theModellerIsToldOfEachCellAndGetsFurtherInputs() {
        model("");
        type("row-2-limit", "25");
        page.waitForSelector("#modeller td[data-element-id=row-2-limit][data-found=error]");
        assertTrue(page.innerText("#said-of").contains("25 % is written 0.25"), page.innerText("#said-of"));
        type("row-2-limit", "0.25");
        page.waitForSelector("#tried:has-text('13 of 13 cases hold.')");
        page.selectOption("#add-input", "Sector");
        page.waitForSelector("#modeller th.input-cell:has-text('Sector')");
        page.waitForSelector("#changed:has-text('column Sector was added')");
        var mark = page.locator("#modeller .bjs-powered-by");
        assertEquals(
                true,
                mark.evaluate(
                        "mark => { const box = mark.getBoundingClientRect(); scrollTo(0, box.top); const now = mark.getBoundingClientRect();"
                                + " return mark.contains(document.elementFromPoint(now.left + now.width / 2, now.top + now.height / 2)); }"),
                "bpmn.io's mark is uncovered");

        RuleTable shown = tables.show("limits/position-weight.dmn", "");
        page.getByText("Save into a new draft").click();
        page.waitForURL("**/position-weight/modeller?draft=D-1");
        page.waitForSelector("#modeller[data-opened]");
        RuleTable saved = tables.show("limits/position-weight.dmn", "D-1");
        assertEquals("Sector", saved.sheet().columns().get(2).name());
        assertTrue(saved.findings().isEmpty(), saved::toString);
        assertEquals("", tables.show("limits/position-weight.dmn", "").draft());
        assertEquals(
                shown.line().version(),
                tables.show("limits/position-weight.dmn", "").line().version());

        tables.save(
                "limits/position-weight.dmn",
                "D-1",
                saved.seen(),
                List.of(new TableEdit(TableEdit.Kind.CELL, "row-2", "warning", "0.15")),
                "",
                "ben");
        type("row-1-limit", "0.35");
        page.waitForSelector("#changed:has-text('0.40 became 0.35')");
        page.getByText("Save into D-1").click();
        page.waitForSelector("#modeller-trouble:has-text('somebody else has written since')");
        assertEquals(
                "0.35",
                page.innerText("#modeller td[data-element-id=row-1-limit]").strip(),
                "what was edited is there still");
        assertEquals(
                "0.40",
                tables.show("limits/position-weight.dmn", "D-1")
                        .sheet()
                        .rows()
                        .getFirst()
                        .cells()
                        .get(3));
    }

    @Test
    void whoOnlySeesMovesAndCopiesAndTabLeavesTheTable() {
        page.context().clearCookies();
        as("victor");
        assertEquals(0, page.querySelectorAll("#save").size());
        page.focus(".grid");
        page.keyboard().type("x");
        press("Enter", "Delete", "Escape", "Tab");
        assertEquals("\"Fund\", \"ETF\"", cell(1, 1));
        assertEquals(false, page.evaluate("() => document.querySelector('.grid').contains(document.activeElement)"));
        page.locator(".views a").click();
        page.waitForSelector("#modeller[data-opened]");
        assertEquals(
                0, page.querySelectorAll("#save, #modeller [contenteditable]").size());
        assertTrue(page.innerText("#modeller").contains("0.25"), page.innerText("#modeller"));
        tables.save(
                "limits/position-weight.dmn",
                "",
                tables.show("limits/position-weight.dmn", "").seen(),
                IntStream.rangeClosed(1, EditModels.MOST_ROWS)
                        .mapToObj(row -> new TableEdit(TableEdit.Kind.ADD_ROW, "+" + row, "", "row-1"))
                        .toList(),
                "",
                "ada");
        page.navigate(home + TABLE + "/modeller?draft=D-1");
        assertTrue(page.innerText("main").contains("the grid and a spreadsheet take them"), page.innerText("main"));
    }

    /** Down to a spreadsheet, and up again: what is wrong is told by its cell, what is right is seen before it is kept. */
    @Test
    void aFileThatWasEditedElsewhereIsSeenBeforeItIsKept() throws IOException {
        Path csv = page.waitForDownload(
                        () -> page.locator("a.button").getByText("CSV").click())
                .path();
        assertEquals("wrong", edited(csv, "0.25", "25 %", "1 cell"));
        assertTrue(page.innerText("#upload-list").contains("limits.csv:3:3: Expected a share as a number"));
        assertEquals(false, page.isVisible("#upload-keep"));
        assertEquals("right", edited(csv, "0.25", "0.2", "1 difference."));
        assertTrue(page.innerText("#upload-list").contains("row 2, column limit: 0.25 became 0.2"));
        page.fill("#upload-note", "Names are riskier now");
        page.getByText("Keep it in a new draft").click();
        page.waitForURL("**/position-weight?draft=D-1");
        assertEquals(
                "0.2",
                tables.show("limits/position-weight.dmn", "D-1")
                        .sheet()
                        .rows()
                        .getLast()
                        .cells()
                        .get(2));
    }

    /** Chooses the file with another text in it, and waits for what is said. */
    private String edited(Path csv, String text, String other, String said) throws IOException {
        page.setInputFiles(
                "#edited",
                new FilePayload(
                        "limits.csv",
                        "text/csv",
                        Files.readString(csv).replace(text, other).getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector("#upload-said:has-text('" + said + "')");
        return page.isVisible("#upload-keep") ? "right" : "wrong";
    }

    /** A list is begun and filled by keys; each edit is told by its cell, and how the entry would stand. */
    @Test
    void aListIsBegunAndFilledInADraft() {
        page.navigate(home + "/console/rules/lists");
        page.fill("#name", "restricted");
        page.getByText("Begin it in a new draft").click();
        page.waitForURL("**/console/rules/lists/restricted?draft=D-1");
        page.waitForSelector("#list-sheet .grid");
        page.locator("#list-sheet").getByText("Row below").click();
        page.focus(".grid");
        page.keyboard().type("IBM");
        press("Tab", "Tab");
        page.keyboard().type("merger talks");
        press("Enter");
        page.waitForSelector("#said-of:has-text('Expected who answers for the entry')");
        press("ArrowLeft");
        page.keyboard().type("legal");
        press("Enter");
        page.waitForSelector("#list-sheet .grid-mark:has-text('holds')");
        page.getByText("Save into D-1").click();
        page.waitForSelector("dl:has-text('1 entry')");
        assertEquals(
                List.of("instrument,owner,reason,from,until", "IBM,legal,merger talks,,"),
                saved("lists/restricted.csv"));
    }
}
