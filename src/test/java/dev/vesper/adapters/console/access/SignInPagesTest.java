package dev.vesper.adapters.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.FormBrowser;
import dev.vesper.adapters.console.ServedConsole;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.run.Incidents;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How users come in by name and password, stay in, and are kept out; over HTTP, with a browser's cookies. */
class SignInPagesTest {
    private static final String GOOD = "correct horse battery";

    private static final Pattern SUM = Pattern.compile("What is shown here is <code>([0-9a-f]+)</code>");

    private final ServedConsole console = ServedConsole.ofUsers();
    private final MemoryUsers users = console.memory.users(() -> console.now);
    private final List<FormBrowser> browsers = new ArrayList<>();

    @BeforeEach
    void whoBelongs() {
        users.settled("alice", GOOD, Role.TRADER);
        users.settled("bob", GOOD, Role.APPROVER);
        users.settled("olga", GOOD, Role.OPERATOR);
        users.settled("victor", GOOD, Role.VIEWER);
    }

    @AfterEach
    void close() {
        browsers.forEach(FormBrowser::close);
        console.close();
    }

    private FormBrowser browser() {
        FormBrowser browser = new FormBrowser(console.port());
        browsers.add(browser);
        return browser;
    }

    /** As the form of the task's page does: with the sum of what it shows. */
    private static HttpResponse<String> answer(FormBrowser browser, String path, String answer, String reason)
            throws Exception {
        Matcher sum = SUM.matcher(
                browser.get(path.substring(0, path.lastIndexOf('/'))).body());
        assertTrue(sum.find());
        return browser.post(path, "answer", answer, "reason", reason, "shown", sum.group(1));
    }

    private FormBrowser in(String name) throws Exception {
        FormBrowser browser = browser();
        assertEquals(303, browser.signIn(name, GOOD).statusCode());
        browser.get("/console/tasks");
        return browser;
    }

    private RunId asked(boolean decided) {
        RunId run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        if (decided) {
            MemoryOperations.decided(console.memory, run, () -> console.now);
        }
        raise(run, TaskKind.PROPOSE_TRADES);
        return run;
    }

    private void raise(RunId run, TaskKind kind) {
        console.memory.taskStore.raise(
                new UserTask(run + "/" + kind.word(), run, kind, "Go on?", "", console.now, null, null, null, ""));
    }

    private static String header(HttpResponse<String> said, String name) {
        return String.join("\n", said.headers().allValues(name));
    }

    @Test
    void aUserSignsInSeesTheirNameAndSignsOut() throws Exception {
        FormBrowser browser = browser();
        HttpResponse<String> closed = browser.get("/console/runs");
        assertEquals(401, closed.statusCode());
        assertTrue(closed.body().contains("./vesper console link"), closed.body());
        HttpResponse<String> in = browser.signIn("alice", GOOD);
        assertEquals("/console/", header(in, "Location"));
        String set = header(in, "Set-Cookie");
        assertTrue(set.contains("vesper-session-" + console.port()), set);
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/console"), set);
        HttpResponse<String> page = browser.get("/console/runs");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<bdi>alice</bdi>"), page.body());
        HttpResponse<String> out = browser.post("/console/sign-out");
        assertEquals("/console/sign-in", header(out, "Location"));
        assertEquals(401, browser.get("/console/runs").statusCode());
    }

    @Test
    void aSessionIsNewWithEverySignInAndFixedByNobody() throws Exception {
        FormBrowser browser = browser();
        String ours = "vesper-session-" + console.port();
        HttpCookie planted = new HttpCookie(ours, "node0planted");
        planted.setPath("/console");
        planted.setVersion(0);
        browser.cookies().getCookieStore().add(URI.create("http://127.0.0.1:" + console.port() + "/console"), planted);
        String first = session(browser.signIn("alice", GOOD));
        assertFalse(first.contains("planted"), first);
        browser.cookies().getCookieStore().remove(null, planted);
        browser.get("/console/runs");
        String second = session(browser.post("/console/sign-in", "name", "bob", "password", GOOD));
        assertNotEquals(first, second);
        assertTrue(browser.get("/console/runs").body().contains("<bdi>bob</bdi>"));
        FormBrowser thief = browser();
        HttpResponse<String> old = thief.send(thief.to("/console/runs").header("Cookie", ours + "=" + first));
        assertEquals(401, old.statusCode());
        assertEquals(401, thief.get("/console/runs;" + ours + "=" + second).statusCode());
    }

