package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.testing.MemoryUsers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator does on the page of the users, and what everybody does on their own. */
class UserPagesTest {
    private static final String GOOD = "correct horse battery";
    private static final Pattern TOLD = Pattern.compile("<p class=\"told\"><code>([^<]+)</code>");

    private final ServedConsole console = ServedConsole.ofUsers();
    private final MemoryUsers users = console.memory.users(() -> console.now);
    private final List<FormBrowser> browsers = new ArrayList<>();

    @BeforeEach
    void whoBelongs() {
        users.settled("ada", GOOD, Role.ADMINISTRATOR);
        users.settled("olga", GOOD, Role.OPERATOR);
    }

    @AfterEach
    void close() {
        browsers.forEach(FormBrowser::close);
        console.close();
    }

    private FormBrowser in(String name, String page) throws Exception {
        FormBrowser browser = new FormBrowser(console.port());
        browsers.add(browser);
        assertEquals(303, browser.signIn(name, GOOD).statusCode());
        browser.get(page);
        return browser;
    }

    private static String told(HttpResponse<String> said) {
        assertEquals(200, said.statusCode(), said::body);
        Matcher told = TOLD.matcher(said.body());
        assertTrue(told.find(), said::body);
        return told.group(1);
    }

    @Test
    void whoManagesUsersIsNotGivenWhatDecides() throws Exception {
        FormBrowser ada = in("ada", "/console/users");
        HttpResponse<String> both =
                ada.post("/console/users/add", "name", "max", "role", "administrator", "role", "trader");
        assertEquals(403, both.statusCode());
        assertTrue(both.body().contains("but not both: trader beside administrator"), both.body());
        assertFalse(ada.get("/console/users").body().contains("Fault:"));
        users.events.add(new UserEvent.Added(
                "max", List.of(Role.TRADER, Role.ADMINISTRATOR), "0".repeat(64), console.now)); // by an earlier Vesper
        String page = ada.get("/console/users").body();
        assertTrue(page.contains("manages users, so what decides counts for nothing: trader;"), page);
    }

    @Test
    void anAdministratorAddsSomebodyChangesTheirRolesAndLetsThemOut() throws Exception {
        FormBrowser ada = in("ada", "/console/users");
        String made = told(ada.post("/console/users/add", "name", "carl", "role", "trader", "role", "viewer"));
        assertEquals(
                "carl",
                users.signIn.byPassword("carl", new Secret(made), "here").name());
        String page = ada.get("/console/users").body();
        assertTrue(page.contains("must choose a password") && page.contains(">viewer, trader<"), page);
        assertFalse(page.contains(made), "told once");
        assertEquals(
                303, ada.post("/console/users/carl/roles", "role", "approver").statusCode());
        assertEquals(303, ada.post("/console/users/carl/out").statusCode());
        page = ada.get("/console/users").body();
        assertTrue(page.contains(">approver<") && page.contains(">let out<"), page);
        assertEquals(303, ada.post("/console/users/carl/in").statusCode());
        String next = told(ada.post("/console/users/carl/reset"));
        assertEquals(
                "carl",
                users.signIn.byPassword("carl", new Secret(next), "here").name());
    }

    @Test
    void whatIsWrongIsToldAndChangesNothing() throws Exception {
        FormBrowser ada = in("ada", "/console/users");
        assertEquals(
                403,
                ada.post("/console/users/add", "name", "OLGA", "role", "viewer").statusCode(),
                "a look-alike");
        assertEquals(403, ada.post("/console/users/add", "name", "carl").statusCode(), "no role");
        assertEquals(
                400,
                ada.post("/console/users/add", "name", "carl", "role", "king").statusCode());
        assertEquals(
                400,
                ada.post("/console/users/add", "name", " ", "role", "viewer").statusCode());
        assertEquals(403, ada.post("/console/users/ada/out").statusCode(), "herself");
        assertEquals(403, ada.post("/console/users/nobody/out").statusCode());
        assertEquals(405, ada.post("/console/users/olga/burn").statusCode());
        assertEquals(2, users.manage.list().size());
    }

