package dev.vesper.adapters.console.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.Pages;
import dev.vesper.adapters.console.RunLine;
import dev.vesper.adapters.console.ServedConsole;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a browser comes in, and what it is told instead of a page; over HTTP. */
class ConsoleServletTest {
    private ServedConsole console = new ServedConsole();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aLinkLeadsToTheCleanAddressAndTheFirstPage() throws Exception {
        HttpResponse<String> entered = console.enter(new Reader());
        assertEquals(303, entered.statusCode());
        assertEquals("/console/", header(entered, "Location"));
        HttpResponse<String> root = console.get("/console/");
        assertEquals("/console/today", header(root, "Location"));
        HttpResponse<String> page = console.get("/console/today");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/console/today\" aria-current=\"page\">Today</a>"), page.body());
        assertTrue(page.body().contains("<a href=\"/console/audit\">Audit</a>"), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/runs", "/console/", "/console/audit", "/console/nothing"})
    void withoutALinkNothingIsShown(String path) throws Exception {
        HttpResponse<String> said = console.get(path);
        assertEquals(401, said.statusCode());
        assertTrue(said.body().contains("./vesper console link"), said.body());
        assertFalse(said.body().contains("/console/audit"), "no navigation for strangers");
        HttpResponse<String> part = console.ask("GET", path, "HX-Request", "true");
        assertEquals(401, part.statusCode());
        assertEquals("/console/", header(part, "HX-Redirect"), "its whole page is led to where one comes in");
    }

    @Test
    void aLinkThatIsUsedOrOldOrForgedIsRefusedWithTheWayToANewOne() throws Exception {
        String link = console.link(new Reader()).substring(("http://127.0.0.1:" + console.port()).length());
        assertEquals(405, console.ask("HEAD", link).statusCode(), "a preview takes no ticket");
        assertEquals(303, console.get(link).statusCode());
        HttpResponse<String> used = console.get(link);
        assertEquals(403, used.statusCode());
        assertTrue(used.body().contains("used before") && used.body().contains("./vesper console link"), used.body());
        String old = console.link(new Reader()).substring(("http://127.0.0.1:" + console.port()).length());
        console.now = console.now.plusSeconds(600);
        assertTrue(console.get(old).body().contains("older than 10 minutes"));
        for (String forged : List.of("", "?", "?ticket", "?ticket=", "?ticket=x.y", "?ticket=a&ticket=b", "?a=b")) {
            assertEquals(403, console.get("/console/login" + forged).statusCode(), forged);
        }
        console.enter(new Reader());
        assertEquals(303, console.get(link).statusCode(), "who is in already stays in");
    }

    @Test
    void theCookieEndsAfterTwelveHours() throws Exception {
        console.enter(new Reader());
        console.now = console.now.plusSeconds(12 * 3600);
        assertEquals(401, console.get("/console/runs").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void pagesAreOnlyRead(String method) throws Exception {
        console.enter(new Reader());
        HttpResponse<String> said = console.ask(method, "/console/runs");
        assertEquals(405, said.statusCode());
        assertEquals("GET, HEAD", header(said, "Allow"));
    }

    @Test
    void aHeadIsAGetWithoutItsBody() throws Exception {
        console.enter(new Reader());
        HttpResponse<String> head = console.ask("HEAD", "/console/runs");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(
                Integer.toString(console.get("/console/runs").body().getBytes(StandardCharsets.UTF_8).length),
                header(head, "Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "/console/rns, maybe &quot;runs&quot; is meant",
        "/console/audits, maybe &quot;audit&quot; is meant",
        "/console/<script>alert(1)</script>, a page of the console",
        "/consoles, maybe"
    })
    void anUnknownPageIsToldWhichThereAre(String path, String told) throws Exception {
        console.enter(new Reader());
        HttpResponse<String> said = console.get(path.replace("<", "%3C").replace(">", "%3E"));
        assertEquals(404, said.statusCode());
        if (!told.equals("maybe")) {
            assertTrue(said.body().contains(told), said.body());
        }
        assertFalse(said.body().contains("<script>"));
        assertEquals(
                !told.equals("maybe"), said.body().contains("<a class=\"button\" href=\"/console/today\">Today</a>"));
    }

    @Test
    void whatIsNotThereLeadsToTheNearestThatIs() throws Exception {
        console.enter(new Reader());
        String run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id()
                .value();
        String runs = "<a class=\"button\" href=\"/console/runs\">Runs</a>";
        String order = console.get("/console/runs/" + run + "/orders/none").body();
        assertTrue(
                order.contains("<a class=\"button\" href=\"/console/runs/" + run + "\">Run " + run + "</a>" + runs),
                order);
        String unknown = console.get("/console/runs/2018-04-11-009/orders").body();
        assertTrue(unknown.contains(runs) && !unknown.contains(">Run 2018-04-11-009<"), unknown);
        String query = console.get("/console/audit?before=x").body();
        assertTrue(query.contains("<a class=\"button\" href=\"/console/audit\">Audit</a>"), query);
    }

    @Test
    void whatCannotBeAskedIsSaidToBeSo() throws Exception {
        console.enter(new Reader());
        HttpResponse<String> run = console.get("/console/runs/2018-04-11-009");
        assertEquals(404, run.statusCode());
        assertTrue(run.body().contains("2018-04-11-009 is unknown"), run.body());
        assertEquals(404, console.get("/console/runs/%3Cb%3E").statusCode());
        assertFalse(console.get("/console/runs/%3Cb%3E").body().contains("<b>"));
        for (String query : List.of(
                "before=x",
                "before=0",
                "before=-1",
                "befor=1",
                "before",
                "=",
                "before=1&before=2",
                "from=soon",
                "action=sold",
                "from=2018-04-12&to=2018-04-11",
                "who=" + "x".repeat(201))) {
            assertEquals(400, console.get("/console/audit?" + query).statusCode(), query);
        }
        assertTrue(console.get("/console/audit?action=trades-aproved")
                .body()
                .contains("maybe &quot;trades-approved&quot; is meant"));
        assertTrue(console.get("/console/audit?befor=1").body().contains("maybe &quot;before&quot; is meant"));
    }

    @Test
    void nothingIsKeptLoadedOrRunByTheBrowser() throws Exception {
        console.enter(new Reader());
        for (String path : List.of("/console/runs", "/console/nothing", "/console/login")) {
            HttpResponse<String> said = console.get(path);
            assertEquals("no-store", header(said, "Cache-Control"), path);
            assertEquals("nosniff", header(said, "X-Content-Type-Options"), path);
            assertEquals("no-referrer", header(said, "Referrer-Policy"), path);
            assertTrue(
                    header(said, "Content-Security-Policy").startsWith("default-src 'none'; style-src 'self'"), path);
            assertFalse(header(said, "Content-Security-Policy").contains("unsafe"), path);
        }
        assertFalse(console.get("/console/runs").body().contains("<script"));
    }

    @Test
    void styleAndIconAreOpenAndTellNothing() throws Exception {
        assertEquals("text/css; charset=utf-8", header(console.get("/console/style.css"), "Content-Type"));
        assertEquals("image/svg+xml", header(console.get("/console/icon.svg"), "Content-Type"));
        assertEquals(401, console.get("/console/layout.html").statusCode());
    }

    @Test
    void anotherSitesNameForThisMachineIsRefused() throws Exception {
        console.enter(new Reader());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.getOutputStream()
                    .write(("GET /console/runs HTTP/1.1\r\nHost: evil.example:" + console.port() + "\r\nCookie: "
                                    + console.cookie() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.startsWith("HTTP/1.1 421"), said);
        }
    }

    @Test
    void theTokenOfTheApiIsNoWayInAndTheCookieNoWayToTheApi() throws Exception {
        console.cookie("vesper-console-" + console.port() + "="
                + console.server.endpoint().token().reveal());
        assertEquals(401, console.get("/console/runs").statusCode());
        console.enter(new Person("alice"));
        assertEquals(401, console.get("/api/v1/runs").statusCode());
    }

    /** A page for named people alone. */
    private static final class ForNamed implements Page {
        @Override
        public String word() {
            return "message"; // a template that is there
        }

        @Override
        public String title() {
            return "For named people";
        }

        @Override
        public boolean admits(Caller caller) {
            return caller instanceof Person;
        }

        @Override
        public Record model(Operations operations, Asked asked) {
            return switch (asked.query().getOrDefault("say", "")) {
                case "refused" -> throw Problem.refused("Expected another person");
                case "unavailable" -> throw Problem.unavailable("Expected the lake to answer");
                case "broken" -> throw new IllegalStateException("secret detail");
                default -> new Message(200, "Hello " + asked.caller(), "", List.of(), "", List.of());
            };
        }
    }

    @Test
    void aPageThatDoesNotAdmitSomebodyIsNeitherShownNorNamed() throws Exception {
        console.close();
        List<Page> pages = new ArrayList<>(Pages.ALL.all());
        pages.add(new ForNamed());
        console = new ServedConsole(Pages.of(pages), RunLine.class.getClassLoader());
        console.enter(new Reader());
        assertFalse(console.get("/console/runs").body().contains("For named people"));
        HttpResponse<String> refused = console.get("/console/message");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("./vesper console link --as NAME"), refused.body());
        console.enter(new Person("alice"));
        assertTrue(console.get("/console/runs").body().contains("For named people"));
        assertEquals(200, console.get("/console/message").statusCode());
        assertEquals(403, console.get("/console/message?say=refused").statusCode());
        HttpResponse<String> unavailable = console.get("/console/message?say=unavailable");
        assertEquals(503, unavailable.statusCode());
        String again = "<a class=\"button\" href=\"/console/message?say=";
        assertTrue(unavailable.body().contains(again + "unavailable\">Try again</a>"), unavailable.body());
        HttpResponse<String> ours = console.get("/console/message?say=broken");
        assertEquals(500, ours.statusCode());
        assertFalse(ours.body().contains("secret detail"));
        assertTrue(ours.body().contains(again + "broken\">Try again</a>"), ours.body());
    }

    @Test
    void theTemplatesAreFoundOnTheClassPath() throws Exception {
        try (InputStream in = RunLine.class.getResourceAsStream("/console/pages/layout.html")) {
            assertTrue(in != null && in.readAllBytes().length > 0);
        }
    }

    private static String header(HttpResponse<String> said, String name) {
        return said.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + " in " + said.headers()));
    }
}