    private static String session(HttpResponse<String> in) {
        return in.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("vesper-session-"))
                .map(set -> set.substring(set.indexOf('=') + 1, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWrongNameAndAWrongPasswordAreOneSentence() throws Exception {
        HttpResponse<String> password = browser().signIn("alice", "wrong");
        HttpResponse<String> name = browser().signIn("mallory", "wrong");
        assertEquals(401, password.statusCode());
        assertEquals(401, name.statusCode());
        assertEquals(
                password.body().replaceAll("value=\"[^\"]*\"|<time>[^<]*</time>", ""),
                name.body().replaceAll("value=\"[^\"]*\"|<time>[^<]*</time>", ""));
    }

    @Test
    void manyFailuresCloseTheNameWhetherItIsOneOrNot() throws Exception {
        for (String name : List.of("alice", "mallory")) {
            for (int i = 0; i < 5; i++) {
                browser().signIn(name, "wrong");
            }
            HttpResponse<String> closed = browser().signIn(name, GOOD);
            assertEquals(401, closed.statusCode());
            assertTrue(closed.body().contains("try again in 15 minutes"), closed.body());
        }
        console.now = console.now.plus(Duration.ofMinutes(16));
        assertEquals(303, browser().signIn("alice", GOOD).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,,403",
        "same-site,,403",
        "same-origin,,303",
        "none,,303",
        ",http://evil.example,403",
        ",null,303"
    })
    void anotherSitesPageSendsNoForm(String site, String origin, int status) throws Exception {
        FormBrowser browser = browser();
        browser.get("/console/sign-in");
        HttpRequest.Builder form =
                browser.form("/console/sign-in", "_csrf", browser.token(), "name", "alice", "password", GOOD);
        if (site != null) {
            form.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            form.header("Origin", origin);
        }
        assertEquals(status, browser.send(form).statusCode());
    }

    @Test
    void aFormWithoutItsTokenOrWithAnothersIsRefused() throws Exception {
        RunId run = asked(true);
        FormBrowser alice = in("alice");
        FormBrowser bob = in("bob");
        String path = "/console/tasks/" + run + "/propose-trades/answer";
        for (String token : List.of("", "x", bob.token())) {
            assertEquals(
                    403,
                    alice.send(alice.form(path, "_csrf", token, "answer", "approve", "reason", ""))
                            .statusCode());
        }
        assertEquals(403, alice.send(alice.form(path, "answer", "approve")).statusCode());
        assertTrue(console.memory
                .taskStore
                .find(run + "/propose-trades")
                .orElseThrow()
                .open());
        assertEquals(403, alice.send(alice.form("/console/sign-out")).statusCode());
        assertEquals(200, alice.get("/console/tasks").statusCode(), "still in");
    }

    @Test
    void whoProposedMayNotApproveAndAnotherMay() throws Exception {
        RunId run = asked(true);
        FormBrowser alice = in("alice");
        assertTrue(
                alice.shown().contains("action=\"/console/tasks/" + run + "/propose-trades/answer\""), alice.shown());
        HttpResponse<String> proposed =
                answer(alice, "/console/tasks/" + run + "/propose-trades/answer", "approve", "");
        assertEquals(303, proposed.statusCode(), proposed.body());
        assertEquals("/console/tasks/" + run + "/propose-trades", header(proposed, "Location"));
        raise(run, TaskKind.APPROVE_TRADES);
        String approve = "/console/tasks/" + run + "/approve-trades/answer";
        alice.get("/console/tasks");
        HttpResponse<String> same = answer(alice, approve, "approve", "");
        assertEquals(403, same.statusCode(), same.body());
        assertTrue(same.body().contains("alice"), same.body());
        FormBrowser bob = in("bob");
        assertEquals(400, answer(bob, approve, "reject", " ").statusCode(), "a no needs a reason");
        assertEquals(400, answer(bob, approve, "maybe", "").statusCode());
        assertEquals(400, answer(bob, approve, "approve", "x".repeat(501)).statusCode());
        assertEquals(303, answer(bob, approve, "approve", "<b>fine</b>").statusCode());
        String page = bob.get("/console/tasks?state=answered").body();
        assertTrue(page.contains("&lt;b&gt;fine&lt;/b&gt;"), page);
        assertEquals(403, answer(bob, approve, "approve", "").statusCode(), "an answer is for good");
    }

    @Test
    void aPageThatIsStaleIsRefusedAndLeadsToTheTask() throws Exception {
        RunId run = asked(true);
        FormBrowser alice = in("alice");
        answer(alice, "/console/tasks/" + run + "/propose-trades/answer", "approve", "");
        raise(run, TaskKind.APPROVE_TRADES);
        String task = "/console/tasks/" + run + "/approve-trades";
        FormBrowser bob = in("bob");
        Matcher sum = SUM.matcher(bob.get(task).body());
        assertTrue(sum.find());
        assertEquals(303, bob.post(task + "/ask", "text", "Why <b>so</b> much?").statusCode());
        HttpResponse<String> stale =
                bob.post(task + "/answer", "answer", "approve", "reason", "", "shown", sum.group(1));
        assertEquals(403, stale.statusCode());
        assertTrue(stale.body().contains("has changed since you opened it"), stale.body());
        assertTrue(stale.body().contains("<a href=\"" + task + "\">See it as it is now</a>"), stale.body());
        assertEquals(
                400,
                bob.post(task + "/answer", "answer", "approve", "shown", "").statusCode());
        assertEquals(405, bob.post(task + "/steal", "text", "x").statusCode());
        assertEquals(400, bob.post(task + "/claim", "version", "-1").statusCode());
        assertEquals(403, bob.post(task + "/claim", "version", "7").statusCode());
        assertEquals(403, alice.post(task + "/claim", "version", "1").statusCode(), "the maker checks nothing");
        assertTrue(alice.get("/console/tasks").body().contains("1 waits for you"), "a reply");
        assertTrue(alice.get(task).body().contains("Why &lt;b&gt;so&lt;/b&gt; much?"));
        assertEquals(303, alice.post(task + "/reply", "text", "a deposit").statusCode());
        assertEquals(303, bob.post(task + "/claim", "version", "2").statusCode());
        assertEquals(
                403, in("victor").post(task + "/give-back", "reason", "mine").statusCode());
        assertEquals(303, answer(bob, task + "/answer", "approve", "").statusCode());
    }

    @Test
    void aViewerSeesNoButtonAndIsDeniedBehindIt() throws Exception {
        RunId run = asked(true);
        FormBrowser victor = in("victor");
        assertFalse(victor.shown().contains("/answer\""), victor.shown());
        assertTrue(victor.shown().contains("Your roles do not let you answer. Who may: rule-checker,"), victor.shown());
        assertFalse(victor.shown().contains("href=\"/console/audit\""), victor.shown());
        HttpResponse<String> audit = victor.get("/console/audit");
        assertEquals(403, audit.statusCode());
        assertTrue(audit.body().contains("Your roles do not let you see it. It is for rule-checker,"), audit::body);
        assertTrue(audit.body().contains(">Today</a>") && audit.body().contains(">Sign out</button>"), audit::body);
        victor.get("/console/tasks");
        assertEquals(
                403,
                answer(victor, "/console/tasks/" + run + "/propose-trades/answer", "approve", "")
                        .statusCode());
        console.enter(new Reader());
        String byLink = console.get("/console/tasks").body();
        assertFalse(byLink.contains("<form"), byLink);
        assertTrue(byLink.contains("./vesper tasks approve"), byLink);
        assertEquals(403, console.ask("POST", "/console/tasks").statusCode(), "no form, no token");
    }

    @Test
    void aPasswordMadeForSomebodyOpensNothingButItsChange() throws Exception {
        String made = users.manage
                .add("carol", Set.of(Role.OPERATOR), "owner")
                .password()
                .reveal();
        FormBrowser carol = browser();
        assertEquals(303, carol.signIn("carol", made).statusCode());
        for (String path : List.of("/console/", "/console/runs", "/console/tasks", "/console/sign-in")) {
            assertEquals("/console/password", header(carol.get(path), "Location"), path);
        }
        carol.get("/console/password");
        String session = carol.cookie("vesper-session").getValue();
        String[][] wrong = {{"no", GOOD, GOOD, "403"}, {made, GOOD, "other", "400"}, {made, "short", "short", "400"}};
        for (String[] w : wrong) {
            assertEquals(
                    Integer.parseInt(w[3]),
                    carol.post("/console/password", "old", w[0], "next", w[1], "again", w[2])
                            .statusCode(),
                    w[1]);
        }
        RunId run = asked(false);
        assertEquals(
                405,
                carol.post("/console/tasks/" + run + "/propose-trades/answer", "answer", "approve")
                        .statusCode());
        assertEquals(
                303,
                carol.post("/console/password", "old", made, "next", GOOD, "again", GOOD)
                        .statusCode());
        assertEquals(200, carol.get("/console/runs").statusCode());
        assertNotEquals(session, carol.cookie("vesper-session").getValue());
        assertEquals(401, browser().signIn("carol", made).statusCode());
    }

    @Test
    void aChangedPasswordEndsTheOtherBrowsers() throws Exception {
        FormBrowser one = in("alice");
        FormBrowser other = in("alice");
        console.now = console.now.plusSeconds(1);
        one.get("/console/password");
        assertEquals(
                303,
                one.post(
                                "/console/password",
                                "old",
                                GOOD,
                                "next",
                                "another pile of hay",
                                "again",
                                "another pile of hay")
                        .statusCode());
        assertEquals(200, one.get("/console/runs").statusCode());
        assertEquals(401, other.get("/console/runs").statusCode());
    }

    @Test
    void aPasswordThatIsChangedOrResetElsewhereEndsEveryBrowser() throws Exception {
        FormBrowser alice = in("alice");
        FormBrowser bob = in("bob");
        users.access.passwords().change("alice", new Secret(GOOD), new Secret("another pile of hay"), "terminal");
        users.manage.resetPassword("bob", "owner");
        assertEquals(401, alice.get("/console/runs").statusCode());
        assertEquals(401, bob.get("/console/runs").statusCode());
    }

    @Test
    void aSessionEndsAfterTwelveHoursAndWhenItsUserIsLetOut() throws Exception {
        FormBrowser alice = in("alice");
        FormBrowser bob = in("bob");
        users.manage.letOut("bob", "owner");
        assertEquals(401, bob.get("/console/runs").statusCode());
        assertEquals(200, alice.get("/console/runs").statusCode());
        Instant began = console.now;
        for (Duration in = Duration.ZERO; in.compareTo(Door.LONGEST) < 0; in = in.plus(Duration.ofMinutes(29))) {
            console.now = began.plus(in);
            assertEquals(200, alice.get("/console/runs").statusCode(), () -> "at " + console.now);
        }
        console.now = began.plus(Door.LONGEST);
        HttpResponse<String> ended = alice.get("/console/runs");
        assertEquals(401, ended.statusCode());
        assertTrue(ended.body().contains("Your session has ended: sign in to go on."), ended::body);
        console.now = began;
        assertEquals(401, alice.get("/console/runs").statusCode(), "what ended stays ended");
    }

    @Test
    void aSessionEndsAfterHalfAnHourInWhichNobodyOpensAPage() throws Exception {
        FormBrowser alice = in("alice");
        FormBrowser bob = in("bob");
        Instant began = console.now;
        console.now = began.plus(Duration.ofMinutes(29));
        assertEquals(200, alice.get("/console/runs").statusCode());
        assertEquals(200, asked(bob), "the page that is open asks by itself");
        console.now = began.plus(Duration.ofMinutes(30));
        assertEquals(200, asked(alice));
        assertEquals(401, asked(bob), "which is no sign of bob");
        assertEquals(401, bob.get("/console/runs").statusCode());
        console.now = began.plus(Duration.ofMinutes(59));
        assertEquals(401, alice.get("/console/runs").statusCode());
    }

    /** As the script of an open page does. */
    private static int asked(FormBrowser browser) throws Exception {
        return browser.send(browser.to("/console/runs").header("Sec-Fetch-Dest", "empty"))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/%2e%2e/api/v1/runs",
                "/console//runs",
                "/console/runs/..%2f..%2fetc",
                "/console/%0d%0aX:1"
            })
    void tricksWithPathsFindNothing(String path) throws Exception {
        FormBrowser alice = in("alice");
        int status = alice.get(path).statusCode();
        assertTrue(status == 404 || status == 400, status + " " + path);
    }

    /** Whoever may not is shown no button, and a form that they make up is refused below the page, and told in the audit. */
    @Test
    void anOperatorClosesARunWithAReasonAndNobodyElseDoes() throws Exception {
        RunId run = asked(true);
        new Incidents(console.memory, console.memory, () -> console.now).raise(run, "report: the disk is full");
        String page = "/console/incidents/" + run;
        FormBrowser bob = in("bob");
        String seen = bob.get(page).body();
        assertFalse(seen.contains("action=\"/console/runs/"), seen);
        assertTrue(seen.contains("Your roles do not let you do this. Who may: operator, risk-officer."), seen);
        assertEquals(
                403,
                bob.post("/console/runs/" + run + "/close", "reason", "for fun").statusCode());
        FormBrowser olga = in("olga");
        assertTrue(olga.get(page).body().contains("action=\"/console/runs/" + run + "/retry\""));
        assertEquals(
                503,
                olga.post("/console/runs/" + run + "/retry", "reason", "room").statusCode(),
                "nobody works");
        for (String none : List.of("", "  ", "x".repeat(501))) {
            assertEquals(
                    400,
                    olga.post("/console/runs/" + run + "/close", "reason", none).statusCode());
        }
        assertEquals(
                403,
                olga.send(olga.form("/console/runs/" + run + "/close", "reason", "x"))
                        .statusCode());
        HttpResponse<String> closed = olga.post("/console/runs/" + run + "/close", "reason", "<b>wrong</b> prices");
        assertEquals("/console/runs/" + run, header(closed, "Location"));
        String ended = olga.get(page).body();
        assertTrue(ended.contains("&lt;b&gt;wrong&lt;/b&gt; prices") && ended.contains(">bob<"), ended);
        assertTrue(ended.contains("wanted because: for fun"), ended);
        assertFalse(ended.contains("action=\"/console/runs/"), ended);
    }

    @Test
    void aSupportBundleIsOneClickAway() throws Exception {
        FormBrowser olga = in("olga");
        assertTrue(olga.get("/console/incidents").body().contains("action=\"/console/support/bundle\""));
        HttpResponse<String> zip = olga.post("/console/support/bundle");
        assertEquals(200, zip.statusCode());
        assertEquals("attachment; filename=\"vesper-support.zip\"", header(zip, "Content-Disposition"));
        assertTrue(zip.body().startsWith("PK"));
        FormBrowser victor = in("victor");
        assertFalse(victor.get("/console/incidents").body().contains("action=\"/console/support/bundle\""));
        assertEquals(403, victor.post("/console/support/bundle").statusCode());
        assertEquals(403, olga.send(olga.form("/console/support/bundle")).statusCode(), "without the form's token");
    }
}
