package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.DayProcesses;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of today and of a run as a person sees them while the day goes on. Pictures are kept under target/screens. */
class RunInBrowserTest {
    private static final Path SCREENS = Path.of("target/screens");
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);

    private static @Nullable Chromium chromium;

    private final ServedConsole console = new ServedConsole();
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private RunId run;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aDayUnderWay() {
        for (int i = 1; i <= 3; i++) {
            RunId before = console.memory
                    .open(DAY.minusDays(i), "/firms/oak", 7, false, ServedConsole.NOON.minusSeconds(86_400L * i))
                    .id();
            for (String name : List.of("check-data", "rebalance", "approve-trades", "execute-orders", "report")) {
                stage(before, name, StageState.DONE, 1_500L * i);
            }
            console.memory.status(before, RunStatus.DONE);
        }
        run = console.memory
                .open(DAY, "/firms/oak", 7, false, ServedConsole.NOON)
                .id();
        console.memory.goesBy(run, DayProcesses.ours());
        console.memory.rules.save(run, new TreeMap<>(java.util.Map.of("limits/turnover.dmn", "0123456789ab")));
        stage(run, "check-data", StageState.RUNNING, 0);
        context = browse(1280, ColorScheme.LIGHT, true);
        page = open("/console/runs/" + run);
    }

    @AfterEach
    void close() {
        context.close();
        console.close();
        assertEquals(List.of(), complaints);
    }

    private void stage(RunId of, String name, StageState state, long millis) {
        console.memory.stage(
                of,
                new StageRecord(
                        new ShownStage(name),
                        state,
                        ServedConsole.NOON,
                        state == StageState.RUNNING ? null : ServedConsole.NOON.plusMillis(millis),
                        state == StageState.DONE ? "12,345 rows, none set aside" : "",
                        state == StageState.FAILED ? "Expected 20 MB free, but only 3 MB are" : ""));
    }

    private void ask(TaskKind kind, @Nullable Answer answer) {
        console.memory.tasks.put(
                run + "/" + kind.word(),
                new UserTask(
                        run + "/" + kind.word(),
                        run,
                        kind,
                        "Approve 14 orders of 3 accounts, USD 1,250,000.00 in all?",
                        "ACC01  buy  10 IBM",
                        ServedConsole.NOON,
                        answer,
                        answer == null ? null : "alice",
                        answer == null ? null : ServedConsole.NOON,
                        ""));
    }

    /** Who is in, with whatever the browser has against the pages written down. */
    private BrowserContext browse(int width, ColorScheme scheme, boolean scripts) {
        BrowserContext opened = chromium.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(scheme));
        opened.addInitScript("addEventListener('securitypolicyviolation', e => console.error('refused by the policy: '"
                + " + e.violatedDirective + ' ' + e.blockedURI))");
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        opened.onWebError(error -> complaints.add(error.error()));
        opened.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:" + console.port() + "/")) {
                complaints.add("asked another host: " + request.url());
            }
        });
        return opened;
    }

    private Page open(String path) {
        Page opened = context.newPage();
        opened.navigate(console.link(new Person("carol")));
        opened.navigate("http://127.0.0.1:" + console.port() + path);
        return opened;
    }

    private static String token(String element) {
        return "[data-container-id='" + element + "'] .token";
    }

    @Test
    void theTokenMovesWhenAStageIsDone() {
        page.waitForSelector(token("call-check-data") + ".active");
        assertEquals(0, page.querySelectorAll(token("call-rebalance")).size());
        stage(run, "check-data", StageState.DONE, 2_900);
        stage(run, "rebalance", StageState.RUNNING, 0);
        page.waitForSelector(token("call-rebalance") + ".active");
        page.waitForSelector("[data-element-id='call-check-data'].run-done");
        assertEquals("2.9 s usually 3.0 s", page.innerText("[data-container-id='call-check-data'] .badge"));
        assertEquals(
                "rgb(34, 106, 63)",
                page.evaluate(
                        "() => getComputedStyle(document.querySelector('[data-element-id=call-check-data-to-call-rebalance] .djs-visual > path')).stroke"),
                "the way that was taken");
        assertEquals(0, page.querySelectorAll(token("call-check-data")).size());
        page.waitForSelector("text=12,345 rows, none set aside"); // the words follow too
        page.waitForSelector("#live-head >> text=Approve the trades"); // what comes next
    }

    @Test
    void aCalledProcessIsAClickAwayAndLeadsToWhomIsAsked() {
        stage(run, "check-data", StageState.DONE, 2_900);
        stage(run, "rebalance", StageState.DONE, 9_000);
        ask(TaskKind.PROPOSE_TRADES, Answer.APPROVE);
        ask(TaskKind.APPROVE_TRADES, null);
        console.memory.status(run, RunStatus.WAITING);
        page.waitForSelector(token("call-approve-trades") + ".waiting");
        page.waitForSelector(".head .stamp.warn");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("run-waiting.png"))
                .setFullPage(true));
        page.click("[data-element-id='call-approve-trades'] .djs-hit");
        page.waitForSelector(token("approve-trades-task") + ".waiting");
        assertEquals("true", page.getAttribute("[data-process='approve-trades']", "aria-pressed"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("run-approve.png"))
                .setFullPage(true));
        page.click("[data-container-id='approve-trades-task'] a.badge");
        assertTrue(page.url().endsWith("/console/tasks/" + run + "/approve-trades"), page.url());
    }

    @Test
    void whatBrokeIsRedWhereItBroke() {
        stage(run, "check-data", StageState.FAILED, 2_900);
        page.waitForSelector("text=Changes are shown as they happen.");
        new Incidents(console.memory, console.memory, () -> ServedConsole.NOON)
                .raise(run, "check-data: Expected 20 MB free");
        page.waitForSelector(token("call-check-data") + ".failed");
        page.waitForSelector("text=check-data: Expected 20 MB free");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("run-failed.png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void theMarkOfBpmnIoIsSeenAndNothingCoversIt(int width, ColorScheme scheme) {
        context.close();
        stage(run, "check-data", StageState.DONE, 2_900);
        stage(run, "rebalance", StageState.RUNNING, 0);
        context = browse(width, scheme, true);
        page = open("/console/runs/" + run);
        page.waitForSelector(token("call-rebalance"));
        var mark = page.locator(".bjs-powered-by");
        mark.scrollIntoViewIfNeeded();
        BoundingBox box = mark.boundingBox();
        BoundingBox canvas = page.locator(".canvas").boundingBox();
        assertTrue(box.width >= 20 && box.height >= 10, "it has a size");
        assertTrue(
                box.x >= canvas.x && box.x + box.width <= Math.min(width, canvas.x + canvas.width),
                "within the picture");
        assertTrue(box.y >= canvas.y && box.y + box.height <= canvas.y + canvas.height, "within the picture");
        Object bare = page.evaluate("""
                () => { const mark = document.querySelector('.bjs-powered-by'); const box = mark.getBoundingClientRect();
                  for (const x of [0.1, 0.5, 0.9]) for (const y of [0.2, 0.5, 0.8]) {
                    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
                    if (!mark.contains(top)) return top ? top.outerHTML.slice(0, 200) : 'nothing'; }
                  const style = getComputedStyle(mark);
                  return style.visibility + ' ' + style.opacity; }""");
        assertEquals("visible 1", bare);
        assertFalse(
                (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"),
                "nothing sticks out");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("run-" + width + "-" + scheme + ".png"))
                .setFullPage(true));
        page.navigate("http://127.0.0.1:" + console.port() + "/console/");
        page.waitForSelector("text=Changes are shown as they happen.");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("today-" + width + "-" + scheme + ".png"))
                .setFullPage(true));
        assertFalse(
                (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"),
                "nothing sticks out");
    }

    @Test
    void aDayThatIsOverIsGreenToItsEnd() {
        for (String name : List.of("check-data", "rebalance", "approve-trades", "execute-orders", "report")) {
            stage(run, name, StageState.DONE, 2_900);
        }
        ask(TaskKind.PROPOSE_TRADES, Answer.APPROVE);
        ask(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        console.memory.status(run, RunStatus.DONE);
        page.waitForSelector("[data-element-id='day-done'].run-done");
        assertEquals(0, page.querySelectorAll(".token").size());
        page.waitForSelector(".head .stamp.good");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve("run-done.png"))
                .setFullPage(true));
    }

    @Test
    void todayFollowsWhatHappens() {
        page.navigate("http://127.0.0.1:" + console.port() + "/console/");
        assertTrue(page.url().endsWith("/console/today"), page.url());
        page.waitForSelector("text=Check the data");
        stage(run, "check-data", StageState.DONE, 2_900);
        stage(run, "rebalance", StageState.RUNNING, 0);
        page.waitForSelector("text=Rebalance the accounts");
        page.waitForSelector("text=1 of 5");
        ask(TaskKind.PROPOSE_TRADES, null);
        page.waitForSelector("a:has-text('Approve 14 orders of 3 accounts')");
    }

    @Test
    void aPageIsLightAndAsksNobodyElse() {
        List<Integer> bytes = new ArrayList<>();
        context.close();
        context = browse(1280, ColorScheme.LIGHT, true);
        page = context.newPage();
        page.navigate(console.link(new Person("carol")));
        page.waitForTimeout(500);
        context.onRequestFinished(request -> bytes.add(request.sizes().responseBodySize));
        page.navigate("http://127.0.0.1:" + console.port() + "/console/runs/" + run);
        page.waitForSelector(token("call-check-data"));
        page.waitForTimeout(1_000);
        int sum = bytes.stream().mapToInt(Integer::intValue).sum();
        assertTrue(sum > 100_000 && sum < 200_000, () -> "a page with its diagram: " + sum);
        bytes.clear();
        page.navigate("http://127.0.0.1:" + console.port() + "/console/today");
        page.waitForTimeout(500);
        int first = bytes.stream().mapToInt(Integer::intValue).sum();
        assertTrue(first > 0 && first < 100_000, () -> "today: " + first);
    }

    @Test
    void withoutAScriptThePageSaysTheSameInWords() {
        context.close();
        context = browse(1280, ColorScheme.LIGHT, false);
        page = open("/console/runs/" + run);
        String text = page.innerText("main");
        assertTrue(text.contains("Check the data") && text.contains("check-data") && text.contains("to come"), text);
        assertFalse(text.contains("Where it stands"), "no empty picture");
        assertTrue(page.innerText("footer").contains("Reload the page"));
    }
}
