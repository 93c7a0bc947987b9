package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.AskedAbout;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.TradingDay;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People in a real browser, over stores in memory. Skipped where this machine has no Chromium. */
@Tag("slow")
class BrowserTest {
    private static final String GOOD = "correct horse battery";
    private static final Path PICTURES = Path.of("target/pictures");

    private final List<String> complaints = new ArrayList<>();
    private ServedConsole console;
    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        console = ServedConsole.ofUsers();
        MemoryUsers users = console.memory.users(() -> console.now);
        users.settled("alice", GOOD, Role.TRADER);
        users.settled("bob", GOOD, Role.APPROVER);
        users.settled("victor", GOOD, Role.VIEWER);
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (console != null) {
            console.close();
        }
        assertEquals(List.of(), complaints, "the browser refuses nothing of ours");
    }

    private Page screen(int width, ColorScheme scheme) {
        return chromium.screen(width, scheme, "http://127.0.0.1:" + console.port() + "/", complaints);
    }

    private Page in(String name, String password) {
        Page page = screen(1280, ColorScheme.LIGHT);
        page.navigate("http://127.0.0.1:" + console.port() + "/console/");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
        return page;
    }

    private void tasks(Page page) {
        page.navigate("http://127.0.0.1:" + console.port() + "/console/tasks");
    }

    private void task(Page page, RunId run, String task) {
        page.navigate("http://127.0.0.1:" + console.port() + "/console/tasks/" + run + "/" + task);
    }

    private static void press(Page page, String button) {
        page.locator("button:has-text(\"" + button + "\")").first().click();
    }

    private void raise(RunId run, TaskKind kind, String question) {
        console.memory.taskStore.raise(
                new UserTask(run + "/" + kind.word(), run, kind, question, "", console.now, null, null, null, ""));
    }

    @Test
    void anApproverApprovesWhatATraderProposedAndNobodyElseDoes() {
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        MemoryOperations.decided(console.memory, run, () -> console.now);
        raise(run, TaskKind.PROPOSE_TRADES, "Propose 12 orders of 1.2 million?");

        Page victor = in("victor", GOOD);
        tasks(victor);
        assertEquals(0, victor.locator("button:has-text(\"Approve\")").count(), "a viewer sees no button");
        task(victor, run, "propose-trades");
        assertEquals(0, victor.locator("main button").count(), "nor does the task's page have one");
        assertTrue(victor.content().contains("Your roles do not let you answer."));

        Page alice = in("alice", GOOD);
        tasks(alice);
        press(alice, "Approve");
        alice.waitForURL("**/console/tasks/" + run + "/propose-trades");
        raise(run, TaskKind.APPROVE_TRADES, "Approve 12 orders of 1.2 million?");
        tasks(alice);
        assertTrue(alice.locator("main").innerText().contains("Nothing waits for you"), alice.content());
        task(alice, run, "approve-trades");
        assertEquals(List.of("Reject"), alice.locator("main button").allInnerTexts(), "who proposed may only withdraw");

        Page bob = in("bob", GOOD);
        tasks(bob);
        press(bob, "Reject");
        bob.waitForSelector("form .trouble:has-text('Expected a reason')");
        complaints.removeIf(said -> said.startsWith("Response Status Error Code 400")); // htmx says so too
        tasks(bob);
        bob.getByLabel("Reason, needed for a no").fill("as discussed");
        press(bob, "Approve");
        bob.waitForURL("**/console/tasks/" + run + "/approve-trades");
        String page = bob.locator("main").innerText();
        assertTrue(page.contains("by bob") && page.contains("as discussed"), page);
        assertTrue(!console.memory
                .taskStore
                .find(run + "/approve-trades")
                .orElseThrow()
                .open());
        press(bob, "Sign out");
        assertTrue(bob.url().endsWith("/console/sign-in"), bob.url());
    }

    @Test
    void aTaskIsTakenAskedAboutAndHandedOn() {
        console.memory.users(() -> console.now).settled("carol", GOOD, Role.APPROVER);
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        MemoryOperations.decided(console.memory, run, () -> console.now);
        raise(run, TaskKind.PROPOSE_TRADES, "Propose 12 orders of 1.2 million?");
        Page alice = in("alice", GOOD);
        tasks(alice);
        press(alice, "Approve");
        raise(run, TaskKind.APPROVE_TRADES, "Approve 12 orders of 1.2 million?");

        Page bob = in("bob", GOOD);
        tasks(bob);
        assertTrue(bob.locator(".head .stamp").innerText().equals("1 waits for you"), bob.content());
        picture(bob, "tasks-inbox");
        task(bob, run, "approve-trades");
        Page carol = in("carol", GOOD);
        task(carol, run, "approve-trades");
        press(bob, "Take it");
        assertTrue(bob.locator("main").innerText().contains("Taken by bob"), bob.content());
        press(carol, "Approve");
        assertTrue(carol.locator("main").innerText().contains("bob has approve-trades"), carol.content());
        carol.getByText("See it as it is now").click();
        assertTrue(carol.url().endsWith("/console/tasks/" + run + "/approve-trades"), carol.url());

        bob.getByLabel("A question to the maker").fill("Why so much IBM, and why today?");
        press(bob, "Ask the maker");
        tasks(alice);
        assertTrue(alice.locator(".head .stamp").innerText().equals("1 waits for you"), alice.content());
        task(alice, run, "approve-trades");
        alice.getByLabel("Your reply").fill("A deposit of yesterday; the account was 8 % in cash.");
        press(alice, "Reply");
        picture(alice, "task-of-its-maker");
        press(bob, "Approve");
        assertTrue(bob.locator("main").innerText().contains("changed since you opened it"), bob.content());
        picture(bob, "task-stale");
        bob.getByText("See it as it is now").click();
        bob.getByLabel("Hand it on").fill("carol");
        bob.getByLabel("Why, if you want to say it").fill("on leave from noon");
        press(bob, "Hand it on");
        assertTrue(bob.locator("main").innerText().contains("Taken by carol"), bob.content());
        RunId other = console.memory
                .open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, console.now)
                .id();
        console.memory.saveRebalance(other, Stream.of(AskedAbout.of(other)), List.of());
        raise(other, TaskKind.PROPOSE_TRADES, "Propose 2 orders of 130?");
        console.now = console.now.plusSeconds(7_300);
        alice = in("alice", GOOD); // after two hours in which nobody did anything
        carol = in("carol", GOOD);
        task(alice, other, "propose-trades");
        assertTrue(alice.locator("main").innerText().contains("towards a target of"), alice.content());
        picture(alice, "task-with-its-change");
        task(carol, run, "approve-trades");
        assertTrue(carol.locator("main").innerText().contains("overdue"), carol.content());
        picture(carol, "task-whole");
    }

    /** The maker ticks two orders, the checker one and names another that the page does not show; all four are left out. */
    @Test
    void ticksOfATaskLeaveSingleOrdersOut() {
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        MemoryOperations.decided(console.memory, run, () -> console.now, TradingDay.parents(40, 2));
        raise(run, TaskKind.PROPOSE_TRADES, "Propose 40 orders of 1.2 million?");
        Page alice = in("alice", GOOD);
        task(alice, run, "propose-trades");
        Locator ticks = alice.locator("input.untick");
        String first = ticks.nth(0).inputValue();
        String second = ticks.nth(2).inputValue();
        ticks.nth(0).check();
        ticks.nth(2).check();
        press(alice, "Approve");
        assertTrue(alice.locator("main").innerText().contains("Expected a reason"), alice.content());
        assertEquals(List.of(), console.memory.approvals, "without a reason nothing is left out, and nothing proposed");
        task(alice, run, "propose-trades");
        ticks.nth(0).check();
        ticks.nth(2).check();
        alice.getByLabel("Reason, needed for a no").fill("too dear today");
        picture(alice, "task-ticked");
        press(alice, "Approve");

        raise(run, TaskKind.APPROVE_TRADES, "Approve 40 orders of 1.2 million?");
        Page bob = in("bob", GOOD);
        task(bob, run, "approve-trades");
        assertEquals(0, bob.locator("input.untick[value='" + first + "']").count(), "it is out already");
        String third = bob.locator("input.untick").nth(0).inputValue();
        String fourth = TradingDay.parents(40, 2).stream()
                .map(ParentOrder::id)
                .filter(id -> bob.locator("th:has-text('" + id + "')").count() == 0)
                .filter(id -> !List.of(first, second, third).contains(id))
                .findFirst()
                .orElseThrow();
        bob.locator("input.untick").nth(0).check();
        bob.getByLabel("Others to leave out").fill(fourth.substring(run.value().length() + 1));
        bob.getByLabel("Reason, needed for a no").fill("ask again tomorrow");
        press(bob, "Approve");
        assertTrue(bob.locator("main").innerText().contains("by bob"), bob.content());

        List<FourEyesEvent.LeftOut> left = console.memory.approvals.stream()
                .filter(FourEyesEvent.LeftOut.class::isInstance)
                .map(FourEyesEvent.LeftOut.class::cast)
                .toList();
        assertEquals(
                List.of("alice: too dear today", "bob: ask again tomorrow"),
                left.stream().map(one -> one.by() + ": " + one.reason()).toList());
        assertEquals(
                List.of(Set.of(first, second), Set.of(third, fourth)),
                left.stream().map(one -> Set.copyOf(one.orders())).toList());
        assertEquals(
                List.of(
                        "alice " + first + ": too dear today",
                        "alice " + second + ": too dear today",
                        "bob " + third + ": ask again tomorrow",
                        "bob " + fourth + ": ask again tomorrow"),
                console.memory.audit.stream()
                        .filter(row -> row.action() == AuditAction.ORDER_LEFT_OUT)
                        .map(row -> row.actor() + " " + row.detail())
                        .toList());
        FourEyesEvent.Approved approved = (FourEyesEvent.Approved) console.memory.approvals.getLast();
        assertEquals(left.getLast().rest(), approved.proposal(), "what is left is what bob approved");
    }

    @Test
    void somebodyNewChoosesAPasswordAndTheScreensFit() {
        String made = console.memory
                .users(() -> console.now)
                .manage
                .add("carol", Set.of(Role.OPERATOR), "owner")
                .password()
                .reveal();
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        raise(run, TaskKind.PROPOSE_TRADES, "Propose 12 orders of 1.2 million?");
        Page wrong = in("carol", "wrong");
        assertTrue(wrong.locator("[role=alert]").innerText().contains("Expected a user's name and password"));
        picture(wrong, "sign-in-refused");
        Page carol = in("carol", made);
        assertTrue(carol.url().endsWith("/console/password"), carol.url());
        picture(carol, "password");
        carol.getByLabel("The one you have").fill(made);
        carol.locator("#next").fill(GOOD);
        carol.locator("#again").fill(GOOD);
        press(carol, "Change it");
        tasks(carol);
        assertTrue(carol.locator("header").innerText().contains("carol"));
        picture(carol, "tasks-to-answer");
    }

    /** Wide and narrow, light and dark; kept under {@code target/}. Nothing may stick out. */
    private void picture(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(
                                name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
                Object widest = page.evaluate("document.documentElement.scrollWidth");
                assertEquals(width, ((Number) widest).intValue(), name + " sticks out");
            }
        }
        page.setViewportSize(1280, 900);
    }
}
