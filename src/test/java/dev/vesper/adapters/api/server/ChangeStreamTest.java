package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.FormBrowser;
import dev.vesper.adapters.console.ServedConsole;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.ReadStream;
import dev.vesper.testing.ReadStream.Event;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes is told over HTTP while it happens, to programs by their token and to pages by their session. */
class ChangeStreamTest {
    private static final String GOOD = "correct horse battery";
    private static final RunId RUN = new RunId("2018-04-11-001");

    private final ServedConsole house = ServedConsole.followed(/* users= */ true);
    private final MemoryUsers users = house.memory.users(() -> house.now);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        house.close();
    }

    private ReadStream read(String path, String... headers) throws Exception {
        ReadStream stream = new ReadStream(URI.create("http://127.0.0.1:" + house.port() + path), headers);
        open.add(stream);
        return stream;
    }

    private ReadStream folder(String query, String... more) throws Exception {
        List<String> headers = new ArrayList<>(List.of(
                "Authorization", "Bearer " + house.server.endpoint().token().reveal()));
        headers.addAll(List.of(more));
        return read("/api/v1/events" + query, headers.toArray(String[]::new));
    }

    private ReadStream holding(Secret token) throws Exception {
        return read("/api/v1/events", "Authorization", "Bearer " + token.reveal());
    }

    private IssuedToken token(String name, Permission... scope) {
        return house.operations
                .as(SignedIn.whole(name, Set.of(Role.TRADER)))
                .me()
                .issueToken("watch", Set.of(scope), 1);
    }

    private FormBrowser signedIn(String name, Role role) throws Exception {
        users.settled(name, GOOD, role);
        FormBrowser browser = new FormBrowser(house.port());
        open.add(browser);
        assertEquals(303, browser.signIn(name, GOOD).statusCode());
        return browser;
    }

    private ReadStream page(FormBrowser browser, String query) throws Exception {
        return read(
                "/console/events" + query,
                "Cookie",
                browser.cookie("vesper-session").toString());
    }

    @Test
    void whatChangedIsToldByItsNameAloneAndOnceMoreToWhoComesAgain() throws Exception {
        ReadStream stream = folder("?topics=orders,venues");
        assertEquals(200, stream.status());
        assertEquals("text/event-stream", stream.header("Content-Type").orElseThrow());
        assertEquals("no-store", stream.header("Cache-Control").orElseThrow());
        assertEquals(new Event("test-0", "", ""), stream.next().orElseThrow());
        house.changed(Changed.of(Topic.TASKS));
        house.changed(Changed.of(Topic.ORDERS, RUN));
        assertEquals(
                new Event("test-2", "change", "orders/" + RUN), stream.next().orElseThrow());
        stream.close();
        house.changed(Changed.of(Topic.VENUES));
        ReadStream again = folder("?topics=orders,venues", "Last-Event-ID", "test-2");
        assertEquals(new Event("test-2", "", ""), again.next().orElseThrow());
        assertEquals(new Event("test-3", "change", "venues"), again.next().orElseThrow());
        ReadStream other = folder("", "Last-Event-ID", "of-another-vesper", "Vesper-Person", "ida");
        other.next();
        assertEquals("missed", other.next().orElseThrow().name());
    }

    @Test
    void whoProvesNothingOrAsksForWhatIsNoneIsToldSo() throws Exception {
        assertEquals(401, read("/api/v1/events").status());
        assertEquals(
                401, read("/api/v1/events", "Authorization", "Bearer wrong").status());
        assertEquals(401, read("/console/events").status());
        ReadStream misspelt = folder("?topics=ordrs");
        assertEquals(400, misspelt.status());
        assertTrue(misspelt.body().contains("orders"), "the known ones are named");
        assertEquals(400, folder("?topic=orders").status());
        assertEquals(405, house.ask("POST", "/api/v1/events").statusCode());
        try (ServedConsole tellsNothing = new ServedConsole();
                ReadStream none = new ReadStream(
                        URI.create("http://127.0.0.1:" + tellsNothing.port() + "/api/v1/events"),
                        "Authorization",
                        "Bearer " + tellsNothing.server.endpoint().token().reveal())) {
            assertEquals(503, none.status());
        }
    }

    @Test
    void onlyWhoMaySeeUsersHearsThatTheyChanged() throws Exception {
        users.settled("tess", GOOD, Role.TRADER);
        ReadStream stream = holding(token("tess", Permission.SEE).secret());
        stream.next();
        house.changed(Changed.of(Topic.USERS));
        house.changed(Changed.of(Topic.TASKS));
        assertEquals("tasks", stream.next().orElseThrow().data());
    }

    @Test
    void streamsAreBoundedForOneUserAndForAll() throws Exception {
        users.settled("tess", GOOD, Role.TRADER);
        Secret token = token("tess", Permission.SEE).secret();
        List<ReadStream> two = List.of(holding(token), holding(token));
        for (ReadStream one : two) {
            assertEquals(200, one.status());
            one.next();
        }
        ReadStream third = holding(token);
        assertEquals(429, third.status());
        assertEquals("5", third.header("Retry-After").orElseThrow());
        assertTrue(third.body().contains("too-many-streams"), third.body());
        folder("").next();
        ReadStream fourth = folder("");
        assertEquals(503, fourth.status());
        assertEquals("5", fourth.header("Retry-After").orElseThrow());
        two.getFirst().close();
        while (holding(token).status() != 200) { // until a sign of life finds that nobody reads
            Thread.onSpinWait();
        }
    }

    @Test
    void aTokenThatIsRevokedOrExpiresEndsItsStream() throws Exception {
        users.settled("tess", GOOD, Role.TRADER);
        IssuedToken revoked = token("tess", Permission.SEE);
        IssuedToken expires = token("tess", Permission.SEE);
        ReadStream first = holding(revoked.secret());
        ReadStream second = holding(expires.secret());
        first.next();
        second.next();
        house.operations
                .as(SignedIn.whole("tess", Set.of(Role.TRADER)))
                .me()
                .revokeToken(revoked.token().id());
        assertTrue(first.next().isEmpty(), "it ends, and no event came before");
        house.now = house.now.plus(Duration.ofDays(2));
        assertTrue(second.next().isEmpty());
    }

    @Test
    void aPageFollowsForAsLongAsItsSessionLastsAndKeepsItNot() throws Exception {
        FormBrowser victor = signedIn("victor", Role.VIEWER);
        ReadStream stream = page(victor, "?topics=runs");
        assertEquals(200, stream.status());
        assertEquals("nosniff", stream.header("X-Content-Type-Options").orElseThrow());
        stream.next();
        house.changed(Changed.of(Topic.RUNS, RUN));
        assertEquals("runs/" + RUN, stream.next().orElseThrow().data());
        assertEquals(400, page(victor, "?topics=rns").status());
        assertEquals(200, victor.send(victor.to("/console/events").HEAD()).statusCode());
        house.now = house.now.plus(Duration.ofMinutes(20));
        house.changed(Changed.of(Topic.RUNS, RUN));
        assertEquals("runs/" + RUN, stream.next().orElseThrow().data());
        house.now = house.now.plus(Duration.ofMinutes(11));
        assertTrue(stream.next().isEmpty(), "nobody opened a page for 31 minutes");
        HttpResponse<String> after = victor.get("/console/runs");
        assertEquals(401, after.statusCode());
    }

    @Test
    void signingOutEndsTheStreamsOfTheBrowserAndANewPasswordThoseOfAll() throws Exception {
        FormBrowser victor = signedIn("victor", Role.VIEWER);
        ReadStream stream = page(victor, "");
        stream.next();
        victor.get("/console/runs");
        victor.post("/console/sign-out");
        assertTrue(stream.next().isEmpty());
        FormBrowser vera = signedIn("vera", Role.VIEWER);
        ReadStream hers = page(vera, "");
        hers.next();
        users.access.passwords().change("vera", new Secret(GOOD), new Secret("another " + GOOD), "127.0.0.1");
        assertTrue(hers.next().isEmpty());
    }

    @Test
    void aHouseThatClosesLetsEverybodyGo() throws Exception {
        ReadStream stream = folder("");
        stream.next();
        house.closeFeed();
        assertTrue(stream.next().isEmpty(), "it ended as it should: what was sent is whole");
    }
}
