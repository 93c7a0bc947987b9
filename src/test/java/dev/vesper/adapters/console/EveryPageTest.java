package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.breach.TrackBreaches;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.RuleQuality;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RuleWaivers;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.breaker.VenueAnswer;
import dev.vesper.limits.Breach;
import dev.vesper.limits.RuleVersion;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.JudgedDay;
import dev.vesper.testing.LimitedDay;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import dev.vesper.testing.WorkedOrders;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page of the console in a real browser, wide and narrow, light and dark: nothing of WCAG 2.2 AA that axe sees is
 * broken, nothing sticks out, nothing is asked of another host, and the first page is small. The pictures are kept under
 * {@code target/}. A page that is added is looked at too.
 */
@Tag("slow")
class EveryPageTest {
    private static final String GOOD = "correct horse battery";
    private static final Path PICTURES = Path.of("target/pictures/pages");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What of them the colours decide; the others see the same whatever the scheme. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    /** Pages with a chart, which is waited for. */
    private static final List<String> DRAWN = List.of("order", "exposures", "quality");

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int TALL = 900;
    private static final int FIRST_PAGE_BYTES = 300_000;

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private ServedConsole console;
    private RunId run;
    private RunId worked;
    private RunId doubted;
    private RunId limited;
    private RunId still;
    private String replay = "";