    @Test
    void whoManagesNobodySeesNoUsersAndIsDeniedBehindThePage() throws Exception {
        users.settled("tom", GOOD, Role.TRADER);
        FormBrowser tom = in("tom", "/console/account");
        assertFalse(tom.shown().contains("/console/users"), tom.shown());
        assertEquals(403, tom.get("/console/users").statusCode());
        users.settled("eva", GOOD, Role.AUDITOR);
        String seen = in("eva", "/console/audit").get("/console/users").body();
        assertTrue(seen.contains(">olga<") && seen.contains(">operator<"), seen);
        assertFalse(seen.contains("<form method=\"post\" action=\"/console/users"), seen);
        FormBrowser olga = in("olga", "/console/account");
        for (String act : List.of("olga/roles", "ada/out", "ada/reset", "add")) {
            HttpResponse<String> denied = olga.post("/console/users/" + act, "name", "carl", "role", "administrator");
            assertEquals(403, denied.statusCode(), act);
        }
        assertEquals(4, users.manage.list().size());
    }

    @Test
    void everybodyMakesAndEndsTokensOfTheirOwn() throws Exception {
        FormBrowser olga = in("olga", "/console/account");
        HttpResponse<String> said =
                olga.post("/console/account/tokens", "label", "<b>night</b>", "days", "30", "scope", "see");
        String token = told(said);
        assertTrue(said.body().contains("&lt;b&gt;night&lt;/b&gt;"), said::body);
        assertEquals(
                "olga", users.personal.verify(new Secret(token)).orElseThrow().name());
        String page = olga.get("/console/account").body();
        assertTrue(page.contains("<bdi>&lt;b&gt;night&lt;/b&gt;</bdi>"), page);
        assertFalse(page.contains(token), "told once");
        for (String[] wrong : new String[][] {
            {"label", "", "days", "30", "scope", "see"},
            {"label", "x", "days", "0", "scope", "see"},
            {"label", "x", "days", "many", "scope", "see"},
            {"label", "x", "days", "91", "scope", "see"},
            {"label", "x", "days", "1", "scope", "fly"},
            {"label", "x", "days", "1"}
        }) {
            assertEquals(400, olga.post("/console/account/tokens", wrong).statusCode(), String.join(" ", wrong));
        }
        assertEquals(
                403,
                olga.post("/console/account/tokens", "label", "x", "days", "1", "scope", "manage-users")
                        .statusCode(),
                "more than she may");
        String id = users.personal.list("olga").getFirst().id();
        FormBrowser ada = in("ada", "/console/account");
        assertEquals(400, ada.post("/console/account/tokens/" + id + "/revoke").statusCode(), "not hers");
        assertEquals(303, olga.post("/console/account/tokens/" + id + "/revoke").statusCode());
        assertTrue(users.personal.verify(new Secret(token)).isEmpty());
    }

    @Test
    void anOperatorSkipsAnOccasionWithAReasonAndTakesItBack() throws Exception {
        FormBrowser olga = in("olga", "/console/schedule");
        String skip = "/console/schedule/2018-04-12T22%3A00/skip";
        assertTrue(olga.shown().contains("action=\"" + skip + "\""), olga.shown());
        assertFalse(olga.shown().contains("./vesper schedule"), olga.shown());
        assertEquals(400, olga.post(skip, "reason", " ").statusCode());
        assertEquals(303, olga.post(skip, "reason", "nobody is here").statusCode());
        assertTrue(olga.get("/console/schedule").body().contains("nobody is here"));
        assertEquals(
                303, olga.post("/console/schedule/2018-04-12T22%3A00/unskip").statusCode());
        assertEquals(
                400, olga.post("/console/schedule/tomorrow/skip", "reason", "x").statusCode());
        assertEquals(
                400, olga.post("/console/schedule/run", "date", "30.12.2025").statusCode());
        FormBrowser ada = in("ada", "/console/schedule");
        assertFalse(ada.shown().contains("action=\"/console/schedule"), ada.shown());
        assertEquals(403, ada.post("/console/schedule/run").statusCode());
        assertEquals(403, ada.post(skip, "reason", "x").statusCode());
    }
}
