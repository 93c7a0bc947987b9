package dev.vesper.adapters.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.FormBrowser;
import dev.vesper.adapters.console.ServedConsole;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.testing.IdentityServer;
import dev.vesper.testing.MemoryUsers;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by a real identity provider, as a browser does: over there, and back. */
class ProviderEntryTest {
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

    private static int port;
    private static IdentityServer provider;

    private ServedConsole console;
    private MemoryUsers users;
    private final List<FormBrowser> browsers = new ArrayList<>();

    /** The provider knows one address to lead back to, so each test is served there. */
    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        provider =
                new IdentityServer("http://127.0.0.1:" + port + "/console/sign-in/back", "u-4711", "u-4712", "admin");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void serve() {
        console = ServedConsole.of(
                port, new Provider(provider.issuer(), IdentityServer.CLIENT, new Secret(IdentityServer.SECRET)));
        users = console.memory.users(() -> console.now);
        users.manage.add("alice", Set.of(Role.TRADER), "owner");
        users.manage.link("alice", provider.issuer(), "u-4711", "owner");
        users.settled("admin", "correct horse battery", Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        browsers.forEach(FormBrowser::close);
        console.close();
    }

    private FormBrowser browser() {
        FormBrowser browser = new FormBrowser(port);
        browsers.add(browser);
        return browser;
    }

    private static String location(HttpResponse<String> said) {
        return said.headers().firstValue("Location").orElse("");
    }

    private static HttpRequest.Builder at(String address) {
        return HttpRequest.newBuilder(URI.create(provider.issuer()).resolve(address))
                .header("Accept", "text/html");
    }

    /** Goes to the provider, proves who somebody is, and comes to the address that leads back. */
    private static String there(FormBrowser browser, String subject) throws Exception {
        HttpResponse<String> away = browser.get("/console/sign-in/provider/firm");
        assertEquals(302, away.statusCode(), away::body);
        String asks = location(away);
        assertTrue(asks.startsWith(provider.issuer() + "/oauth2/authorize?"), asks);
        assertTrue(asks.contains("code_challenge_method=S256") && asks.contains("nonce="), asks);
        HttpResponse<String> login = browser.send(at(asks));
        assertEquals(302, login.statusCode(), login::body);
        Matcher form = FORM.matcher(browser.send(at(location(login))).body());
        assertTrue(form.find(), "the provider's form");
        HttpResponse<String> in = browser.send(at(location(login))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + subject + "&password="
                        + URLEncoder.encode(IdentityServer.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                        + form.group(1))));
        assertEquals(302, in.statusCode(), in::body);
        HttpResponse<String> back = browser.send(at(location(in)));
        assertEquals(302, back.statusCode(), back::body);
        return location(back).substring(("http://127.0.0.1:" + port).length());
    }

    @Test
    void aLinkedUserComesInAndIsAskedForNoPassword() throws Exception {
        FormBrowser browser = browser();
        assertTrue(browser.get("/console/sign-in").body().contains("/console/sign-in/provider/firm"));
        HttpResponse<String> in = browser.get(there(browser, "u-4711"));
        assertEquals(200, in.statusCode(), in::body);
        assertEquals("0; url=/console/", in.headers().firstValue("Refresh").orElse(""));
        String set = String.join("\n", in.headers().allValues("Set-Cookie"));
        assertTrue(set.contains("vesper-session-" + port) && set.contains("SameSite=Strict"), set);
        HttpResponse<String> page = browser.get("/console/account");
        assertEquals(200, page.statusCode(), page::body);
        assertTrue(page.body().contains("<bdi>alice</bdi>"), page::body);
        assertTrue(
                console.memory.audit.getLast().detail().startsWith("by the identity u-4711 of " + provider.issuer()),
                console.memory.audit.getLast()::detail);
        users.manage.unlink("alice", "owner");
        assertEquals(401, browser.get("/console/account").statusCode(), "what was let in by it ends");
    }

    @Test
    void aNameAtTheProviderIsNobodysName() throws Exception {
        for (String subject : List.of("admin", "u-4712")) {
            FormBrowser browser = browser();
            HttpResponse<String> denied = browser.get(there(browser, subject));
            assertEquals(401, denied.statusCode());
            assertTrue(denied.body().contains("./vesper users link NAME " + subject), denied::body);
            assertTrue(
                    console.memory.audit.getLast().detail().startsWith("nobody is linked to the identity " + subject),
                    console.memory.audit.getLast()::detail);
            assertEquals(401, browser.get("/console/runs").statusCode());
        }
    }

    @Test
    void whoWasLetOutStaysOut() throws Exception {
        users.manage.letOut("alice", "owner");
        FormBrowser browser = browser();
        assertEquals(401, browser.get(there(browser, "u-4711")).statusCode());
    }

    @Test
    void anAnswerIsTakenOnceFromTheBrowserThatAsked() throws Exception {
        FormBrowser victim = browser();
        FormBrowser thief = browser();
        String back = there(victim, "u-4711");
        assertEquals(401, thief.get(back).statusCode(), "another browser");
        assertEquals(200, victim.get(back).statusCode());
        FormBrowser again = browser();
        String fresh = there(again, "u-4711");
        assertEquals(
                401, again.get(fresh.replaceFirst("state=[^&]*", "state=x")).statusCode());
        assertEquals(401, again.get(fresh.replaceFirst("code=[^&]*", "code=x")).statusCode());
        assertEquals(401, again.get(fresh).statusCode(), "ended by the wrong one");
        for (String nothing : List.of("", "?code=x", "?error=access_denied&state=x", "?error=%3Cscript%3E")) {
            HttpResponse<String> denied = browser().get("/console/sign-in/back" + nothing);
            assertTrue(denied.statusCode() == 401 || denied.statusCode() == 404, nothing);
            assertFalse(denied.body().contains("<script>"), denied::body);
        }
    }

    @Test
    void anAnswerThatComesTooLateIsNotTaken() throws Exception {
        FormBrowser browser = browser();
        String back = there(browser, "u-4711");
        console.now = console.now.plusSeconds(601);
        assertEquals(401, browser.get(back).statusCode());
    }

    @Test
    void aSilentProviderIsSaidAndPasswordsGoOn() throws Exception {
        console.close();
        console = ServedConsole.of(
                port, new Provider("http://127.0.0.1:1", IdentityServer.CLIENT, new Secret(IdentityServer.SECRET)));
        console.memory.users(() -> console.now).settled("bob", "correct horse battery", Role.APPROVER);
        FormBrowser browser = browser();
        HttpResponse<String> silent = browser.get("/console/sign-in/provider/firm");
        assertEquals(503, silent.statusCode());
        assertTrue(silent.body().contains("does not answer"), silent::body);
        assertEquals(303, browser.signIn("bob", "correct horse battery").statusCode());
    }
}
