package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.vesper.adapters.console.server.Message;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.WorkedOrders;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that keeps up, in a real browser: what a person has in hand stays, and what goes wrong is said where it is. */
@Tag("slow")
class KeptUpInBrowserTest {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final String GOOD = "correct horse battery";
    private static final String UNTIL_WELL = "() => document.getElementById('watch').textContent === ''";

    private static @Nullable Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private @Nullable ServedConsole console;

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

    @AfterEach
    void close() {
        chromium.browser.contexts().forEach(context -> context.close());
        console.close();
        assertEquals(List.of(), complaints, "the browser refuses nothing of ours");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + console.port() + path;
    }

    private Page screen() {
        return chromium.screen(1280, ColorScheme.LIGHT, at("/"), complaints);
    }

    private Page byLink(String path) {
        Page page = screen();
        page.navigate(console.link(new Person("carol")));
        page.navigate(at(path));
        page.waitForSelector("text=Changes are shown as they happen.");
        return page;
    }

    private Page signedIn(String name, Role role, String path) {
        console.memory.users(() -> console.now).settled(name, GOOD, role);
        Page page = screen();
        page.navigate(at("/console/sign-in"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(GOOD);
        page.locator("form.fields button").click();
        page.navigate(at(path));
        page.waitForSelector("text=Changes are shown as they happen.");
        return page;
    }

    private RunId run() {
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        console.memory.rules.save(run, new TreeMap<>(Map.of("limits/turnover.dmn", "0123456789ab")));
        return run;
    }

    private void begins(RunId run, String stage) {
        console.memory.stage(
                run, new StageRecord(new ShownStage(stage), StageState.RUNNING, console.now, null, "", ""));
    }

    private static void shows(Page page, String stage) {
        page.waitForSelector("#live-stages th:has-text('" + stage + "') + td:has-text('running')");
    }

    @Test
    void whatIsUnfoldedFocusedAndScrolledToStays() {
        console = new ServedConsole();
        RunId run = run();
        Page page = byLink("/console/runs/" + run);
        page.locator("#made-rules summary").click();
        page.locator("#live-head a:has-text('Exposures')").focus();
        page.setViewportSize(1280, 300);
        page.evaluate("() => window.scrollTo(0, 150)");
        begins(run, "check-data");
        shows(page, "check-data");
        begins(run, "rebalance");
        shows(page, "rebalance");
        assertTrue((Boolean) page.evaluate("() => document.getElementById('made-rules').open"), "it is unfolded");
        assertEquals("Exposures", page.evaluate("() => document.activeElement.textContent"));
        int at = ((Number) page.evaluate("() => window.scrollY")).intValue();
        assertTrue(at >= 150, "it stays, or goes down with what was looked at: " + at);
    }

    @Test
    void aFillIsShownWhereNothingIsAskedAgainAndAgain() {
        console = ServedConsole.followed(/* users= */ false);
        RunId run = run();
        WorkedOrders.of(console.memory, run);
        Page page = screen();
        page.addInitScript(
                "const later = window.setTimeout;"
                        + "window.setTimeout = (act, after, ...more) => after >= 10000 ? 0 : later(act, after, ...more);"); // no slow poll
        page.navigate(console.link(new Person("carol")));
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/orders") && request.headers().containsKey("hx-request")) {
                asked.incrementAndGet();
            }
        });
        page.navigate(at("/console/runs/" + run + "/orders"));
        page.waitForSelector("text=Changes are shown as they happen.");
        page.waitForTimeout(1_500);
        int began = asked.get(); // once by itself where the stream is slow to open, and when it began to follow
        page.waitForTimeout(1_500);
        assertEquals(began, asked.get(), "and no more");
        String fills = page.locator("#live-head dt:text-is('Fills') + dd").innerText();
        WorkedOrders.filled(console.memory, run, 1);
        console.changed(Changed.of(Topic.ORDERS, new RunId("2018-04-11-999")));
        page.waitForTimeout(1_000);
        assertEquals(began, asked.get(), "another run's orders are not on this page");
        console.changed(Changed.of(Topic.ORDERS, run));
        page.waitForSelector("#live-head dt:text-is('Fills') + dd:text-is('" + (Integer.parseInt(fills) + 1) + "')");
        assertEquals(began + 1, asked.get(), "once more");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("orders-followed.png")));
    }

    @Test
    void anAnswerIsSentOnceAndARefusalIsToldWhereItWasGiven() {
        console = ServedConsole.ofUsers();
        RunId run = run();
        MemoryOperations.decided(console.memory, run, () -> console.now);
        raise(run);
        Page page = signedIn("alice", Role.TRADER, "/console/runs/" + run);
        page.locator("#live-tasks button:has-text('Reject')").click();
        page.waitForSelector("#live-tasks form .trouble:has-text('Expected a reason')");
        assertTrue(page.url().endsWith("/console/runs/" + run), page.url());
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("act-refused.png")));

        page.getByLabel("Reason, needed for a no").fill("as discussed");
        page.locator("h1").click(); // elsewhere
        begins(run, "check-data");
        shows(page, "check-data");
        assertEquals("as discussed", page.getByLabel("Reason, needed for a no").inputValue(), "what is written stays");

        AtomicInteger sent = new AtomicInteger();
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/tasks/**", route -> {
            sent.incrementAndGet();
            held.set(route);
        });
        page.locator("#live-tasks button:has-text('Approve')").dblclick();
        page.waitForSelector("#live-tasks form.htmx-request button[disabled]:has-text('Approve')");
        page.waitForSelector("#live-tasks form.htmx-request button[disabled]:has-text('Reject')");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("act-under-way.png")));
        page.unroute("**/tasks/**");
        held.get().resume();
        page.waitForURL("**/console/tasks/" + run + "/propose-trades");
        assertEquals(1, sent.get(), "pressed twice, sent once");
        assertTrue(page.locator("main").innerText().contains("by alice"), page.content());
        wanted("Response Status Error Code 400");
    }

    @Test
    void whatIsAskedComesIntoTheInboxAndNothingMovesUnderAHand() {
        console = ServedConsole.ofUsers();
        RunId run = run();
        MemoryOperations.decided(console.memory, run, () -> console.now);
        Page page = signedIn("alice", Role.TRADER, "/console/tasks");
        page.waitForSelector("#live-tasks:has-text('Nothing waits for a person.')");
        raise(run);
        page.waitForSelector("#live-tasks article:has-text('Propose?') button:has-text('Approve')");
        page.waitForSelector("#live-mine:has-text('1 waits for you')");
        assertTrue(page.locator("#moved").isHidden());

        RunId another = run();
        MemoryOperations.decided(console.memory, another, () -> console.now);
        raise(another);
        page.waitForSelector("#moved:visible");
        page.waitForSelector("#live-mine:has-text('2 wait for you')");
        assertEquals(1, page.locator("#live-tasks article").count(), "what could be pressed stays where it is");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("inbox-moved.png")));
        page.locator("#moved a").click();
        page.waitForSelector("#live-tasks article >> nth=1");
        assertTrue(page.locator("#moved").isHidden());
    }

    private void raise(RunId run) {
        console.memory.taskStore.raise(new UserTask(
                run + "/propose-trades",
                run,
                TaskKind.PROPOSE_TRADES,
                "Propose?",
                "",
                console.now,
                null,
                null,
                null,
                ""));
    }

    @Test
    void aSessionThatEndedLeadsToWhereOneSignsIn() {
        console = ServedConsole.ofUsers();
        Page page = signedIn("vera", Role.VIEWER, "/console/today");
        console.now = console.now.plusSeconds(13 * 3_600);
        page.waitForURL(at("/console/"));
        page.waitForSelector("form.fields >> text=Password");
        assertEquals(0, page.locator("nav").count(), "all of the page is gone");
    }

    @Test
    void aSlowAnswerIsWaitedForAndNothingIsAskedWhereNobodyLooks() {
        console = new ServedConsole();
        Page page = byLink("/console/today");
        AtomicInteger asked = new AtomicInteger();
        page.route("**/console/today", route -> asked.incrementAndGet()); // and is not answered
        page.waitForTimeout(1_500);
        assertEquals(1, asked.get(), "one question at a time");

        page.unroute("**/console/today");
        page.reload();
        page.waitForSelector("text=Changes are shown as they happen.");
        page.evaluate("() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })");
        page.route("**/console/today", route -> {
            asked.incrementAndGet();
            route.resume();
        });
        page.waitForTimeout(500); // what was asked before is answered
        int before = asked.get();
        page.waitForTimeout(1_000);
        assertEquals(before, asked.get(), "nobody looks");
        page.evaluate("() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");
        page.waitForCondition(() -> asked.get() > before);
    }

    /** Where what a page shows cannot be told, now and then. */
    private static final class Doubtful implements dev.vesper.adapters.console.Page {
        private final AtomicReference<String> fault = new AtomicReference<>("");

        @Override
        public String word() {
            return "message"; // a template that is there
        }

        @Override
        public String title() {
            return "Doubtful";
        }

        @Override
        public Optional<Object> state(Operations operations, Asked asked) {
            return switch (fault.get()) {
                case "" -> Optional.of("well");
                case "broken" -> throw new IllegalStateException("secret detail");
                default -> throw Problem.unavailable(fault.get());
            };
        }

        @Override
        public Record model(Operations operations, Asked asked) {
            return new Message(200, "Well", "All is well.", List.of(), "", List.of());
        }
    }

    @Test
    void whatGoesWrongIsSaidOnThePageUntilAllIsWell() {
        Doubtful doubtful = new Doubtful();
        List<dev.vesper.adapters.console.Page> pages = new ArrayList<>(Pages.ALL.all());
        pages.add(doubtful);
        console = new ServedConsole(Pages.of(pages), RunLine.class.getClassLoader());
        Page page = byLink("/console/message");
        doubtful.fault.set("Expected the lake to answer, but it does not");
        page.waitForSelector("#watch:has-text('Expected the lake to answer, but it does not')");
        page.waitForSelector("footer:has-text('What is shown may be old; this page asks again.')");
        assertEquals("Well", page.locator("main h1").innerText(), "what was shown stays");
        assertEquals("Doubtful · Vesper", page.title());
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("trouble.png")));
        doubtful.fault.set("broken");
        page.waitForSelector("#watch:has-text('The page could not be made; the log of Vesper says why.')");
        page.route("**/console/message", Route::abort);
        page.waitForSelector("#watch:has-text('Vesper does not answer.')");
        page.unroute("**/console/message");
        doubtful.fault.set("");
        page.waitForFunction(UNTIL_WELL);
        page.waitForSelector("footer:has-text('Changes are shown as they happen.')");
        wanted("Response Status Error Code", "htmx:");
    }

    /** What htmx writes down of answers that the test wants. */
    private void wanted(String... beginnings) {
        complaints.removeIf(said -> Stream.of(beginnings).anyMatch(said::startsWith));
    }
}
