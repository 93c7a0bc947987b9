package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Resources;
import dev.vesper.adapters.api.Verb;
import dev.vesper.adapters.text.PathTemplate;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.Tokens;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.TradingDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Spoilt requests, from a seed, to every resource, page and form, by somebody of every role and by nobody: none is our fault,
 * none tells of our insides, none writes more than a line into the log, and one that is refused changed nothing.
 *
 * <p>{@code -Dvesper.fuzz=20} asks twenty times as often, {@code -Dvesper.fuzz.seed=7} otherwise.
 */
class FuzzedRequestsTest {
    private static final String GOOD = "correct horse battery";
    private static final int ROUNDS = Integer.getInteger("vesper.fuzz", 1);
    private static final int RAW = 1_500 * ROUNDS;
    private static final String RUN = "2018-04-11-001";

    /** What a parser, a page, a log, a database or a file system may stumble over. */
    private static final List<String> SPOILT = List.of(
            "",
            " ",
            ".",
            "..",
            "../../etc/passwd",
            "%2e%2e%2f",
            "a/b",
            "a\\b",
            "a;b=c",
            "a\u0000b",
            "a\r\nSet-Cookie: x=y",
            "a\n12:00:00.000 ERROR forged line",
            "\u001b[2J\u001b]0;mine\u0007",
            "<script>alert(1)</script>",
            "${7*7}",
            "__${T(java.lang.Runtime).getRuntime()}__::.x",
            "' or 1=1 --",
            "\u202eabc\u200b\ufeff",
            "\ud800",
            "x".repeat(5_000),
            "-1",
            "99999999999999999999",
            "NaN",
            "2018-02-30",
            "null",
            "true",
            "anna",
            RUN,
            "propose-trades",
            "approve");

    /** A stack trace, wherever it stands. */
    private static final Pattern TRACE = Pattern.compile("\\bat [a-z]\\w*(\\.\\w+)+\\([A-Z]\\w+\\.java");

    /** What a program should not be told; a page may repeat such words of whoever asked. */
    private static final Pattern INSIDES =
            Pattern.compile("[a-z]Exception\\b|dev\\.vesper\\.|org\\.(h2|hibernate|thymeleaf|eclipse)");

    /** The beginning of a line of our log. */
    private static final Pattern LINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ +\\S+ [^\\p{Cc}]*");

    private final ServedConsole console = ServedConsole.ofUsers();
    private final MemoryUsers users = console.memory.users(() -> console.now);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(Long.getLong("vesper.fuzz.seed", 20180411));
    private final String here = Path.of("").toAbsolutePath().toString();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> log = new OutputStreamAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.vesper");
    private int taken;
    private int refused;

    @BeforeEach
    void aDayWaits() {
        for (Role role : Role.values()) {
            users.settled(role.word(), GOOD, role);
            tokens.put(
                    role,
                    users.personal
                            .issue(role.word(), "fuzz", EnumSet.allOf(Permission.class), Duration.ofDays(1))
                            .secret()
                            .reveal());
        }
        MemoryOperations.tables(
                console.memory, () -> console.now); // the rules that judge are taken up before anybody asks
        var run = console.memory
                .open(LocalDate.of(2018, 4, 11), "/firms/small", 42, false, console.now)
                .id();
        assertEquals(RUN, run.value());
        MemoryOperations.decided(console.memory, run, () -> console.now, TradingDay.parents(4, 2));
        console.memory.taskStore.raise(new UserTask(
                RUN + "/propose-trades",
                run,
                TaskKind.PROPOSE_TRADES,
                "Go on?",
                "",
                console.now,
                null,
                null,
                null,
                ""));
        everyLine();
    }

    /** All that Vesper says is written down as its log would be. */
    private void everyLine() {
        LoggerContext context = ours.getLoggerContext();
        log.setContext(context);
        log.setEncoder(asTheProductDoes(context));
        log.setOutputStream(written);
        log.start();
        ours.setLevel(Level.DEBUG);
        ours.addAppender(log);
        ours.setAdditive(false);
    }

