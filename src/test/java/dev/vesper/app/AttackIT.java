package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.basics.Visible;
import dev.vesper.testing.Folders;
import dev.vesper.testing.ListeningSockets;
import dev.vesper.testing.OverHttp;
import dev.vesper.testing.VesperProcess;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everybody who might go around the approval of one day that waits under {@code up}, against the packaged program: another
 * program of the same machine, people who are not who they say, people in a hurry, whoever may write files, whoever may
 * write the database. The day never trades.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttackIT {
    private static final String RUN = "2025-12-31-001";

    /** An approval that asks nobody. */
    private static final String NO_APPROVAL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
              <bpmn:process id="approve-trades" isExecutable="true">
                <bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>
                <bpmn:endEvent id="e"><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    /** Clears the screen, sets a title, rings, forges a line, turns the writing around, hides, and tries the page too. */
    private static final String REASON =
            "fine\u001b[2J\u001b]0;mine\u0007\r\n99 Carol trades-approved\u202e\u200b\u3164\ufe0f<script>alert(1)</script>";

    @TempDir
    static Path folder;

    private static Path root;
    private static Path firm;
    private static Path state;
    private static VesperProcess up;
    private static OverHttp http;

    @BeforeAll
    static void aDayWaits() throws Exception {
        root = project("root");
        table("5", "checkers, checkers, checkers, checkers, risk");
        firm = folder.resolve("firm");
        VesperProcess.sampleFirm(firm);
        change(
                firm.resolve("firm.yaml"),
                Map.of(
                        "(?m)^sample:.*$", "sample: false",
                        "(?m)^schedule:.*$", "schedule: \"*/5 * * * * *\"",
                        "(?m)^calendar:", """
                                people:
                                  makers: [Anna]
                                  checkers: [Ben, Carol, Dora, Finn, Gus]
                                  risk: [Ben, Dora]
                                calendar:"""));
        change(
                firm.resolve("accounts.csv"),
                Map.of("(?m)^ACC01,[^,]*,", "ACC01,Fund\u202e\u200b\u3164<script>alert(1)</script>,"));
        state = folder.resolve("state");
        up = VesperProcess.start(state, environment(), "up", "--firm", firm.toString());
        up.awaitLine(line -> line.contains("✓ rebalance"));
        http = OverHttp.of(state);
        http.letIn("Anna", "trader");
        for (String checker : List.of("Ben", "Carol", "Dora", "Finn", "Gus")) {
            http.letIn(checker, "approver");
        }
        http.letIn("Mallory", "operator");
        http.await("/api/v1/tasks/" + RUN + "/propose-trades");
    }

    @AfterAll
    static void end() {
        up.kill();
    }

    private static Path project(String name) {
        Path copy = folder.resolve(name);
        for (String part : List.of("processes", "rules", "routes", "planner", "migrations", "products")) {
            Folders.copy(Path.of(part), copy.resolve(part));
        }
        return copy;
    }

    private static Map<String, String> environment() {
        return Map.of("VESPER_HTTP_PORT", "0", "VESPER_ROOT", root.toString());
    }

    private static VesperProcess.Result vesper(String... command) throws Exception {
        return VesperProcess.start(state, environment(), command).await();
    }

    @Test
    @Order(1)
    void noPortOfTheProgramTakesCommandsForTheEngine() throws Exception {
        List<Integer> ports = ListeningSockets.of(up.pid()).stream()
                .filter(socket -> socket.protocol().startsWith("tcp"))
                .map(ListeningSockets.Socket::port)
                .distinct()
                .toList();
        assertFalse(ports.isEmpty(), "the console listens");
        for (int port : ports) {
            try (ZeebeClient attacker = ZeebeClient.newClientBuilder()
                    .applyEnvironmentVariableOverrides(false)
                    .grpcAddress(URI.create("http://127.0.0.1:" + port))
                    .defaultRequestTimeout(Duration.ofSeconds(3))
                    .usePlaintext()
                    .build()) {
                assertThrows(
                        ClientException.class,
                        () -> attacker.newDeployResourceCommand()
                                .addResourceBytes(NO_APPROVAL.getBytes(StandardCharsets.UTF_8), "approve-trades.bpmn")
                                .send()
                                .join(),
                        "port " + port);
                assertThrows(
                        ClientException.class,
                        () -> attacker.newCreateInstanceCommand()
                                .bpmnProcessId("execute-orders")
                                .latestVersion()
                                .variables(Map.of("runId", RUN))
                                .send()
                                .join(),
                        "port " + port);
            }
        }
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u2800",
                "\u3164",
                "\ufe0f",
                "\u200b",
                "...",
                "A\u200bnna",
                "Anna\ufe0f",
                "Anna\u3164",
                "Anna\u00ad",
                "Anna\u0000",
                "Anna\u001b[31m",
                "Anna\r\nVesper-Person: Ben",
                "anna\u202e",
                "\ue000nna",
                "Anna\u0378",
                "\u0410nna",
                "\u0391nna",
                "vesper",
                "VE\u017fPER"
            })
    void nobodyAnswersUnderANameThatCanBeMistaken(String name) throws Exception {
        assertAnswered(400, http.answer(RUN, "propose-trades", name, ""));
    }

    @Test
    @Order(3)
    void nobodyAnswersWhoIsNotAsked() throws Exception {
        assertAnswered(401, http.withoutToken().answer(RUN, "propose-trades", "Anna", ""));
        assertAnswered(403, http.answer(RUN, "propose-trades", null, ""));
        for (String name : List.of("Mallory", "Ben")) {
            assertAnswered(409, http.answer(RUN, "propose-trades", name, ""));
        }
        for (String name : List.of("rehearsal-maker", "Anna,Ben", "Anna Anna")) { // nobody proved it
            assertAnswered(403, http.answer(RUN, "propose-trades", name, ""));
        }
        for (String task : List.of("approve-trades", "approve-trades-1", "approve-trades-01", "settle-approval", "")) {
            OverHttp.Answer said = http.answer(RUN, task, "Ben", "");
            assertTrue(said.status() == 400 || said.status() == 404, () -> task + ": " + said);
        }
        assertAnswered(404, http.answer("2025-12-30-001", "propose-trades", "Anna", ""));
        assertEquals(1, http.get("/api/v1/tasks").body().split("\"decision\":\"", -1).length, "nobody answered");
    }

    @Test
    @Order(4)
    void ofManyAnswersAtOnceOneIsTaken() throws Exception {
        assertEquals(
                List.of(200, 409, 409, 409, 409, 409),
                OverHttp.atOnce(Stream.generate(
                                () -> (OverHttp.Asking) () -> http.answer(RUN, "propose-trades", "Anna", REASON))
                        .limit(6)
                        .toList()));
        http.await("/api/v1/tasks/" + RUN + "/approve-trades-5");
        assertAnswered(403, http.answer(RUN, "approve-trades", "ANNA", ""));
        assertAnswered(409, http.answer(RUN, "approve-trades", "Anna", ""));
        assertAnswered(409, http.answer(RUN, "approve-trades-5", "Gus", "of checkers alone"));
        assertEquals(
                List.of(200, 409),
                OverHttp.atOnce(List.of(
                        () -> http.answer(RUN, "approve-trades", "Ben", REASON),
                        () -> http.answer(RUN, "approve-trades-2", "Ben", REASON))),
                "one person, two steps");
    }

    /** Two people who answer two steps in one moment are both right, and both taken. */
    @Test
    @Order(5)
    void twoPeopleInOneMomentAreBothTaken() throws Exception {
        List<String> open = Stream.of("approve-trades", "approve-trades-2", "approve-trades-3", "approve-trades-4")
                .filter(task ->
                        http.get("/api/v1/tasks/" + RUN + "/" + task).body().contains("\"decision\":null"))
                .toList();
        assertEquals(3, open.size());
        assertEquals(
                List.of(200, 200),
                OverHttp.atOnce(List.of(
                        () -> http.answer(RUN, open.get(0), "Carol", REASON),
                        () -> http.answer(RUN, open.get(1), "Dora", REASON))));
    }

    /** Ben and Dora are all of risk, and both have answered as checkers. */
    @Test
    @Order(6)
    void aGroupOfWhichNobodyIsLeftIsNamed() throws Exception {
        String why = "Nobody of risk is left to say yes: Ben has answered already, Dora has answered already";
        assertTrue(http.get("/api/v1/tasks/" + RUN + "/approve-trades-5").body().contains(why));
        OverHttp.Answer health = http.get("/health");
        assertTrue(
                health.body()
                        .contains("\"approvals\":\"run " + RUN + " waits for an answer that nobody is left to give"),
                health.body());
        assertTrue(health.body().contains("\"status\":\"degraded\""), health.body());
        VesperProcess.Result shown = vesper("runs", "show", RUN);
        assertTrue(shown.output().contains(why), shown.output());
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource({"tasks list", "tasks show " + RUN + "/propose-trades", "audit list", "audit list --format csv"})
    void nothingThatMovesACursorReachesATerminal(String command) throws Exception {
        VesperProcess.Result shown = vesper(command.split(" "));
        assertEquals(0, shown.exitCode(), shown.output());
        assertEquals(Visible.lines(shown.output()), shown.output());
        assertFalse(shown.output().lines().anyMatch(line -> line.startsWith("99 Carol")), shown.output());
    }

    /** A table that asks for one checker, and a process that asks nobody, come too late: what is needed is bound. */
    @Test
    @Order(8)
    void whatIsExchangedWhileTheyAnswerChangesNothing() throws Exception {
        table("1", "checkers");
        Files.writeString(root.resolve("processes/approve-trades.bpmn"), NO_APPROVAL);
        String open = Stream.of("approve-trades", "approve-trades-2", "approve-trades-3", "approve-trades-4")
                .filter(task ->
                        http.get("/api/v1/tasks/" + RUN + "/" + task).body().contains("\"decision\":null"))
                .findFirst()
                .orElseThrow();
        assertAnswered(200, http.answer(RUN, open, "Finn", ""));
        assertTrue(
                http.get("/api/v1/runs/" + RUN).body().toLowerCase(Locale.ROOT).contains("waiting"));
        String shown = http.get("/api/v1/runs/" + RUN + "/processes").body();
        assertTrue(shown.contains("id=\\\"approve-trades-task\\\""), "the diagram is of what the run goes by");
        String stands = http.get("/api/v1/runs/" + RUN + "/state").body();
        String waits = "\"element\":\"approve-trades-task\",\"name\":\"Approve the trades\",\"state\":\"waiting\"";
        assertTrue(stands.contains(waits), stands);
        up.stop();
        String said = up.await().output();
        assertEquals(Visible.lines(said), said);
        assertFalse(said.contains("✓ execute-orders"), said);
    }

    /** While nobody works, the process is exchanged for one that asks nobody: the run goes on by its own, and asks. */
    @Test
    @Order(9)
    void aRunDoesNotGoOnByOtherProcesses() throws Exception {
        VesperProcess.Result again = vesper("eod", "--firm", firm.toString(), "--resume");
        assertEquals(3, again.exitCode(), again.output());
        assertTrue(again.output().contains("Waiting for a person: Approve"), again.output());
        assertTrue(again.output().contains("Nobody of risk is left to say yes"), again.output());
        assertFalse(again.output().contains("✓ execute-orders"), again.output());
        delivered("processes/approve-trades.bpmn");
        assertEquals("0", sql("select count(*) from child_order"));
    }

    /** While nobody works, the answer that is missing is put into the table. */
    @Test
    @Order(10)
    void anAnswerThatIsPutIntoTheTableIsNone() throws Exception {
        sql("update user_task set decision = 'approve', decided_by = 'Dora', decided_at = raised_at where task_id = '"
                + RUN + "/approve-trades-5'");
        VesperProcess.Result day = vesper("eod", "--firm", firm.toString(), "--resume");
        assertEquals(3, day.exitCode(), day.output());
        assertTrue(day.output().contains("The approval of " + RUN + " does not stand"), day.output());
        assertEquals("0", sql("select count(*) from child_order"));
        VesperProcess.Result verified = vesper("audit", "verify");
        assertEquals(3, verified.exitCode(), verified.output());
        assertTrue(
                verified.output().contains("the answer to " + RUN + "/approve-trades-5 (approve by Dora) was inserted"),
                verified.output());
    }

    /** The report of the refused day: on the page and in its data, what people wrote does nothing. */
    @Test
    @Order(11)
    void thePageOfTheRefusedDayIsText() throws Exception {
        Path report = state.resolve("runs").resolve(RUN);
        String page = Files.readString(report.resolve("report.html"));
        assertFalse(page.contains("<script>alert"), "a script of somebody else's");
        assertEquals(Visible.lines(page), page);
        String json = Files.readString(report.resolve("run.json"));
        assertEquals(Visible.lines(json), json);
    }

    /** A process around the approval, a table that runs code, code that nobody signed: named, and nothing is started. */
    @ParameterizedTest
    @Order(12)
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | eod | processes/end-of-day.bpmn | processId=\"approve-trades\" | processId=\"send-mail\" | processes/end-of-day.bpmn:46:77: Expected a process that is there, but call-approve-trades calls send-mail; known: approve-trades, check-data",
                "2 | rules test | rules/limits/order-notional.dmn | <text>50000000</text> | <text>function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }</text> | tables are data and run no code",
                "3 | rules test | rules/compliance/no-short.drl | package | // package | ./vesper rules trust"
            })
    void aFileThatGoesAroundIsRefused(int exit, String command, String file, String before, String after, String said)
            throws Exception {
        Path mine = project("root-of-" + Path.of(file).getFileName());
        String text = Files.readString(mine.resolve(file));
        assertTrue(text.contains(before), file);
        Files.writeString(mine.resolve(file), text.replace(before, after));
        Path fresh = folder.resolve("state-of-" + Path.of(file).getFileName());
        VesperProcess.Result refused = VesperProcess.start(
                        fresh, Map.of("VESPER_ROOT", mine.toString()), command.split(" "))
                .await();
        assertEquals(exit, refused.exitCode(), refused.output());
        assertTrue(refused.output().contains(said), refused.output());
        assertFalse(refused.output().contains("ERROR"), refused.output());
        assertFalse(Files.exists(fresh.resolve("zeebe/data")), "no engine was started");
    }

    private static void assertAnswered(int status, OverHttp.Answer answer) {
        assertEquals(status, answer.status(), answer::body);
        assertEquals(Visible.lines(answer.body()), answer.body());
    }

    private static void table(String approvals, String groups) throws IOException {
        Path rules = root.resolve("rules/approvals");
        String table = Files.readString(Path.of("rules/approvals/trades.dmn"));
        Files.writeString(
                rules.resolve("trades.dmn"),
                table.replace("<text>1</text>", "<text>" + approvals + "</text>")
                        .replace("<text>\"checkers\"</text>", "<text>\"" + groups + "\"</text>"));
        Files.deleteIfExists(rules.resolve("trades.scenarios.csv")); // of the delivered table
    }

    private static void delivered(String file) throws IOException {
        Files.copy(Path.of(file), root.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void change(Path file, Map<String, String> changes) throws IOException {
        String text = Files.readString(file);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String changed = text.replaceFirst(change.getKey(), change.getValue());
            assertFalse(changed.equals(text), () -> file + " has no " + change.getKey());
            text = changed;
        }
        Files.writeString(file, text);
    }

    private static String sql(String statement) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2(state.resolve("store"), Path.of("migrations"));
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement run = connection.createStatement()) {
            if (!run.execute(statement)) {
                return "";
            }
            try (ResultSet rows = run.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
