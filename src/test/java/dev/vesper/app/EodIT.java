package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Role;
import dev.vesper.testing.Folders;
import dev.vesper.testing.ListeningSockets;
import dev.vesper.testing.OtlpReceiver;
import dev.vesper.testing.OverHttp;
import dev.vesper.testing.RecordedDay;
import dev.vesper.testing.VesperProcess;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day as its users run it: the packaged program, in a process of its own, on real parts. */
class EodIT {
    private static final ObjectMapper WHOLE = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    static Path folder;

    private static Path firm;

    @BeforeAll
    static void makeAFirmOfOurOwn() throws Exception {
        firm = folder.resolve("firm");
        run("firm", "sample", firm.toString(), "--instruments", "6", "--years", "1", "--accounts", "1");
        Path yaml = firm.resolve("firm.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("sample: true", "sample: false"));
    }

    @Test
    void theSampleFirmIsARehearsalAndNeedsNobody() throws Exception {
        Path state = folder.resolve("sample");
        Path classes = folder.resolve("classes.txt");
        VesperProcess.Result day = VesperProcess.start(
                        state, Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes), "eod")
                .await();
        assertEquals(0, day.exitCode(), day.output());
        neitherTracesNorSpringAreLoaded(classes);
        assertTrue(day.output().contains("REHEARSAL"), day.output());
        assertFalse(day.output().contains(" WARN "), day.output());
        Path run = state.resolve("runs/2025-12-31-001");
        JsonNode json = new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));
        assertEquals("DONE", json.path("status").asText());
        assertTrue(json.path("rehearsal").asBoolean());
        assertEquals(5, json.path("stages").size());
        assertTrue(json.path("fills").asInt() > 100);
        for (String file : List.of(
                "report.html", "report.pdf", "orders.csv", "fills.csv", "lots.csv", "limits.csv", "costs.csv")) {
            assertTrue(Files.size(run.resolve(file)) > 0, file);
        }
        theTagNamesTheManifest(state, json);
        VesperProcess.Result audit =
                VesperProcess.start(state, "audit", "verify").await();
        assertEquals(0, audit.exitCode(), audit.output());
        aReportThatWasTouchedIsBroughtBack(state, run);
        VesperProcess.Result twice = VesperProcess.start(state, "eod").await();
        assertEquals(3, twice.exitCode(), twice.output());
        assertTrue(twice.output().contains("Run 2025-12-31-001 rehearsed 2025-12-31 already"), twice.output());
        VesperProcess.Result again;
        try (OtlpReceiver collector = new OtlpReceiver()) {
            Map<String, String> environment = environmentOf(Path.of("src/docs/traces.md"));
            environment.putAll(Map.of(
                    "VESPER_LOG", "DEBUG",
                    "VESPER_LOG_FORMAT", "json",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                    "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip",
                    "VESPER_TRACE_DEPTH", "messages",
                    "VESPER_TRACE_ORDERS", "2"));
            again = VesperProcess.start(state, environment, "eod", "--again").await();
            assertEquals(0, again.exitCode(), again.output());
            List<JsonNode> logged = everyLineOfTheLogIsAnObject(again.output());
            theDayIsOneTrace(collector, state.resolve("runs/2025-12-31-002"));
            whatIsLoggedOfTheRunNamesItsTrace(logged, collector);
            String trace = OtlpReceiver.trace(collector.spans("end of day").getFirst());
            VesperProcess.Result told = VesperProcess.start(state, environment, "runs", "trace", "2025-12-31-002")
                    .await();
            assertTrue(told.output().contains("http://127.0.0.1:16686/trace/" + trace), told.output());
        }
        assertEquals(
                Files.readString(run.resolve("fills.csv")).replace("2025-12-31-001", "RUN"),
                Files.readString(state.resolve("runs/2025-12-31-002/fills.csv")).replace("2025-12-31-002", "RUN"),
                "same firm, date and seed: same fills");
    }

    /** A line is the log's, or is said to people; what is logged while a run is worked names it. */
    private static List<JsonNode> everyLineOfTheLogIsAnObject(String output) throws IOException {
        List<JsonNode> logged = new ArrayList<>();
        for (String line : output.lines().toList()) {
            assertFalse(line.matches("[0-9:.]+ (DEBUG|INFO|WARN|ERROR) .*"), line);
            if (line.startsWith("{")) {
                logged.add(WHOLE.readTree(line));
            }
        }
        for (JsonNode line : logged) {
            for (String field : List.of("time", "level", "logger", "thread", "message")) {
                assertTrue(line.path(field).isTextual(), () -> field + " in " + line);
            }
            Instant.parse(line.path("time").asText());
        }
        for (String stage : List.of("check-data", "rebalance", "execute-orders", "report")) {
            assertTrue(
                    logged.stream()
                            .filter(line -> line.path("run").asText().equals("2025-12-31-002"))
                            .anyMatch(line -> line.path("message").asText().equals(stage + " is worked")),
                    () -> stage + " in " + output);
        }
        assertTrue(
                logged.stream()
                        .filter(line -> line.path("logger").asText().equals("dev.vesper.fix.messages"))
                        .anyMatch(line -> line.path("message").asText().contains("\u000135=D\u0001")),
                () -> "an order in " + output);
        return logged;
    }

    /** What a page exports in its examples. */
    private static Map<String, String> environmentOf(Path page) throws IOException {
        Map<String, String> environment = new HashMap<>();
        Pattern.compile("(?m)^export ([A-Z_]+)='?([^' \n]+)'?")
                .matcher(Files.readString(page))
                .results()
                .forEach(export -> environment.put(export.group(1), export.group(2)));
        assertTrue(environment.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT"), environment::toString);
        return environment;
    }

    /** No endpoint is told the day, and nobody signs in; the engine brings a little of Spring's of its own. */
    private static void neitherTracesNorSpringAreLoaded(Path classes) throws IOException {
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("dev.vesper.desk.trace.RunTracer "), "classes are listed");
        for (String part : List.of(
                "dev.vesper.adapters.telemetry.",
                "io.opentelemetry.",
                "org.springframework.security.",
                "org.springframework.web.",
                "org.springframework.context.")) {
            assertFalse(loaded.contains(" " + part), part);
        }
    }

    /** The run over its stages, a session over its slices, a few orders over their messages: each within what it is part of. */
    private static void theDayIsOneTrace(OtlpReceiver collector, Path run) throws IOException {
        Span day = collector.spans("end of day").getFirst();
        assertEquals("done", OtlpReceiver.attributes(day).get("vesper.run.status"));
        assertEquals("vesper", collector.resource().get("service.name"));
        Map<String, Span> byId = collector.spans().stream().collect(Collectors.toMap(OtlpReceiver::id, span -> span));
        assertEquals(collector.spans().size(), byId.size(), "no span is told twice");
        String page = Files.readString(Path.of("src/docs/traces.md"));
        for (Span span : collector.spans()) {
            assertTrue(page.contains("`" + span.getName() + "`"), () -> span.getName() + " in traces.md");
            assertEquals(OtlpReceiver.trace(day), OtlpReceiver.trace(span));
            assertEquals("2025-12-31-002", OtlpReceiver.attributes(span).get("vesper.run.id"));
            Span parent = byId.get(OtlpReceiver.parent(span));
            assertTrue(span.equals(day) || parent != null, () -> "a parent of " + span);
            assertTrue(
                    span.equals(day)
                            || (parent.getStartTimeUnixNano() <= span.getStartTimeUnixNano()
                                    && span.getEndTimeUnixNano() <= parent.getEndTimeUnixNano()),
                    () -> span + " within " + parent);
        }
        for (String stage : List.of("check-data", "rebalance", "approve-trades", "execute-orders", "report")) {
            assertEquals(1, collector.spans(stage).size(), stage);
        }
        JsonNode json = new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));
        assertEquals(
                json.path("fills").asInt(),
                collector.spans("slice").stream()
                        .mapToInt(slice ->
                                Integer.parseInt(OtlpReceiver.attributes(slice).get("vesper.fills")))
                        .sum(),
                "every fill is counted by its slice");
        int slices = collector.spans("slice").size();
        int orders = collector.spans("order").size();
        assertTrue(orders > 0 && orders <= 2 * slices, orders + " orders of " + slices + " slices");
        Span order = collector.spans("order").getFirst();
        List<String> said = collector.spans().stream()
                .filter(span -> OtlpReceiver.parent(span).equals(OtlpReceiver.id(order)))
                .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
                .map(Span::getName)
                .toList();
        assertEquals("send order", said.getFirst(), said::toString);
        // The last word is a venue's: a report, or that there was nothing left to cancel when the cancel came.
        assertTrue(said.contains("process report"), said::toString);
        assertTrue(said.getLast().startsWith("process "), said::toString);
    }

    /** On whichever thread: our own, those of the FIX sessions, those of the routes. */
    private static void whatIsLoggedOfTheRunNamesItsTrace(List<JsonNode> logged, OtlpReceiver collector) {
        String trace = OtlpReceiver.trace(collector.spans("end of day").getFirst());
        String session = OtlpReceiver.id(collector.spans("execute-orders").getFirst());
        List<JsonNode> fix = logged.stream()
                .filter(line -> line.path("logger").asText().startsWith("dev.vesper.fix."))
                .toList();
        for (JsonNode line : fix) {
            assertEquals("2025-12-31-002", line.path("run").asText(), line::toString);
            assertEquals(session, line.path("span_id").asText(), line::toString);
        }
        assertTrue(
                fix.stream()
                                .map(line -> line.path("thread").asText())
                                .distinct()
                                .count()
                        > 3,
                "on threads of the sessions");
        for (JsonNode line : logged) {
            assertEquals(line.has("run"), line.has("trace_id"), line::toString);
            assertTrue(!line.has("run") || line.path("trace_id").asText().equals(trace), line::toString);
        }
    }

    /** One file is gone, one was edited: whoever asks for the report is told, and has it as it was written. */
    private static void aReportThatWasTouchedIsBroughtBack(Path state, Path run) throws Exception {
        String fills = Files.readString(run.resolve("fills.csv"));
        String orders = Files.readString(run.resolve("orders.csv"));
        Files.delete(run.resolve("fills.csv"));
        Files.writeString(run.resolve("orders.csv"), orders.replaceFirst("BUY", "SELL"));
        VesperProcess.Result shown =
                VesperProcess.start(state, "runs", "show", "2025-12-31-001").await();
        assertEquals(0, shown.exitCode(), shown.output());
        assertTrue(shown.output().contains("fills.csv (missing), orders.csv (changed;"), shown.output());
        assertEquals(fills, Files.readString(run.resolve("fills.csv")));
        assertEquals(orders, Files.readString(run.resolve("orders.csv")));
        assertNotEquals(orders, Files.readString(run.resolve("orders.csv.changed")));
    }

    /** What WriteReport says of the snapshot is what the lake's tag reads: the manifest is one of the run's objects. */
    private static void theTagNamesTheManifest(Path state, JsonNode run) throws IOException {
        Path file;
        try (Stream<Path> all = Files.walk(state.resolve("lake"))) {
            file = all.filter(f -> f.endsWith("tags/2025-12-31-001.json"))
                    .findFirst()
                    .orElseThrow();
        }
        JsonNode tag = new ObjectMapper().readTree(Files.readString(file));
        assertEquals(run.path("versions"), tag.path("versions"));
        String snapshot = run.path("versions").path("data.snapshot").asText();
        assertTrue(
                tag.path("objects")
                        .findValuesAsText("key")
                        .contains("facts/prices/snapshot=" + snapshot + "/manifest.json"),
                tag.toString());
    }

    @Test
    void twoPeopleApproveAndTheSamePersonCannot() throws Exception {
        Path state = folder.resolve("approved");
        VesperProcess.Result waiting = eod(state);
        assertEquals(3, waiting.exitCode(), waiting.output());
        assertTrue(waiting.output().contains("--resume"), waiting.output());
        assertTrue(waiting.output().contains("The first user is admin"), waiting.output());
        assertTrue(waiting.output().contains("./vesper login NAME"), waiting.output());
        String propose = "2025-12-31-001/propose-trades";
        String approve = "2025-12-31-001/approve-trades";
        Map<String, String> tokens = LetIn.people(state, Map.of("Alice", Role.TRADER, "Bob", Role.APPROVER));
        VesperProcess.Result named = house(state, "tasks", "approve", propose, "--as", "Alice");
        assertEquals(3, named.exitCode(), named.output());
        assertTrue(named.output().contains("\"Alice\" is a name alone"), named.output());
        assertEquals(0, signed(state, tokens.get("Alice"), "approve", propose).exitCode());
        VesperProcess.Result again = house(state, "eod", "--resume");
        assertEquals(3, again.exitCode());
        assertFalse(again.output().contains("The first user"), again.output());
        VesperProcess.Result same = signed(state, tokens.get("Alice"), "approve", approve);
        assertEquals(3, same.exitCode(), same.output());
        assertTrue(same.output().contains("Expected another person"), same.output());
        assertEquals(0, signed(state, tokens.get("Bob"), "approve", approve).exitCode());
        VesperProcess.Result done = house(state, "eod", "--resume");
        assertEquals(0, done.exitCode(), done.output());
        assertFalse(done.output().contains("REHEARSAL"), done.output());
        VesperProcess.Result audit = house(state, "audit", "list", "--format", "csv");
        assertTrue(audit.output().contains("decision-denied"), audit.output());
    }

    @Test
    void aRejectedDayEndsWithoutOrdersAndStillReports() throws Exception {
        Path state = folder.resolve("rejected");
        assertEquals(3, eod(state).exitCode());
        Map<String, String> tokens = LetIn.people(state, Map.of("alice", Role.TRADER, "bob", Role.APPROVER));
        signed(state, tokens.get("alice"), "approve", "2025-12-31-001/propose-trades");
        house(state, "eod", "--resume");
        signed(state, tokens.get("bob"), "reject", "2025-12-31-001/approve-trades", "--reason", "too much turnover");
        VesperProcess.Result refused = house(state, "eod", "--resume");
        assertEquals(3, refused.exitCode(), refused.output());
        JsonNode json = new ObjectMapper().readTree(Files.readString(state.resolve("runs/2025-12-31-001/run.json")));
        assertEquals("REFUSED", json.path("status").asText());
        assertEquals(0, json.path("children").asInt());
    }

    @Test
    void badDataStopsTheDayUntilSomebodyReleasesIt() throws Exception {
        Path broken = Folders.copy(firm, folder.resolve("blocked"));
        Path prices = broken.resolve("prices.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(prices));
        for (int i = 100; i < 160; i++) {
            lines.set(i, lines.get(i).replaceFirst("^([^,]*,[^,]*,).*", "$1-5,-5,-5,-5,10"));
        }
        Files.write(prices, lines);
        Path state = folder.resolve("blocked-state");
        VesperProcess.Result stopped = house(state, "eod", "--firm", broken.toString(), "--rehearse");
        assertEquals(3, stopped.exitCode(), stopped.output());
        assertTrue(stopped.output().contains("release-data"), stopped.output());
        house(state, "tasks", "approve", "2025-12-31-001/release-data", "--as", "dana");
        VesperProcess.Result done = house(state, "eod", "--resume");
        assertEquals(0, done.exitCode(), done.output());
        JsonNode json = new ObjectMapper().readTree(Files.readString(state.resolve("runs/2025-12-31-001/run.json")));
        assertEquals(60, json.path("data").path("quarantinedRows").asInt());
    }

    @Test
    void aSecondHouseIsToldWhoHoldsTheFolder() throws Exception {
        Path state = folder.resolve("held");
        VesperProcess first = VesperProcess.start(state, "up", "--firm", firm.toString());
        first.awaitLine(line -> line.contains("Vesper is up"));
        VesperProcess.Result second = VesperProcess.start(state, "eod").await();
        assertEquals(4, second.exitCode(), second.output());
        assertTrue(second.output().contains("process " + first.pid()), second.output());
        assertFalse(second.output().contains("sample firm"), "none was made");
        List<ListeningSockets.Socket> sockets = ListeningSockets.of(first.pid());
        assertTrue(sockets.size() >= 2, () -> "object store and console listen: " + sockets);
        assertTrue(sockets.stream().allMatch(ListeningSockets.Socket::loopback), sockets::toString);
        VesperProcess.Result runs = house(state, "runs", "list", "--format", "json");
        assertEquals(0, runs.exitCode(), runs.output());
        VesperProcess.Result audit = house(state, "audit", "verify");
        assertEquals(0, audit.exitCode(), audit.output());
        first.stop();
        VesperProcess.Result ended = first.await();
        assertFalse(ended.output().contains("our fault"), ended.output());
    }

    /** The firm knows the next session's prices already: they make the fills, and nothing of them is seen before. */
    @Test
    void anotherFutureGivesTheSameProposalAndApprovalAndOtherFills() throws Exception {
        Path other = Folders.copy(firm, folder.resolve("other-future"));
        Path prices = other.resolve("prices.csv");
        Files.write(
                prices,
                Files.readAllLines(prices).stream()
                        .map(line -> line.startsWith("2025-12-31,") ? dearer(line) : line)
                        .toList());
        Path one = folder.resolve("one-state");
        Path two = folder.resolve("two-state");
        for (List<Path> day : List.of(List.of(firm, one), List.of(other, two))) {
            VesperProcess.Result run = house(
                    day.getLast(), "eod", "--firm", day.getFirst().toString(), "--date", "2025-12-30", "--rehearse");
            assertEquals(0, run.exitCode(), run.output());
        }
        assertEquals(RecordedDay.read(one).get("orders"), RecordedDay.read(two).get("orders"));
        JsonNode decided = RecordedDay.proposal(one);
        JsonNode again = RecordedDay.proposal(two);
        assertEquals(decided.path("needed"), again.path("needed"), "who must approve");
        for (String part : List.of("plans", "orders", "verdicts", "rules", "approvals")) {
            assertTrue(decided.path("proposal").path(part).path("rows").asInt() > 0, part);
            assertEquals(
                    decided.path("proposal").path(part), again.path("proposal").path(part), part);
        }
        assertEquals(asked(one), asked(two), "what maker and checker read");
        for (String file : List.of("limits.csv", "allocation.csv")) {
            assertFalse(Files.readString(run(one, file)).isEmpty());
        }
        assertEquals(Files.readString(run(one, "limits.csv")), Files.readString(run(two, "limits.csv")));
        assertFalse(
                RecordedDay.read(one).get("fills").equals(RecordedDay.read(two).get("fills")),
                "the session trades at the prices of its own future");
    }

    @Test
    void whatIsEditedUnderADayThatWaitsIsSaidAndWorksTheNext() throws Exception {
        Path scheduled = Folders.copy(firm, folder.resolve("scheduled"));
        Path yaml = scheduled.resolve("firm.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replaceFirst("(?m)^schedule:.*$", "schedule: \"*/5 * * * * *\""));
        Path state = folder.resolve("scheduled-state");
        Path root = folder.resolve("root");
        for (String part : List.of("processes", "rules", "routes", "planner", "migrations", "products")) {
            Folders.copy(Path.of(part), root.resolve(part));
        }
        VesperProcess up = VesperProcess.start(
                state,
                Map.of("VESPER_HTTP_PORT", "0", "VESPER_ROOT", root.toString()),
                "up",
                "--firm",
                scheduled.toString());
        String ready = up.awaitLine(line -> line.contains("Vesper is up: "));
        up.awaitLine(line -> line.contains("opened by the schedule"));
        up.awaitLine(line -> line.contains("✓ rebalance"));
        whatChangesIsSaid(up, root, ready.replaceFirst(".*(http://\\S+/health).*", "$1"));
        OverHttp http = OverHttp.of(state); // the first up made an administrator: from then on people sign in
        decideWhenAsked(state, "2025-12-31-001/propose-trades", http.letIn("alice", "trader"));
        decideWhenAsked(state, "2025-12-31-001/approve-trades", http.letIn("bob", "approver"));
        up.awaitLine(line -> line.contains("✓ report"));
        for (String verb : List.of("show", "lots", "ledger", "verify")) {
            VesperProcess.Result books = house(state, "books", verb, "--firm", scheduled.toString());
            assertEquals(0, books.exitCode(), books.output());
        }
        up.stop();
        up.await();
        JsonNode json = new ObjectMapper().readTree(Files.readString(state.resolve("runs/2025-12-31-001/run.json")));
        assertEquals(
                Sha256.shortOf(Files.readAllBytes(Path.of("processes/report.bpmn"))),
                json.path("versions").path("processes.report").asText(),
                "the day ended by the files it began with");
        String audit = house(state, "audit", "list", "--format", "csv").output();
        for (String said : List.of("the processes changed", "the routes on disk", "the processes on disk")) {
            assertTrue(audit.contains(said), audit);
        }
    }

    /** While the day waits for people, somebody edits what it goes by. */
    private static void whatChangesIsSaid(VesperProcess up, Path root, String health) throws Exception {
        Path report = root.resolve("processes/report.bpmn");
        String before = Files.readString(report);
        Files.writeString(report, before.replace("name=\"Report\"", "name=\"Reporting\""));
        up.awaitLine(line -> line.contains("! the processes changed and work the next run: report.bpmn is now "));
        Path orders = root.resolve("routes/venue-orders.camel.yaml");
        Files.writeString(orders, "- route: [");
        up.awaitLine(line -> line.contains("! the routes on disk cannot be used: venue-orders.camel.yaml:1:"));
        Files.writeString(report, before.replace("type=\"report\"", "type=\"rapport\""));
        up.awaitLine(line -> line.contains("! the processes on disk cannot be used: processes/report.bpmn:"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> degraded = client.send(
                    HttpRequest.newBuilder(URI.create(health)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(503, degraded.statusCode(), degraded.body());
            for (String part : List.of("processes", "routes")) {
                assertTrue(
                        degraded.body().contains("\"" + part + "\":\"the " + part + " on disk cannot be used"),
                        degraded.body());
            }
        }
    }

    private static void decideWhenAsked(Path state, String task, String token) throws Exception {
        for (int attempt = 0; ; attempt++) {
            VesperProcess.Result said = VesperProcess.start(
                            state, Map.of("VESPER_TOKEN", token), "tasks", "approve", task)
                    .await();
            if (said.exitCode() == 0) {
                return;
            }
            assertTrue(attempt < 10, said.output()); // the question may come a moment after the stage before it
        }
    }

    private static Path run(Path state, String file) {
        return state.resolve("runs/2025-12-30-001").resolve(file);
    }

    /** The questions without the sum of the inputs, which cover the prices of every day. */
    private static List<String> asked(Path state) throws Exception {
        List<String> texts = new ArrayList<>();
        for (String task : List.of("propose-trades", "approve-trades")) {
            VesperProcess.Result shown = house(state, "tasks", "show", "2025-12-30-001/" + task);
            assertEquals(0, shown.exitCode(), shown.output());
            assertTrue(shown.output().contains("worked on 2025-12-31 09:30"), shown.output());
            texts.add(shown.output()
                    .replaceAll("Proposal [0-9a-f]+", "Proposal")
                    .replaceAll("Shown: [0-9a-f]+", "Shown")
                    .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "then")
                    .replaceAll("Ready in .*", ""));
        }
        return texts;
    }

    /** Each price of a row a twentieth more; date, symbol and volume stay. */
    private static String dearer(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 2; i < 6; i++) {
            cells[i] = new BigDecimal(cells[i])
                    .multiply(new BigDecimal("1.05"))
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        return String.join(",", cells);
    }

    @Test
    void aMistakeIsNamedWithItsPlaceAndLeavesNothingBehind() throws Exception {
        Path wrong = Folders.copy(firm, folder.resolve("wrong"));
        Files.writeString(
                wrong.resolve("positions.csv"),
                "account,symbol,quantity,cost,acquired\nACC01,AAAA,ten,5,2025-01-02\n",
                StandardCharsets.UTF_8);
        Path state = folder.resolve("wrong-state");
        VesperProcess.Result result = house(state, "eod", "--firm", wrong.toString());
        assertEquals(2, result.exitCode(), result.output());
        assertTrue(result.output().contains("positions.csv:2:"), result.output());
        assertFalse(Files.exists(state.resolve("runs")), "no run was opened");
    }

    /** An answer of whoever holds a token. */
    private static VesperProcess.Result signed(Path state, String token, String... answer) throws Exception {
        List<String> command = new ArrayList<>(List.of(answer));
        command.addFirst("tasks");
        return VesperProcess.start(state, Map.of("VESPER_TOKEN", token), command.toArray(String[]::new))
                .await();
    }

    private static VesperProcess.Result eod(Path state) throws Exception {
        return house(state, "eod", "--firm", firm.toString());
    }

    private static VesperProcess.Result house(Path state, String... arguments) throws Exception {
        return VesperProcess.start(state, arguments).await();
    }

    private static void run(String... arguments) throws Exception {
        VesperProcess.Result result =
                VesperProcess.start(folder.resolve("unused"), arguments).await();
        assertEquals(0, result.exitCode(), result.output());
    }
}