    @SuppressWarnings("unchecked") // every appender of the context takes the same events
    private static Encoder<ILoggingEvent> asTheProductDoes(LoggerContext context) {
        List<Encoder<ILoggingEvent>> found = new ArrayList<>();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appender -> {
                    if (appender instanceof OutputStreamAppender<?> stream) {
                        found.add((Encoder<ILoggingEvent>) stream.getEncoder());
                    }
                });
        return found.getFirst();
    }

    @AfterEach
    void everyLineIsOne() {
        ours.detachAppender(log);
        ours.setLevel(Level.WARN);
        ours.setAdditive(true);
        client.close();
        console.close();
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertFalse(lines.isEmpty(), "each request is a line of the log");
        lines.forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    }

    private String spoilt() {
        String one = SPOILT.get(random.nextInt(SPOILT.size()));
        return random.nextInt(4) == 0 ? one + SPOILT.get(random.nextInt(SPOILT.size())) : one;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
                .timeout(Duration.ofSeconds(60));
        switch (random.nextInt(8)) {
            case 0 -> request.header("X-HTTP-Method-Override", "DELETE");
            case 1 -> request.header("X-Forwarded-Host", "evil.example").header("X-Original-URL", "/api/v1/users");
            case 2 -> request.header("User-Agent", "[31mred <script> " + "u".repeat(1_000));
            case 3 -> request.header("Accept", "*/*;q=x, ,").header("Accept-Language", "../../x");
            case 4 -> request.header("If-None-Match", "W/\"\", *, \"");
            default -> {
                // as programs send it
            }
        }
        return request;
    }

    /** What there is that a request might change. */
    private List<Object> kept() {
        return List.of(
                List.copyOf(users.events),
                Map.copyOf(users.tokens),
                List.copyOf(console.memory.approvals),
                Map.copyOf(console.memory.runs),
                Map.copyOf(console.memory.tasks),
                told(),
                List.copyOf(console.memory.resumed));
    }

    /** The events by stream; to look for one makes it, and it is empty then. */
    private Map<String, List<Object>> told() {
        Map<String, List<Object>> all = new TreeMap<>();
        console.memory.told.forEach((stream, events) -> {
            if (!events.isEmpty()) {
                all.put(stream, List.copyOf(events));
            }
        });
        return all;
    }

    private void mustBeHarmless(String what, HttpRequest request) throws Exception {
        List<Object> before = kept();
        int rows = console.memory.audit.size();
        int status;
        String body = "";
        String type = "";
        try {
            HttpResponse<String> said = client.send(request, HttpResponse.BodyHandlers.ofString());
            status = said.statusCode();
            body = said.body();
            type = said.headers().firstValue("Content-Type").orElse("");
            assertFalse(said.headers().firstValue("Set-Cookie").orElse("").startsWith("x=y"), what);
        } catch (IOException closed) {
            status = 400; // the server hangs up on who sends too much
        }
        looked(what + " -> " + status + " " + body, status, type, body);
        if (status >= 400) {
            refused++;
            changedNothing(what + " -> " + status + " " + body, before, rows);
        } else {
            taken++;
        }
    }

    private void looked(String told, int status, String type, String body) {
        assertTrue(status < 500 || status == 503, told);
        assertFalse(body.contains(here), told);
        assertFalse(TRACE.matcher(body).find(), told);
        if (type.startsWith("text/html")) {
            assertFalse(body.contains("<script>alert(1)"), told);
        } else {
            assertFalse(INSIDES.matcher(body).find(), told);
        }
    }

    private void changedNothing(String told, List<Object> before, int rows) {
        assertTrue(before.equals(kept()), () -> "half done: " + told);
        for (AuditLog.Row row : console.memory.audit.subList(rows, console.memory.audit.size())) {
            assertTrue(row.action().word().endsWith("-denied"), () -> row + " of " + told);
        }
    }

    @Test
    void everyResourceBearsEverythingFromEveryRole() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (Resource<?, ?> resource : Resources.ALL.all()) {
                for (Role role : Role.values()) {
                    ask(resource, role);
                }
            }
        }
        assertTrue(refused > taken, taken + " taken, " + refused + " refused");
    }

    private void ask(Resource<?, ?> resource, Role role) throws Exception {
        if (resource.path().text().startsWith("/api/v1/me/")
                || resource.path().text().startsWith("/api/v1/entry/")) {
            return; // who guesses passwords is closed out, and that is told elsewhere
        }
        String path = resource.path().fill(_ -> random.nextBoolean() ? RUN : spoilt());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        StringBuilder query = new StringBuilder();
        for (RecordComponent part : resource.asks().getRecordComponents()) {
            if (!resource.path().variables().contains(part.getName()) && random.nextInt(6) > 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(part.getName())
                        .append('=')
                        .append(encoded(spoilt()));
                switch (random.nextInt(5)) {
                    case 0 -> body.put(part.getName(), random.nextInt());
                    case 1 -> body.putArray(part.getName()).add(spoilt());
                    case 2 -> body.putNull(part.getName());
                    default -> body.put(part.getName(), spoilt());
                }
            }
        }
        HttpRequest.Builder request =
                to(resource.verb() == Verb.GET ? path + query : path).header("Authorization", authorization(role));
        if (resource.verb() == Verb.POST) {
            String text = random.nextInt(5) == 0 ? spoilt() : body.toString();
            request.header("Content-Type", random.nextInt(4) == 0 ? "text/xml" : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(random.nextInt(50) == 0 ? text.repeat(3_000) : text));
            if (random.nextInt(3) == 0) { // one key for many requests, and one that is none
                request.header("Idempotency-Key", random.nextBoolean() ? "\"k" + random.nextInt(5) + "\"" : "k\"");
            }
        }
        mustBeHarmless(resource + " by " + role + " " + body, request.build());
    }

    /** Most often the token; else one that is cut, altered, or another scheme's. */
    private String authorization(Role role) {
        String token = tokens.get(role);
        return switch (random.nextInt(12)) {
            case 0 -> "Bearer " + token.substring(0, random.nextInt(token.length()));
            case 1 -> "Bearer " + token.substring(1) + token.charAt(0);
            case 2 -> "Basic " + token;
            default -> "Bearer " + token;
        };
    }

    @Test
    void everyFormAndPageBearsEverythingFromEveryRole() throws Exception {
        for (Role role : Role.values()) {
            try (FormBrowser browser = new FormBrowser(console.port())) {
                browser.signIn(role.word(), GOOD);
                browser.get("/console/account");
                String cookies = String.join(
                        "; ",
                        browser.cookies().getCookieStore().getCookies().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .toList());
                for (int round = 0; round < ROUNDS; round++) {
                    for (PageForm form : Forms.ALL) {
                        post(form, browser.token(), cookies);
                    }
                    for (Page page : Pages.ALL.all()) {
                        mustBeHarmless(
                                page.path().text() + " by " + role,
                                to(filled(page.path()) + "?before=" + encoded(spoilt()) + "&from=" + encoded(spoilt()))
                                        .header("Cookie", cookies)
                                        .build());
                    }
                }
            }
        }
        assertTrue(refused > 100, taken + " taken, " + refused + " refused");
    }

    private String filled(PagePath path) {
        return new PathTemplate(path.href()).fill(_ -> random.nextBoolean() ? RUN : spoilt());
    }

    private void post(PageForm form, String token, String cookies) throws Exception {
        String path = filled(form.path());
        if (path.contains("password") || path.contains("sign-out") || path.contains("/account")) {
            return; // ends the session that is to ask further
        }
        int how = random.nextInt(10);
        StringBuilder fields = new StringBuilder("_csrf=" + (how == 0 ? encoded(spoilt()) : token));
        for (String name :
                List.of("reason", "text", "answer", "name", "role", "kind", "shown", "to", "date", "version")) {
            fields.append('&').append(name).append('=').append(encoded(spoilt()));
        }
        HttpRequest.Builder request = to(path).header("Cookie", cookies)
                .header(
                        "Content-Type",
                        random.nextInt(6) == 0 ? "multipart/form-data" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.toString()));
        if (how == 1) {
            request.header("Sec-Fetch-Site", random.nextBoolean() ? "cross-site" : "same-site");
        } else if (how == 2) {
            request.header("Origin", random.nextBoolean() ? "http://evil.example" : "http://127.0.0.1:1");
        }
        int before = taken;
        mustBeHarmless(path + " " + fields, request.build());
        assertTrue(how > 2 || taken == before, () -> "another site's form was taken: " + path);
    }

    /** What no client of Java would send: other hosts, methods and paths, two of a header, bytes that are none of it. */
    @Test
    void noRawRequestIsOurFaultOrChangesAnything() throws Exception {
        List<Object> before = kept();
        int rows = console.memory.audit.size();
        for (int i = 0; i < RAW; i++) {
            String request = raw();
            String said = said(request);
            String told = request + "\n-> " + said;
            if (said.isEmpty()) {
                continue; // hung up
            }
            assertTrue(said.startsWith("HTTP/1.") && said.length() > 12, told);
            int status = Integer.parseInt(said.substring(9, 12));
            assertTrue(status < 500 || status == 503 || status == 505, told); // 505 is HTTP's own no to another version
            looked(told, status == 505 ? 400 : status, "text/html", said);
            assertFalse(said.toLowerCase(Locale.ROOT).contains("\nset-cookie: x=y"), told);
        }
        changedNothing("raw requests", before, rows);
        assertEquals(
                200,
                client.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + console.port() + "/health/live"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    private static final List<String> METHODS = List.of(
            "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "get", "G\0T");
    private static final List<String> PATHS = List.of(
            "/api/v1/runs",
            "/api/v1/tasks/" + RUN + "/propose-trades/answer",
            "/console/tasks/" + RUN + "/propose-trades/answer",
            "/console/%2e%2e/api/v1/runs",
            "/console/../../etc/passwd",
            "/console/..;/api/v1/users",
            "/console/assets/%2e%2e/%2e%2e/pages/task.html",
            "/console/assets/..%2f..%2fconsole.css",
            "//evil.example/console/",
            "/api/v1//runs",
            "/api/v1/runs/%00",
            "/api/v1/runs/%0a12:00:00.000%20ERROR%20forged",
            "/api/v1/runs/%zz",
            "/api/v1/runs/\t",
            "*",
            "http://evil.example/api/v1/runs",
            "/?" + "a=b&".repeat(2_000));

    private String raw() {
        String method = METHODS.get(random.nextInt(METHODS.size()));
        String path = PATHS.get(random.nextInt(PATHS.size()));
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(' ')
                .append(random.nextInt(20) == 0 ? "HTTP/9.9" : "HTTP/1.1")
                .append("\r\n");
        switch (random.nextInt(8)) {
            case 0 -> request.append("Host: evil.example\r\n");
            case 1 -> request.append("Host: 127.0.0.1.evil.example:" + console.port() + "\r\n");
            case 2 -> request.append("Host: 127.0.0.1:" + console.port() + "\r\nHost: evil.example\r\n");
            default -> request.append("Host: 127.0.0.1:" + console.port() + "\r\n");
        }
        switch (random.nextInt(10)) {
            case 0 -> request.append("Authorization: Bearer \u001b[2J\r\n");
            case 1 ->
                request.append("Authorization: Bearer ")
                        .append(tokens.get(Role.VIEWER))
                        .append("\r\n");
            case 2 -> request.append("Cookie: ").append("a=b; ".repeat(3_000)).append("\r\n");
            case 3 -> request.append("X-Request-Id: a\u000112:00:00 ERROR forged\r\n");
            case 4 -> request.append("Vesper-Person: %0d%0aSet-Cookie:x=y\r\nVesper-As: owner\r\n");
            case 5 ->
                request.append("traceparent: 00-").append("f".repeat(5_000)).append("\r\n");
            case 6 -> request.append("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n");
            default -> request.append("Accept: */*\r\n");
        }
        String body = random.nextBoolean() ? "{}" : spoilt();
        request.append("Content-Length: ")
                .append(random.nextInt(8) == 0 ? "99999999999" : Integer.toString(body.length()))
                .append("\r\nConnection: close\r\n\r\n")
                .append(body);
        return request.toString();
    }

    private String said(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException hungUp) {
            return "";
        }
    }

    /** A session that somebody else chose is not the one that is let in, and one that was left lets nobody in again. */
    @Test
    void aSessionIsNeitherGivenNorKept() throws Exception {
        try (FormBrowser browser = new FormBrowser(console.port())) {
            browser.get("/console/sign-in");
            String planted = session(browser);
            String form = browser.token();
            browser.send(browser.form("/console/sign-in", "_csrf", form, "name", "trader", "password", GOOD));
            String own = session(browser);
            assertFalse(own.equals(planted), "a new session for who signs in");
            assertEquals(401, page(planted));
            assertEquals(200, page(own));
            browser.get("/console/account");
            browser.post("/console/sign-out");
            assertEquals(401, page(own), "a session that was left");
            for (int i = 0; i < 50; i++) {
                String name = own.substring(0, own.indexOf('=') + 1);
                assertEquals(401, page(name + encoded(spoilt())));
            }
        }
    }

    private static String session(FormBrowser browser) {
        return String.join(
                "; ",
                browser.cookies().getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .toList());
    }

    private int page(String cookies) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + console.port() + "/console/tasks"))
                .header("Cookie", cookies)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** What was sent once under a key is done once, whoever sends it again; a token that was ended asks nothing. */
    @Test
    void whatIsReplayedIsDoneOnce() throws Exception {
        String path = "/api/v1/inbox/" + RUN + "/propose-trades/claim";
        HttpResponse<String> first = keyed(path, "{}", Role.TRADER);
        assertEquals(200, first.statusCode(), first.body());
        List<Object> after = kept();
        int rows = console.memory.audit.size();
        for (int i = 0; i < 20; i++) {
            assertEquals(first.body(), keyed(path, "{}", Role.TRADER).body());
        }
        HttpResponse<String> other = keyed(path, "{\"version\":7}", Role.TRADER);
        assertEquals(422, other.statusCode(), "another request under the key: " + other.body());
        assertEquals(after, kept());
        assertEquals(rows, console.memory.audit.size());

        String token = tokens.get(Role.TRADER);
        String id = Tokens.idOf(new Secret(token));
        users.personal.revoke("trader", id);
        assertEquals(401, keyed(path, "{}", Role.TRADER).statusCode(), "even under a key that was answered");
    }

    private HttpResponse<String> keyed(String path, String body, Role role) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
                        .header("Authorization", "Bearer " + tokens.get(role))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "\"once\"")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
