package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.breaker.VenueAnswer;
import dev.vesper.execution.killswitch.KillKind;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** All parts open, and no day has run. */
class OperationsWiringIT {
    @TempDir
    static Path folder;

    @Test
    void answersBeforeTheFirstDay() throws Exception {
        Settings settings = Settings.from(
                Map.of(
                        "VESPER_VAR",
                        folder.toString(),
                        "VESPER_SMTP_PASSWORD",
                        "5eed-of-mail",
                        "VESPER_WEBHOOK_SECRET",
                        "5eed/of+webhook",
                        "VESPER_TOKEN",
                        "5eed-of-a-job",
                        "VESPER_OIDC_ISSUER",
                        "https://id.example.com",
                        "VESPER_OIDC_CLIENT_ID",
                        "vesper",
                        "VESPER_OIDC_CLIENT_SECRET",
                        "5eed-of-oidc"),
                Path.of(""));
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), new Console(silent, false, null))) {
            wiring.openAll(true);
            wiring.notify.sender(Optional::empty); // as under up
            ApiServer server = wiring.operations.serve(Listening.loopback(0));
            HttpResponse<String> health = get(server, "/health");
            assertEquals(200, health.statusCode());
            assertTrue(health.body().contains("\"processes\":\"up\""), health.body());
            assertTrue(health.body().contains("\"store\":\"up\""), health.body());
            String metrics = get(server, "/metrics").body();
            for (String part : List.of("processes", "store", "lake", "rules", "intake")) {
                double seconds = gauge(metrics, "vesper_start_seconds{part=\"" + part + "\"} ");
                assertTrue(seconds > 0 && seconds < 300, part + " " + seconds);
            }
            for (String figure : List.of(
                    "vesper_tasks_open{kind=\"approve-trades\"} 0.0",
                    "vesper_tasks_overdue 0.0",
                    "vesper_kill_switches_on 0.0",
                    "vesper_venue_breakers_open 0.0",
                    "vesper_orders_total{outcome=\"denied\"} 0.0",
                    "vesper_fills_total 0.0",
                    "vesper_sign_ins_denied_total 0.0",
                    "vesper_http_requests_total{status=\"5xx\"} 0.0",
                    "vesper_tasks_oldest_age_seconds 0.0",
                    "vesper_runs{status=\"done\"} 0.0",
                    "vesper_runs{status=\"failed\"} 0.0",
                    "vesper_last_success_timestamp_seconds 0.0",
                    "vesper_incidents_total 0.0",
                    "vesper_health{part=\"disk\"} 1.0",
                    "vesper_process_jobs_seconds_count{job=\"report\",outcome=\"done\"} 0")) {
                assertTrue(metrics.contains("\n" + figure + "\n"), figure + " in\n" + metrics);
            }
            assertTrue(gauge(metrics, "vesper_disk_free_bytes ") > 0, metrics);
            assertTrue(gauge(metrics, "vesper_store_transactions_total{kind=\"read\"} ") > 0, metrics);
            assertEquals(0, gauge(metrics, "vesper_audit_waiting "), metrics);
            assertEquals(List.of(), PrometheusLint.of(metrics), "by the conventions of Prometheus");
            MetricNames names = new MetricNames(metrics);
            assertEquals(List.of(), names.wrong());
            assertEquals(
                    List.of(),
                    names.missing(Files.readString(Path.of("src/docs/grafana/vesper.json"))),
                    "the dashboard");
            assertEquals(200, get(server, "/health/ready").statusCode());
            try (HttpTransport http = new HttpTransport(server.endpoint(), new Person("carol"), "this test")) {
                Operations far = OperationsClient.over(http);
                assertEquals(List.of(), far.runs().newest(5));
                assertEquals(List.of(), far.tasks().newest(5));
                assertEquals(
                        List.of(AuditAction.RULES_ADOPTED),
                        far.audit().rows().stream().map(row -> row.action()).toList(),
                        "the rules that judge");
                assertEquals(List.of(), far.audit().verify());
                Problem unknown = assertThrows(
                        Problem.class, () -> far.repair().close(new RunId("2018-04-11-001"), "wrong date"));
                assertEquals(Problem.Kind.INPUT, unknown.kind());
                assertEquals(List.of(), far.repair().incidents());
            }
            assertEquals(
                    List.of(),
                    wiring.operations.access().ask(new Reader(), o -> o.runs().newest(5)));
            everyCounterCountsWhatHappens(wiring, server);
            noSecretLeavesInASupportBundle(wiring, server);
            aStoreThatIsLockedOrDownIsNamedAtOnce(wiring, settings, server);
        }
    }

    /** Each is moved by its event, through the parts that it happens in; orders and fills by the day of CommandPartsIT. */
    private static void everyCounterCountsWhatHappens(Wiring wiring, ApiServer server) throws Exception {
        var kept = wiring.store.store.get();
        RunId run = kept.runs()
                .open(LocalDate.of(2018, 4, 10), "/firms/oak", 7, true, Instant.now())
                .id();
        String before = get(server, "/metrics").body();
        assertEquals(1, gauge(before, "vesper_runs{status=\"running\"} "));
        wiring.workers.monitor.get().standsStill(run, "nobody works its job");
        KillRecord killed;
        try (HttpTransport http = new HttpTransport(server.endpoint(), new Person("carol"), "this test")) {
            Operations carol = OperationsClient.over(http);
            assertThrows(Problem.class, () -> carol.entry().signIn("nobody", new Secret("nothing")));
            wiring.desk
                    .venueBreakers
                    .get()
                    .of(kept.runs().find(run).orElseThrow(), _ -> {})
                    .judge(new BreakerCommand.Judge(
                            3,
                            BreakerLimits.STANDARD,
                            Collections.nCopies(20, new VenueAnswer("LIT", 2, true, "halted"))));
            killed = carol.kills().press(KillKind.EVERYTHING, "", "the prices are wrong");
            assertEquals(404, get(server, "/api/v1/nothing/at/all").statusCode());
            String after = get(server, "/metrics").body();
            assertEquals(1, grown(before, after, "vesper_incidents_total "));
            assertEquals(1, grown(before, after, "vesper_runs{status=\"failed\"} "));
            assertEquals(1, grown(before, after, "vesper_sign_ins_denied_total "));
            assertEquals(1, grown(before, after, "vesper_kill_switches_on "));
            assertEquals(1, grown(before, after, "vesper_venue_breakers_open "));
            assertTrue(get(server, "/health").body().contains("rejected 20 orders in a row"));
            assertEquals(
                    2, grown(before, after, "vesper_http_requests_total{status=\"4xx\"} "), "the sign-in, the path");
            assertEquals(
                    1,
                    gauge(
                            after,
                            "vesper_http_request_duration_seconds_count{method=\"POST\",route=\"/api/v1/kill-switches\"} "));
            assertEquals(
                    1, gauge(after, "vesper_http_request_duration_seconds_count{method=\"GET\",route=\"other\"} "));
            assertEquals(
                    1,
                    grown(
                            before,
                            after,
                            "vesper_http_request_duration_seconds_bucket{method=\"GET\",route=\"/metrics\",le=\"+Inf\"} "));
            carol.kills().release(killed.id(), "they are right again");
            assertEquals(1, gauge(get(server, "/metrics").body(), "vesper_tasks_open{kind=\"release-kill\"} "));
            assertEquals(List.of(), PrometheusLint.of(after), "by the conventions of Prometheus");
            assertEquals(List.of(), new MetricNames(after).wrong());
        }
        try (HttpTransport http = new HttpTransport(server.endpoint(), new Person("bob"), "this test")) {
            OperationsClient.over(http).tasks().answer(killed.id() + "/release-kill-1", Answer.APPROVE, "yes", "");
        }
        kept.runs().status(run, RunStatus.ABANDONED);
        String released = get(server, "/metrics").body();
        assertEquals(0, gauge(released, "vesper_kill_switches_on "));
        assertEquals(0, gauge(released, "vesper_venue_breakers_open "));
        assertEquals(0, gauge(released, "vesper_tasks_open{kind=\"release-kill\"} "));
        assertEquals(1, gauge(released, "vesper_runs{status=\"abandoned\"} "));
    }

    private static double grown(String before, String after, String name) {
        return gauge(after, name) - gauge(before, name);
    }

    /** Secrets are sown wherever texts are collected from. */
    private static void noSecretLeavesInASupportBundle(Wiring wiring, ApiServer server) throws Exception {
        String sown =
                "smtp said 5eed-of-mail, job 5eed-of-a-job, provider 5eed-of-oidc, hook 5eed%2Fof%2Bwebhook, jdbc:h2://vesper:5eed@db/x, password=5eed1,"
                        + " vesper_0a1b2c3d_5eed0123456789abcdef0123456789abcdef, once 5eed-3hxn-vq2m-ty9c, "
                        + server.endpoint().token().reveal();
        LoggerFactory.getLogger(OperationsWiringIT.class).warn(sown);
        var kept = wiring.store.store.get();
        RunId run = kept.runs()
                .open(LocalDate.of(2018, 4, 11), "/firms/olga:5eed@oak", 7, true, Instant.now())
                .id();
        kept.runs()
                .stage(
                        run,
                        new StageRecord(
                                new ShownStage("report"),
                                StageState.FAILED,
                                Instant.now(),
                                null,
                                "",
                                "message " + sown));
        new Incidents(kept.runs(), kept.audit(), Instant::now).raise(run, "report: " + sown);
        ReportFile bundle;
        try (HttpTransport http = new HttpTransport(server.endpoint(), new Person("carol"), "this test")) {
            bundle = OperationsClient.over(http).repair().bundle();
        }
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        files.forEach((name, text) -> {
            assertFalse(text.contains("5eed"), () -> name + ": " + text);
            assertFalse(text.contains("3hxn"), () -> name + ": " + text);
            assertFalse(text.contains(server.endpoint().token().reveal()), name);
            assertFalse(text.contains("This could not be read"), () -> name + ": " + text);
        });
        assertEquals(
                Set.of(
                        "README.txt",
                        "about.txt",
                        "audit.txt",
                        "health.json",
                        "incidents.json",
                        "log.txt",
                        "metrics.txt",
                        "runs.txt",
                        "settings.txt",
                        "stages.txt"),
                files.keySet());
        assertTrue(String.valueOf(files.get("settings.txt")).contains("mail server's password ***"));
        assertTrue(String.valueOf(files.get("log.txt")).contains("smtp said ***"), files.get("log.txt"));
        assertTrue(String.valueOf(files.get("incidents.json")).contains("\"state\":\"stands-still\""));
        kept.runs().status(run, RunStatus.ABANDONED);
    }

    /** Whoever watches hears it within seconds, again and again, and that all is well as soon as it is. */
    private static void aStoreThatIsLockedOrDownIsNamedAtOnce(Wiring wiring, Settings settings, ApiServer server)
            throws Exception {
        var database = StoreWiring.database(settings);
        try (var other = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = other.createStatement()) {
            statement.execute("set exclusive 1"); // everybody else waits
            degraded(server);
            statement.execute("set exclusive 0");
        }
        for (int i = 0; i < 50 && get(server, "/health").statusCode() != 200; i++) {
            Thread.sleep(100); // who waited is let in
        }
        assertEquals(200, get(server, "/health").statusCode());
        wiring.store.store.get().close();
        degraded(server);
    }

    private static void degraded(ApiServer server) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> health = get(server, "/health");
        assertEquals(503, health.statusCode());
        assertTrue(health.body().contains("\"status\":\"down\""), health.body());
        assertTrue(health.body().contains("\"store\":\"Expected"), health.body());
        assertTrue(health.body().contains("\"disk\":\"up\""), health.body());
        assertEquals(503, get(server, "/health/ready").statusCode());
        assertEquals(200, get(server, "/health/live").statusCode());
        HttpResponse<String> metrics = get(server, "/metrics");
        assertEquals(200, metrics.statusCode());
        assertTrue(metrics.body().contains("\nvesper_health{part=\"store\"} 0.0\n"), metrics.body());
        assertTrue(metrics.body().contains("\nvesper_tasks_open{kind=\"other\"} NaN\n"), metrics.body());
        assertTrue(gauge(metrics.body(), "vesper_disk_free_bytes ") > 0, metrics.body());
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(seconds < 20, "four questions took " + seconds + " s");
    }

    private static double gauge(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected " + name + " in\n" + metrics));
    }

    private static HttpResponse<String> get(ApiServer server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + server.endpoint().port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