    /** One for all, since it takes a second or two to start; nobody shares a context. */
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
    void aDayThatWaits() {
        console = ServedConsole.ofUsers();
        MemoryUsers users = console.memory.users(() -> console.now);
        users.settled(
                "ada",
                GOOD,
                Stream.of(Role.values())
                        .filter(role -> role != Role.ADMINISTRATOR)
                        .toArray(Role[]::new));
        users.settled("adam", GOOD, Role.ADMINISTRATOR);
        users.settled("victor", GOOD, Role.VIEWER);
        users.manage.add("zoe", java.util.Set.of(Role.ANALYST), "owner");
        run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        MemoryOperations.decided(console.memory, run, () -> console.now, TradingDay.parents(40, 2));
        worked = console.memory
                .open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, console.now)
                .id();
        WorkedOrders.of(console.memory, worked);
        console.memory.connections.logsOn(run, "LIT", console.now);
        console.memory.connections.logsOn(run, "MIDPOINT", console.now);
        console.memory.connections.logOut(run, "MIDPOINT", "ada: they asked for it");
        VenueBreakers breakers = MemoryOperations.breakers(console.memory, () -> console.now);
        breakers.of(console.memory.find(run).orElseThrow(), _ -> {})
                .judge(new BreakerCommand.Judge(
                        7,
                        BreakerLimits.STANDARD,
                        Collections.nCopies(20, rejected("market halted until further notice"))));
        breakers.open(console.memory.find(worked).orElseThrow(), "MID", "ada", "they asked for it by telephone");
        doubted = rowsSetAside();
        limited = console.memory
                .open(LocalDate.of(2018, 4, 13), "/firms/oak", 7, false, console.now)
                .id();
        LimitedDay.of(console.memory, limited);
        waivedAndBreached();
        still = standsStill(16);
        standsStill(17);
        standsStill(18);
        console.memory.reports.put(
                limited, "report.html", "<!DOCTYPE html><html lang='en'><title>Report</title><h1>Report</h1></html>");
        rulesChanged();
        console.memory.taskStore.raise(new UserTask(
                run + "/" + TaskKind.PROPOSE_TRADES.word(),
                run,
                TaskKind.PROPOSE_TRADES,
                "Propose 12 orders of 1.2 million?",
                "account  side  symbol\nACC01    buy   IBM",
                console.now,
                null,
                null,
                null,
                ""));
    }

    /** A tighter limit that contradicts cases, and one that waits for whoever agrees. */
    private void rulesChanged() {
        Operations zoe = console.operations.as(SignedIn.whole("zoe", java.util.Set.of(Role.ANALYST)));
        String table = "limits/position-weight.dmn";
        RuleTable shown = zoe.ruleTables().show(table, "");
        zoe.ruleTables()
                .save(
                        table,
                        "",
                        shown.seen(),
                        List.of(cell(shown, "limit", "0.20"), cell(shown, "warning", "0.15")),
                        "names are riskier now");
        JudgedDay.of(console.memory, console.now);
        replay = zoe.rules().replayDraft("D-1", 20).id();
        String sheet = "limits/sector-weight.dmn";
        RuleTable sectors = zoe.ruleTables().show(sheet, "");
        RuleTable written = zoe.ruleTables()
                .save(sheet, "", sectors.seen(), List.of(cell(sectors, "Why", "As the board decided")), "");
        zoe.drafts().propose(written.draft(), "", false, "decision of the board of 10 April");
        ListSheet list = zoe.ruleLists().begin("restricted", "instrument", "", "");
        zoe.ruleLists()
                .save(
                        "restricted",
                        list.draft(),
                        list.seen(),
                        List.of(
                                new TableEdit(TableEdit.Kind.ADD_ROW, "+1", "", ""),
                                new TableEdit(TableEdit.Kind.CELL, "+1", "instrument", "IBM"),
                                new TableEdit(TableEdit.Kind.CELL, "+1", "owner", "legal"),
                                new TableEdit(TableEdit.Kind.CELL, "+1", "reason", "merger talks"),
                                new TableEdit(TableEdit.Kind.CELL, "+1", "until", "2018-04-30")),
                        "");
    }

    private static TableEdit cell(RuleTable table, String column, String text) {
        return new TableEdit(TableEdit.Kind.CELL, table.sheet().rows().getLast().id(), column, text);
    }

    /** A waiver that waits, one that holds and one that is over; a breach that stands and one that was cured. */
    private void waivedAndBreached() {
        RuleWaivers rita = checks("rita");
        RuleWaivers otto = checks("otto");
        LocalDate until = SmallFirm.DATE.plusDays(30);
        BigDecimal most = new BigDecimal("0.30");
        rita.ask("position-weight", "ANNA", "S00", most, until, "a transfer in kind, which is sold by the end of June");
        otto.approve("W-1", "the client's letter was seen");
        rita.ask("wash-sale", "", "S01", BigDecimal.ZERO, SmallFirm.DATE, "the loss is not taken");
        otto.reject("W-2", "it is");
        otto.ask("position-weight", "BEN", "", most, until, "until the second account is opened");
        TrackBreaches tracked = new TrackBreaches(console.memory.eventLog, console.memory, () -> console.now);
        tracked.seen(
                console.memory.find(run).orElseThrow(),
                List.of(over("ANNA", "S00", Optional.of("W-1")), over("BEN", "S01", Optional.empty())));
        tracked.take("P-1", "Rita Lang", "sold down by Friday, a third a day", "rita");
        tracked.seen(console.memory.find(limited).orElseThrow(), List.of(over("ANNA", "S00", Optional.of("W-1"))));
    }

    private RuleWaivers checks(String name) {
        return MemoryOperations.over(console.memory, () -> console.now, Optional.empty())
                .as(new SignedIn(name, Set.of(Role.RISK_OFFICER), EnumSet.allOf(Permission.class)))
                .waivers();
    }

    private static Breach over(String account, String subject, Optional<String> waiver) {
        return new Breach(
                new RuleVersion("position-weight", "3fd80a1c22b7"),
                account,
                subject,
                new BigDecimal("0.25"),
                new BigDecimal("0.271234"),
                waiver);
    }

    private static VenueAnswer rejected(String why) {
        return new VenueAnswer("LIT", 6, true, why);
    }

    /** A day that goes by the project's processes and stands still at its trades. */
    private RunId standsStill(int day) {
        RunId id = console.memory
                .open(LocalDate.of(2018, 4, day), "/firms/oak", 7, day == 18, console.now)
                .id();
        console.memory.goesBy(id, DayProcesses.ours());
        console.memory.keys.replace(
                id,
                console.memory.keys.find(id),
                console.memory.keys.find(id).orElseThrow().claimedBy(77));
        console.memory.stage(
                id,
                new StageRecord(
                        new ShownStage("check-data"), StageState.DONE, console.now, console.now, "12,345 rows", ""));
        new Incidents(console.memory, console.memory, () -> console.now)
                .raise(id, "rebalance: Expected the lake to take prices.csv, but it does not answer");
        return id;
    }

    /** Three rows of a day wait for people, one of them was asked for; how good the data was of twelve days. */
    private RunId rowsSetAside() {
        LocalDate date = LocalDate.of(2018, 4, 13);
        RunId asking = console.memory.rows.asking(date, console.now);
        console.memory.rows.row("prices.csv:4:3", date, "S02", "628,65");
        console.memory.rows.row("prices.csv:9:3", date, "S03", "93.70");
        console.memory.setAside = (_, _, _, _) -> List.of(
                aside(3, "S01", "-3", "close-range", "close must be above 0 and at most 1000000000000, but got \"-3\""),
                aside(4, "S02", "628,65", "close-type", "close must be a number, but got \"628,65\""),
                aside(
                        9,
                        "S03",
                        "93.70",
                        "close-jump",
                        "close must not move by more than 0.5 (log) from one date to the next of a symbol, but got"
                                + " \"93.70\""));
        MemoryOperations.over(console.memory, () -> console.now, java.util.Optional.empty())
                .as(new SignedIn("olga", java.util.Set.of(Role.OPERATOR), java.util.EnumSet.allOf(Permission.class)))
                .repair()
                .decideRows(
                        asking,
                        new RowAsk(RowAct.CORRECT, List.of(RowPlace.of("prices.csv:4:3")), Map.of("close", "628.65")),
                        "decimal comma, checked with the exchange");
        for (int day = 0; day < 12; day++) {
            RunId checked = console.memory
                    .open(
                            date.minusDays(20 + day),
                            "/firms/oak",
                            7,
                            day % 3 == 0,
                            console.now.minusSeconds(86_400L * (20 + day)))
                    .id();
            long bad = day * day % 7;
            console.memory.quality.put(
                    checked,
                    List.of(new ProductQuality(
                            "prices",
                            "1.0.0 (3f1c0a9b7d2e)",
                            180_000,
                            bad * 900,
                            date.minusDays(20 + day),
                            1_000,
                            List.of(
                                    new RuleQuality(
                                            "close-type",
                                            "close must be a number",
                                            Severity.WARNING,
                                            bad * 900,
                                            true,
                                            bad > 0),
                                    new RuleQuality(
                                            "close-jump",
                                            "A close moves by no more than 0.5 (log return; +65 % or -39 %) from one"
                                                    + " day to the next",
                                            Severity.WARNING,
                                            3,
                                            false,
                                            true),
                                    new RuleQuality(
                                            "symbol-known",
                                            "Every symbol is one of the firm's instruments",
                                            Severity.WARNING,
                                            0,
                                            true,
                                            false),
                                    new RuleQuality(
                                            "few-bad-rows",
                                            "At most 1 percent of the rows are set aside",
                                            Severity.ERROR,
                                            bad * 900,
                                            false,
                                            bad > 2)))));
        }
        return asking;
    }

    private static SetAsideRow aside(long line, String symbol, String value, String rule, String reason) {
        return new SetAsideRow(
                "prices.csv",
                line,
                3,
                "2018-04-12 " + symbol,
                value,
                rule,
                reason,
                "2018-04-12," + symbol + "," + value,
                List.of("2018-04-11," + symbol + ",10.1", "2018-04-11,S09,22.4"),
                List.of("2018-04-12,S10,99.1"));
    }

    @AfterEach
    void close() {
        chromium.browser
                .contexts()
                .forEach(BrowserContext::close); // first: what they ask is asked of a console that is there
        console.close();
        assertEquals(List.of(), complaints);
    }

    private Page screen(int width, ColorScheme scheme) {
        return chromium.screen(width, scheme, at("/"), complaints);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + console.port() + path;
    }

    private void signIn(Page page, String name) {
        page.navigate(at("/console/sign-in"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(GOOD);
        page.locator("form.fields button").click();
    }

    /** Where each page lies for this run, by the word of its page. */
    private Map<String, String> addresses() {
        Map<String, String> values =
                new java.util.HashMap<>(Map.of("run", run.value(), "subject", run.value(), "task", "propose-trades"));
        values.put("order", WorkedOrders.id(worked, 1));
        values.put("rule", "position-weight");
        values.put("account", "ANNA");
        values.put("topic", "operations");
        values.put("folder", "limits");
        values.put("name", "position-weight");
        values.put("draft", "D-1");
        values.put("replay", replay);
        Map<String, String> addresses = new java.util.LinkedHashMap<>();
        Pages.ALL.forEach(page -> {
            values.put("run", shownFor(page.word()).value());
            addresses.put(page.word(), page.path().fill(values));
        });
        addresses.put("rule-code", "/console/rules/code/wash-sale");
        addresses.put("rule-list", "/console/rules/lists/restricted?draft=D-3");
        addresses.put("new-rule", "/console/rules/new?of=Position%20weight&draft=D-3");
        addresses.put("rule-lists-of-draft", "/console/rules/lists?draft=D-3");
        addresses.put("rule-draft-proposed", "/console/rules/drafts/D-2");
        addresses.put("rule-table-of-draft", "/console/rules/limits/position-weight?draft=D-1");
        addresses.put("task-rows", "/console/tasks/" + doubted + "/decide-rows-1");
        addresses.put("incident-still", "/console/incidents/" + still);
        addresses.put("incidents-tried", "/console/incidents?tried=" + still);
        addresses.put("move-plan", "/console/runs/" + still + "/move?to=report/write-report");
        addresses.put("replay-plan", "/console/runs/" + still + "/replay?from=check-data");
        addresses.put("password", "/console/password");
        addresses.put("unknown", "/console/nothing");
        addresses.put("no-rows", "/console/audit?who=nobody");
        return addresses;
    }

    private RunId shownFor(String page) {
        if (page.equals("set-aside")) {
            return doubted;
        }
        if (page.equals("move")) {
            return still;
        }
        return page.startsWith("order")
                ? worked
                : page.startsWith("limit") || List.of("exposures", "report").contains(page) ? limited : run;
    }

    /** Wide and light, wide and dark, narrow: one load, as for somebody who turns the lights off and makes the window small. */
    private void look(Page page, String name) {
        look(page, name, WIDE, ColorScheme.LIGHT, axe(page).withTags(WCAG));
        look(page, name, WIDE, ColorScheme.DARK, axe(page).withRules(OF_COLOURS));
        look(page, name, NARROW, ColorScheme.LIGHT, axe(page).withTags(WCAG));
        seen(page, WIDE, ColorScheme.LIGHT);
    }

    /** Without another page for its end, which every look would open: all frames are of one origin. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private void look(Page page, String name, int width, ColorScheme scheme, AxeBuilder axe) {
        seen(page, width, scheme);
        String picture = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setType(ScreenshotType.JPEG)
                .setQuality(70)
                .setPath(PICTURES.resolve(picture + ".jpg")));
        int widest = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (widest != width) {
            complaints.add(picture + " sticks out: " + widest);
        }
        for (Rule rule : axe.analyze().getViolations()) {
            rule.getNodes().forEach(node -> complaints.add(picture + ": " + rule.getId() + " at " + node.getHtml()));
        }
    }

    private static void seen(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, TALL);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    @Test
    void everyPageFitsAndIsForEverybody() {
        Page ada = screen(WIDE, ColorScheme.LIGHT);
        ada.navigate(at("/console/sign-in"));
        look(ada, "sign-in");
        signIn(ada, "ada");
        Page users = screen(WIDE, ColorScheme.LIGHT);
        signIn(users, "adam");
        addresses().forEach((name, address) -> {
            Page page = name.equals("users") ? users : ada;
            page.navigate(at(address));
            if (DRAWN.contains(name)) {
                page.locator("[data-chart] svg").first().waitFor();
            }
            if (name.equals("rule-replay")) {
                page.locator(".difference summary").first().click();
            }
            if (name.equals("rule-model")) {
                page.waitForSelector("#modeller[data-opened]");
                page.waitForSelector("#tried:has-text('cases hold.')");
            }
            if (name.equals("order")) {
                page.locator("[data-chart=schedule] svg").waitFor();
            }
            look(page, name);
        });
        Page victor = screen(WIDE, ColorScheme.LIGHT);
        signIn(victor, "victor");
        victor.navigate(at("/console/audit"));
        look(victor, "not-for-you");
        for (Map.Entry<String, String> place : addresses().entrySet()) {
            victor.navigate(at(place.getValue()));
            if (!place.getKey().equals("password") && !place.getKey().equals("account")) { // what is theirs alone
                assertEquals(
                        List.of(),
                        victor.locator("main button:not(.tools button):not(.drawn button):not([role=search] button)")
                                .allInnerTexts(),
                        "a viewer sees no button on " + place.getKey());
            }
        }
    }

    @Test
    void aPracticeSaysSoOnEveryPageAndItsClockIsPutForward() {
        console.close();
        console = ServedConsole.ofPractice();
        console.memory.users(() -> console.now).settled("ada", GOOD, Role.OPERATOR);
        Page page = screen(WIDE, ColorScheme.LIGHT);
        signIn(page, "ada");
        page.waitForURL("**/console/today");
        assertEquals(
                "Practice The clock shows 2018-04-11 12:00:00 UTC. Put it forward",
                page.locator(".practice").innerText());
        page.locator(".practice a").click();
        look(page, "practice");
        page.getByText("To what is due next").click();
        assertEquals(
                "2018-04-11 22:00",
                page.locator("section[aria-labelledby=clock] dd").first().innerText());
        page.getByLabel("To this time").fill("2018-04-11T10:00");
        page.getByText("Put it forward").last().click();
        assertTrue(page.locator("main").innerText().contains("the clock never goes back"));
    }

    /** In a browser that has seen nothing of it: the form to sign in, and the page behind it. */
    @Test
    void theFirstPageIsSmall() {
        Page page = screen(WIDE, ColorScheme.LIGHT);
        int[] bytes = {0};
        page.onResponse(said -> bytes[0] += Integer.parseInt(said.headers().getOrDefault("content-length", "0")));
        signIn(page, "ada");
        page.waitForURL("**/console/today");
        page.waitForLoadState();
        assertTrue(bytes[0] > 5_000 && bytes[0] < FIRST_PAGE_BYTES, "bytes: " + bytes[0]);
    }

    /** What is looked with does see. */
    @Test
    void axeFindsWhatIsBroken() {
        Page page = screen(WIDE, ColorScheme.LIGHT);
        page.setContent("<html lang='en'><title>x</title><main><input><p style='color:#ccc'>pale</p></main></html>");
        assertEquals(
                List.of("color-contrast", "label"),
                new AxeBuilder(page)
                        .withTags(WCAG).analyze().getViolations().stream()
                                .map(Rule::getId)
                                .sorted()
                                .toList());
    }
}
