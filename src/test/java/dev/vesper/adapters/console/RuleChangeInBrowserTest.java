package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.JudgedDay;
import dev.vesper.testing.MemoryUsers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of the rules from the first click to what judges and back, in a real browser. */
@Tag("slow")
class RuleChangeInBrowserTest {
    private static final String GOOD = "correct horse battery";

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private ServedConsole console;
    private String home;
    private RunRecord day;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        console = ServedConsole.ofUsers();
        MemoryUsers users = console.memory.users(() -> console.now);
        users.settled("ada", GOOD, Role.ANALYST, Role.RULE_CHECKER);
        users.settled("ben", GOOD, Role.RULE_CHECKER);
        day = JudgedDay.of(console.memory, console.now);
        home = "http://127.0.0.1:" + console.port() + "/console/";
    }

    @AfterEach
    void close() {
        if (chromium != null) { // none where there is no browser, and the test is passed over
            chromium.close();
            console.close();
        }
        assertEquals(List.of(), complaints);
    }

    private Page in(String name) {
        Page page = chromium.screen(1280, ColorScheme.LIGHT, home, complaints);
        page.navigate(home + "sign-in");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(GOOD);
        page.locator("form.fields button").click();
        return page;
    }

    private static void press(Page page, String button) {
        page.locator("main button:text-is('" + button + "')").first().click();
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private static void type(Page page, String... texts) {
        for (String text : texts) {
            page.keyboard().type(text);
            page.keyboard().press("Tab");
        }
    }

    /** Ten ways to break a table; each is told by its cell while it is typed, and is as it was once it is taken back. */
    private static void breaks(Page page) {
        String[][] ways = {
            {"1-2", "25", "row 2, limit"},
            {"1-2", "a quarter", "row 2, limit"},
            {"1-2", "\"0.25\"", "row 2, limit"},
            {"1-2", "", "row 2, limit"},
            {"1-3", "0.5", "row 2, warning"},
            {"1-4", "\"cutt\"", "row 2, action"},
            {"0-0", "\"Fnd\"", "row 1, Asset class"},
            {"0-0", "42", "row 1, Asset class"},
            {"0-0", "-", "row 2"},
            {"0-1", "java.lang.System.exit(1)", "row 1, Strategy"},
        };
        for (String[] way : ways) {
            page.locator("#cell-" + way[0]).click();
            if (way[1].isEmpty()) {
                page.keyboard().press("Delete");
            } else {
                page.keyboard().type(way[1]);
                page.keyboard().press("Enter");
            }
            page.waitForSelector("#findings-part:not([hidden])");
            String said = page.innerText("#said-of");
            assertTrue(said.contains(way[2]), () -> way[1] + ": " + said);
            page.keyboard().press("Control+z");
            page.waitForSelector("#tried:has-text('13 of 13 cases hold.')");
            page.waitForSelector(
                    "#findings-part", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    @Test
    void aTableIsBrokenMendedTightenedReplayedCheckedByAnotherDeniesAndIsTakenBack() {
        Page ada = in("ada");
        ada.navigate(home + "rules/limits/position-weight");
        press(ada, "Begin a draft of it");
        ada.waitForURL("**/position-weight?draft=D-1");
        ada.waitForSelector(".grid .here");
        breaks(ada);
        ada.locator("#cell-1-2").click();
        type(ada, "0.2", "0.15", "\"deny\"");
        ada.waitForSelector("#tried:has-text('cases hold.'):not(:has-text('13 of 13'))");
        ada.getByLabel("Why").fill("names are riskier now");
        press(ada, "Save into D-1");
        ada.waitForSelector(".grid .here");
        ada.locator("main a:text-is('D-1')").click();
        assertTrue(main(ada).contains("6 errors stand against it."), main(ada));
        ada.getByLabel("Why, for whoever checks it and for the audit").fill("too early");
        press(ada, "Propose");
        assertTrue(main(ada).contains("Expected rules without an error, but there are"), main(ada));
        ada.getByText("See it as it is now").click();

        press(ada, "Accept");
        press(ada, "Accept all 5 of limits/position-weight.scenarios.csv");
        assertTrue(main(ada).contains("Nothing stands against it."), main(ada));
        press(ada, "Replay");
        assertTrue(main(ada).contains("8 differences."), main(ada));
        ada.locator(".counts a:has-text('newly denied')").click();
        ada.getByText("By account").click();
        ada.locator("#live-sums a:text-is('ANNA')").click();
        assertEquals(
                "account ANNA ×", ada.locator("#live-rows a.stamp >> nth=1").innerText());
        ada.locator(".difference summary").first().click();
        String first = ada.locator(".difference").first().innerText();
        assertTrue(
                first.contains("limit of 25% (row 2)")
                        && first.contains("limit of 20% (row 2)")
                        && first.contains("removed"),
                first);
        ada.locator("main a:text-is('D-1')").click();
        ada.getByLabel("Why, for whoever checks it and for the audit").fill("decision of the board");
        press(ada, "Propose");
        assertTrue(main(ada).contains("You wrote some of this change"), main(ada));
        assertEquals(0, ada.locator("main button:text-is('Agree')").count());

        Page ben = in("ben");
        ben.navigate(home + "rules");
        ben.locator("main a:text-is('D-1')").click();
        assertEquals(0, ben.locator("main button:text-is('Propose')").count());
        press(ben, "Say no");
        assertTrue(main(ben).contains("Expected a reason"), main(ben));
        ben.getByText("See it as it is now").click();
        press(ben, "Agree");
        assertTrue(main(ben).contains("All agreed who are needed."), main(ben));
        press(ben, "Let it judge now");
        assertEquals("activated", ben.locator("main .stamp").first().innerText());
        FileSet active = console.memory.rules(() -> console.now).active().files();
        RunRecord next = JudgedDay.again(console.memory, day, console.now, active);
        ben.navigate(home + "runs/" + next.id() + "/proposal?show=verdicts");
        String denied = ben.locator("tr:has-text('removed')").first().innerText();
        assertTrue(denied.contains("above the limit of 20% (row 2): removed"), denied);
        assertTrue(denied.contains("deny") && denied.contains("position-weight"), denied);
        ben.navigate(home + "rules/drafts/D-1");
        assertTrue(main(ben).contains("row 2, limit"), main(ben));

        ada.navigate(home + "rules");
        ada.getByText("Go back to an earlier version").click();
        ada.getByLabel("Why, for whoever checks it and for the audit").fill("too tight");
        press(ada, "Propose to go back");
        ben.navigate(home + "rules/drafts/D-2");
        press(ben, "Agree");
        press(ben, "Let it judge now");
        ben.navigate(home + "rules/limits/position-weight");
        assertTrue(main(ben).contains("0.25"), main(ben));
        assertFalse(main(ben).contains("0.15"), main(ben));
    }

    @Test
    void aChangeIsUndoneAndGivenUp() {
        Page ada = in("ada");
        ada.navigate(home + "rules");
        ada.getByLabel("What is to change").fill("Tobacco at 5 %");
        press(ada, "Begin a draft");
        assertTrue(main(ada).contains("It changes nothing yet."), main(ada));
        press(ada, "Undo the last edit");
        assertTrue(main(ada).contains("Expected"), main(ada));
        ada.getByText("See it as it is now").click();
        ada.getByLabel("Why nobody goes on with it").fill("not this year");
        press(ada, "Discard it");
        assertEquals("discarded", ada.locator("main .stamp").first().innerText());
        ada.navigate(home + "rules");
        assertTrue(main(ada).contains("Tobacco at 5 %"), main(ada));
    }
}
