package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.text.AuditFile;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.breaker.VenueAnswer;
import dev.vesper.testing.AskedAbout;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.WorkedOrders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each page shows of a day, and that what others wrote stays text; over HTTP. */
class PagesShownTest {
    private static final String ATTACK =
            "<script>alert('1')</script>\" onload=\"x ${1+1} [[${1+1}]] __${1+1}__ \u202Egnp";
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);

    private final ServedConsole console = new ServedConsole();
    private final Memory memory = console.memory;

    @BeforeEach
    void in() throws Exception {
        console.enter(new Reader());
    }

    @AfterEach
    void close() {
        console.close();
    }

    private RunId run(String firm, boolean rehearsal) {
        return memory.open(DAY, firm, 7, rehearsal, ServedConsole.NOON).id();
    }

    private UserTask ask(RunId run, TaskKind kind, String question, String detail) {
        UserTask task = new UserTask(
                run + "/" + kind.word(), run, kind, question, detail, ServedConsole.NOON, null, null, null, "");
        memory.taskStore.raise(task);
        return task;
    }

    private String page(String path) throws Exception {
        HttpResponse<String> said = console.get(path);
        assertEquals(200, said.statusCode(), said::body);
        return said.body();
    }

    @Test
    void theBreakersOfVenuesAreShownWithWhatOpenedThem() throws Exception {
        RunId run = run("/firms/oak", false);
        MemoryOperations.breakers(memory, () -> ServedConsole.NOON)
                .of(memory.find(run).orElseThrow(), _ -> {})
                .judge(new BreakerCommand.Judge(
                        7,
                        BreakerLimits.STANDARD,
                        Collections.nCopies(20, new VenueAnswer("LIT", 6, true, "<b>halted</b>"))));
        String body = page("/console/venues");
        assertTrue(
                body.contains("it rejected 20 orders in a row, 20 open the breaker; the last: &lt;b&gt;halted"), body);
        assertTrue(body.contains("it never opened"), body);
    }

    @Test
    void allThatIsAskedAboutIsOnAPageOfItsOwnAndStaysText() throws Exception {
        RunId run = run("/firms/oak", false);
        memory.saveRebalance(run, Stream.of(AskedAbout.of(run)), List.of());
        ask(run, TaskKind.APPROVE_TRADES, "Go on?", "");
        String href = "/console/runs/" + run + "/proposal";
        assertTrue(page("/console/tasks").contains("href=\"" + href + "\""));
        String body = page(href);
        assertFalse(body.contains("<script"), body);
        assertTrue(body.contains(">USD 120.00<") && body.contains("Expected cost: 0.00 basis points"), body);
        String verdicts = page(href + "?show=verdicts");
        assertTrue(verdicts.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), verdicts);
        assertTrue(verdicts.indexOf(">deny<") < verdicts.indexOf(">pass<"), "what did not pass first");
        String holdings = page(href + "?show=holdings");
        assertTrue(holdings.contains(">22.00%<") && holdings.contains(">40.00%<"), holdings);
        assertTrue(page(href + "?find=ibm").contains(">IBM<")
                && !page(href + "?find=ibm").contains("cmd|"));
        assertTrue(page(href + "?from=200").contains("There are no more rows."));
        assertEquals(404, console.get(href + "?show=all").statusCode());
    }

    @Test
    void ordersAreShownAsTheyStandAndTheirReasonsStayText() throws Exception {
        RunId run = memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, console.now)
                .id();
        String href = "/console/runs/" + run + "/orders";
        assertTrue(page("/console/runs/" + run).contains("href=\"" + href + "\""), "the page of the run leads there");
        assertTrue(page(href).contains("No order is decided yet"));
        assertFalse(page(href).contains("bad strong"), "none that is rejected is no alarm");
        WorkedOrders.of(memory, run);
        String body = page(href);
        assertTrue(body.contains("halted &lt;b&gt;") && !body.contains("halted <b>"), body);
        assertTrue(body.contains(">45.0%<") && body.contains("value=\"50\""), body);
        assertTrue(body.contains(">10.1200<") && body.contains(">+35.0<"), "average and cost against arrival: " + body);
        assertTrue(
                body.indexOf(">" + WorkedOrders.id(run, 1) + "<") < body.indexOf(">" + WorkedOrders.id(run, 4) + "<"));
        assertTrue(page(href + "?from=100").contains("There are no more orders."));
        String order = page(href + "/" + WorkedOrders.id(run, 1));
        assertTrue(order.contains("09:30:01") && order.contains(">working<"), order);
        assertTrue(page(href + "/" + WorkedOrders.id(run, 4)).contains("Nothing was sent yet."));
        for (String unknown : List.of(href + "/x", "/console/runs/2018-04-11-099/orders")) {
            assertEquals(404, console.get(unknown).statusCode(), unknown);
        }
    }

    /** The picture has the very places that the numbers have: 500 of 1,000 filled is half the height of the panel. */
    @Test
    void theLifeOfAnOrderIsDrawnAndWrittenBelow() throws Exception {
        RunId run = memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        WorkedOrders.of(memory, run);
        String href = "/console/runs/" + run + "/orders/" + WorkedOrders.id(run, 1) + "/life";
        assertTrue(page("/console/runs/" + run + "/orders").contains("href=\"" + href + "\""));
        String body = page(href);
        assertEquals(2, body.split("<svg role=\"img\"", -1).length - 1, "one for screens, one for phones");
        assertTrue(body.contains("<title>The life of the order to buy 1,000 IBM: prices"), body);
        assertTrue(body.contains("still worked: the market is shown as far as its slices are booked"), body);
        assertTrue(body.contains("Against arrival, bps\" class=\"num bad\">+49.8<"), body); // 10.10 against 10.05
        assertTrue(body.contains("Own share\" class=\"num\">16.7%<"), body); // 500 of 3,000
        String filled = body.replaceAll("(?s).*?class=\"filled\" d=\"([^\"]+)\".*", "$1");
        double[] heights = Arrays.stream(filled.substring(1).split("L"))
                .mapToDouble(point -> Double.parseDouble(point.split(" ")[1]))
                .toArray();
        String planned = body.replaceAll("(?s).*?class=\"planned\" d=\"([^\"]+)\".*", "$1");
        double top = Double.parseDouble(planned.substring(planned.lastIndexOf(' ') + 1));
        assertEquals((heights[0] + top) / 2, heights[heights.length - 1], 0.11);
    }

    @Test
    void anOrderThatIsOverSaysWhatItCost() throws Exception {
        RunId run = memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, console.now)
                .id();
        WorkedOrders.of(memory, run);
        memory.status(run, RunStatus.DONE);
        String body = page("/console/runs/" + run + "/orders/" + WorkedOrders.id(run, 1) + "/life");
        // delay 500 * 0.05, execution 500 * 0.07, opportunity 500 * 0.30, fees 2
        for (String part : List.of("+25.00", "+35.00", "+150.00", "+2.00", "+212.00", "+212.0")) {
            assertTrue(body.contains(">" + part + "<"), part + " in " + body);
        }
        assertTrue(page("/console/runs/" + run + "/orders/" + WorkedOrders.id(run, 4) + "/life")
                .contains("Nothing is filled."));
    }

    /** The page asks for itself with the tag of the totals: they change with every child that is sent or ends, and not before. */
    @Test
    void ordersKeepUpWithWhatHappens() throws Exception {
        RunId run = memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, console.now)
                .id();
        WorkedOrders.of(memory, run);
        for (String page : List.of("/orders", "/orders?from=100", "/orders/" + WorkedOrders.id(run, 1))) {
            String body = page("/console/runs/" + run + page);
            assertTrue(body.contains("hx-get=\"/console/runs/" + run + page + "\""), body);
            assertTrue(body.contains("hx-trigger=\"every 400ms, visibilitychange from:document\""), body);
        }
        String orders = "/console/runs/" + run + "/orders";
        String tag = tag(orders);
        assertTrue(page(orders).contains("\\&quot;" + tag.replace("\"", "") + "\\&quot;"), "what it asks with");
        assertEquals(tag, tag(orders));
        WorkedOrders.filled(memory, run, 1);
        String ended = tag(orders);
        assertNotEquals(tag, ended);
        WorkedOrders.more(memory, run, 2);
        assertNotEquals(ended, tag(orders));
        memory.status(run, RunStatus.DONE);
        assertTrue(page(orders).contains("hx-trigger=\"every 5s,"), "little happens in a run that is over");
    }

    private String tag(String page) throws Exception {
        return console.get(page).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void aRowThatWasSetAsideIsShownBetweenItsNeighboursAndStaysText() throws Exception {
        RunId run = run("/firms/oak", false);
        String href = "/console/runs/" + run + "/set-aside";
        assertTrue(page(href).contains("No row was set aside"), "its data is not checked yet");
        memory.saveData(
                run,
                new DataCheck("s", 3, 1, run.date(), run.date(), List.of(), true, "quarantine/" + run + "/prices.csv"));
        memory.setAside = (_, _, from, _) -> from > 0
                ? List.of()
                : List.of(new SetAsideRow(
                        "prices.csv",
                        3,
                        2,
                        "2018-04-11 <b>",
                        "-3",
                        "close-range",
                        "close must be above 0, but got \"-3\"",
                        "2018-04-11,<b>,-3",
                        List.of("2018-04-10,IBM,150"),
                        List.of("2018-04-12,IBM,151")));
        String body = page(href);
        int before = body.indexOf("2018-04-10,IBM,150");
        int row = body.indexOf("2018-04-11,&lt;b&gt;,-3");
        assertTrue(0 < before && before < row && row < body.indexOf("2018-04-12,IBM,151"), body);
        assertTrue(body.contains("close must be above 0") && body.contains(">close-range<"), body);
        assertTrue(page(href + "?from=100").contains("There are no more rows."));
        assertEquals(404, console.get("/console/runs/2018-04-11-009/set-aside").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "runs", "tasks", "incidents", "quality", "audit"})
    void aNewVesperHasNothingToShowAndSaysSo(String word) throws Exception {
        String body = page("/console/" + word);
        assertFalse(body.contains("<tbody>"), body);
        assertTrue(body.contains("<div class=\"nothing\">"), body);
        assertTrue(
                body.contains("No day was run yet")
                        || body.contains("Nothing waits for a person")
                        || body.contains("Nothing stands still")
                        || body.contains("No data was checked yet")
                        || body.contains("Nothing was written yet"),
                body);
    }

    @Test
    void runsShowTheirStateAndEachItsStages() throws Exception {
        RunId older = run("/firms/oak", false);
        RunId newest = run("/firms/elm", true);
        new Incidents(memory, memory, () -> ServedConsole.NOON).raise(older, "report: <the disk> is full");
        memory.status(newest, RunStatus.WAITING);
        memory.stage(
                newest,
                new StageRecord(
                        new ShownStage("check-data"),
                        StageState.DONE,
                        ServedConsole.NOON,
                        ServedConsole.NOON.plusMillis(1234),
                        "12 rows",
                        ""));
        memory.stage(
                newest,
                new StageRecord(new ShownStage("rebalance"), StageState.RUNNING, ServedConsole.NOON, null, "", ""));
        ask(newest, TaskKind.PROPOSE_TRADES, "Go on?", "");
        memory.reports.put(newest, "report.html", "<h1>Report</h1>");
        String body = page("/console/runs");
        assertTrue(body.contains("1 question waits for a person"), body);
        assertTrue(body.contains("<a href=\"/console/runs/" + newest + "\">" + newest + "</a>"), body);
        assertTrue(body.contains("<span class=\"stamp bad\">failed</span>"), body);
        assertTrue(body.contains("<span class=\"stamp warn\">waiting</span>"), body);
        assertTrue(body.contains("<bdi title=\"/firms/oak\">oak</bdi>"), body);
        String shown = page("/console/runs/" + newest);
        assertTrue(shown.contains(">12 rows<") && shown.contains(">1.2 s<") && shown.contains(">under way<"), shown);
        assertTrue(shown.contains("href=\"/console/runs/" + newest + "/report/report.html\""), shown);
        assertTrue(shown.contains("There is no diagram"), "its process files were not kept");
        String still = page("/console/runs/" + older);
        assertTrue(still.contains("href=\"/console/incidents/" + older + "\""), still);
        assertTrue(still.contains("report: &lt;the disk&gt; is full"), still);
        String incident = page("/console/incidents/" + older);
        assertTrue(incident.contains("./vesper runs resume " + older + " --reason WHY --as NAME"), incident);
        assertTrue(incident.contains("report: &lt;the disk&gt; is full"), incident);
        assertTrue(incident.contains("href=\"/console/incidents#our-fault\""), incident);
        assertFalse(incident.contains("<form"), "who did not sign in is shown commands");
        String all = page("/console/incidents");
        assertTrue(all.contains("<div id=\"our-fault\">"), all);
        assertTrue(all.contains("href=\"/console/incidents/" + older + "\""), all);
        assertEquals(404, console.get("/console/incidents/" + newest).statusCode(), "it never stood still");
    }

    @Test
    void aPageIsMadeAnewOnlyWhereWhatItShowsHasChanged() throws Exception {
        RunId run = run("/firms/oak", false);
        String path = "/console/runs/" + run;
        String tag = tag(path);
        HttpResponse<String> same = console.ask("GET", path, "If-None-Match", tag);
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        assertEquals("no-store", same.headers().firstValue("Cache-Control").orElseThrow());
        memory.stage(
                run,
                new StageRecord(new ShownStage("check-data"), StageState.RUNNING, ServedConsole.NOON, null, "", ""));
        assertEquals(200, console.ask("GET", path, "If-None-Match", tag).statusCode());
        assertNotEquals(tag, tag(path));
        assertTrue(console.get("/console/account").headers().firstValue("ETag").isEmpty(), "a page of one moment");
        assertEquals(404, console.get("/console/runs/2018-04-11-009").statusCode());
    }

    @Test
    void whatADiagramAsksForIsTheAnswerOfTheApi() throws Exception {
        RunId run = run("/firms/oak", false);
        memory.goesBy(run, DayProcesses.ours());
        memory.stage(
                run,
                new StageRecord(new ShownStage("check-data"), StageState.RUNNING, ServedConsole.NOON, null, "", ""));
        String path = "/console/runs/" + run + "/state";
        HttpResponse<String> first = console.get(path);
        assertEquals(200, first.statusCode());
        assertEquals(ApiJson.write(console.operations.as(new Reader()).runs().state(run)), first.body());
        assertTrue(console.get("/console/runs/" + run + "/processes").body().contains("\"process\":\"end-of-day\""));
        assertEquals(404, console.get("/console/runs/2018-04-11-009/state").statusCode());
        assertEquals(404, console.get("/console/runs/x/state").statusCode());
        String body = page("/console/runs/" + run);
        assertTrue(body.contains("data-state=\"" + path + "\""), body);
        assertTrue(body.contains("Check the data › Ingest the files, check the contract"), body);
        String policy = console.get("/console/runs/" + run)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertTrue(policy.endsWith("; script-src 'self'; connect-src 'self'") && !policy.contains("unsafe"), policy);
        console.forgetCookies();
        assertEquals(401, console.get(path).statusCode());
    }

    @Test
    void todayIsWhatWasOpenedTodayOrHasNotEnded() throws Exception {
        RunId old = memory.open(DAY.minusDays(3), "/firms/oak", 7, false, ServedConsole.NOON.minusSeconds(300_000))
                .id();
        memory.status(old, RunStatus.DONE);
        RunId open = memory.open(DAY.minusDays(2), "/firms/oak", 7, false, ServedConsole.NOON.minusSeconds(200_000))
                .id();
        memory.status(open, RunStatus.FAILED);
        RunId today = run("/firms/oak", true);
        memory.status(today, RunStatus.DONE);
        ask(open, TaskKind.PROPOSE_TRADES, "Go <on>?", "");
        String body = page("/console/today");
        int before = body.indexOf(">Before<");
        assertTrue(body.indexOf(">" + today + "<") > 0 && body.indexOf(">" + today + "<") < before, body);
        assertTrue(body.indexOf(">" + open + "<") > 0 && body.indexOf(">" + open + "<") < before, body);
        assertTrue(body.indexOf(">" + old + "<") > before, body);
        assertTrue(body.contains("<a href=\"/console/tasks/" + open + "/propose-trades\">Go &lt;on&gt;?</a>"), body);
    }

    @Test
    void aRunWhoseDayIsReplayedAndTheOneThatReplaysItLeadToEachOther() throws Exception {
        RunId old = run("/firms/oak", false);
        memory.status(old, RunStatus.WAITING);
        RunId next = memory.supersede(
                        memory.find(old).orElseThrow(),
                        ReplayFrom.REBALANCE,
                        console.now,
                        "ben",
                        "the limit was wrong",
                        new Append<>(new StreamId<>(ReplayEvent.class, "replayed-days"), 0, List.of()))
                .id();
        String there = "<a href=\"/console/runs/" + next + "\">run " + next + "</a> replays its day";
        String back = "Replays <a href=\"/console/runs/" + old + "\">run " + old + "</a> from <span>rebalance</span>";
        assertTrue(page("/console/runs/" + old).contains(there));
        assertTrue(page("/console/runs/" + next).contains(back));
        assertFalse(page("/console/runs/" + next).contains(there));
        String today = page("/console/today");
        assertTrue(today.contains(there) && today.contains(back), today);
        String runs = page("/console/runs");
        assertTrue(
                runs.contains("superseded") && runs.contains(" by " + next) && runs.contains(" replays " + old), runs);
        assertTrue(page("/console/runs/" + old + "/replay").contains("run " + next + " has taken its place already"));
    }

    @Test
    void whoMayNotSeeTheAuditSeesTheRunWithoutIt() throws Exception {
        RunId run = run("/firms/oak", false);
        memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, run.value(), "opened", false);
        var viewer = new SignedIn("vera", Set.of(Role.VIEWER), Set.of(Permission.SEE));
        RunPage.Model model = new RunPage()
                .model(console.operations.as(viewer), new Asked(viewer, Map.of("run", run.value()), Map.of()));
        assertEquals(List.of(), model.audit());
    }

    @Test
    void aRunShowsWhatWasAskedAndWhatWasWrittenAboutItAlone() throws Exception {
        RunId one = run("/firms/elm", false);
        RunId other = run("/firms/elm", false);
        ask(one, TaskKind.PROPOSE_TRADES, "Propose the first?", "");
        ask(other, TaskKind.PROPOSE_TRADES, "Propose the second?", "");
        memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, one.value(), "of the first", false);
        memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, other.value(), "of the second", false);
        memory.append(ServedConsole.NOON, "al", AuditAction.TRADES_PROPOSED, one + "/propose-trades", "", false);
        String body = page("/console/runs/" + one);
        String link = "<a class=\"whole\" href=\"/console/runs/" + one + "\">" + one + "</a>";
        assertTrue(body.contains(link + "<wbr /><bdi class=\"part\">/propose-trades</bdi>"), body);
        assertTrue(body.contains("Propose the first?") && body.contains("of the first"), body);
        assertFalse(body.contains("the second"), body);
        assertTrue(body.contains("aria-current=\"true\">Runs</a>"), "it lies under Runs");
    }

    @Test
    void theReportIsHandedOverAsItWasWritten() throws Exception {
        RunId run = run("/firms/elm", false);
        memory.reports.put(run, "report.html", "<style>p {}</style><p>Report</p>");
        memory.reports.put(run, "orders.csv", "id\n");
        String of = "/console/runs/" + run + "/report/";
        assertTrue(page("/console/runs/" + run).contains("href=\"" + of + "orders.csv\""));
        HttpResponse<String> report = console.get(of + "report.html");
        assertEquals("<style>p {}</style><p>Report</p>", report.body());
        String policy = report.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'unsafe-inline';"), policy);
        assertFalse(policy.contains("script"), policy);
        assertTrue(policy.endsWith("frame-ancestors 'self'"), policy);
        HttpResponse<String> inside = console.get("/console/runs/" + run + "/report");
        assertTrue(inside.body().contains("<iframe class=\"report\" src=\"" + of + "report.html\""), inside.body());
        String around = inside.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(around.endsWith("frame-ancestors 'none'; frame-src 'self'"), around);
        HttpResponse<String> csv = console.get(of + "orders.csv");
        assertEquals(
                "text/csv; charset=utf-8",
                csv.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename=\"" + run + "-orders.csv\"",
                csv.headers().firstValue("Content-Disposition").orElseThrow());
        for (String none : List.of("nothing.csv", "..%2Fcontrol.json", "a%22b")) {
            assertEquals(404, console.get(of + none).statusCode(), none);
        }
        assertEquals(400, console.get(of + "%00").statusCode(), "no path at all");
        assertEquals(
                404,
                console.get("/console/runs/2018-04-11-009/report/report.html").statusCode());
        assertEquals(404, console.get("/console/runs/x/report/report.html").statusCode());
        console.forgetCookies();
        assertEquals(401, console.get(of + "report.html").statusCode());
    }

    @Test
    void anOpenTaskIsShownWithTheCommandsThatAnswerIt() throws Exception {
        RunId run = run("/firms/elm", false);
        ask(run, TaskKind.PROPOSE_TRADES, "Propose 3 orders?", "ACC01  buy  10\nACC02  sell  5");
        String body = page("/console/tasks");
        assertTrue(
                body.contains("Propose 3 orders?")
                        && body.contains("<span>ACC01  buy  10</span><span>ACC02  sell  5</span>"),
                body);
        String shown = MemoryOperations.over(memory, () -> ServedConsole.NOON, Optional.empty())
                .as(new Reader())
                .inbox()
                .card(run + "/propose-trades")
                .shown();
        String command = "./vesper tasks approve " + run + "/propose-trades --shown " + shown + " --as ";
        assertTrue(body.contains(command + "NAME</code>"), body);
        console.enter(new Person("alice"));
        assertTrue(page("/console/tasks").contains(command + "alice</code>"));
        assertTrue(page("/console/tasks").contains("<bdi>alice</bdi>"));
        console.enter(new Person("al; rm -rf 'x'"));
        assertTrue(
                page("/console/tasks").contains(command + "&#39;al; rm -rf &#39;\\&#39;&#39;x&#39;\\&#39;&#39;&#39;<"));
    }

    @Test
    void anAnswerIsShownWithWhoAndWhy() throws Exception {
        RunId run = run("/firms/elm", false);
        ask(run, TaskKind.PROPOSE_TRADES, "Propose 3 orders?", "details");
        memory.tasks.computeIfPresent(
                run + "/propose-trades",
                (id, task) -> new UserTask(
                        id,
                        run,
                        task.kind(),
                        task.question(),
                        task.detail(),
                        task.raisedAt(),
                        Answer.REJECT,
                        "carol",
                        ServedConsole.NOON.plusSeconds(60),
                        "too many"));
        String body = page("/console/tasks?state=answered");
        assertTrue(
                body.contains("<span class=\"stamp bad\">rejected</span> by <bdi class=\"strong\">carol</bdi>"), body);
        assertTrue(body.contains("2018-04-11 12:01:00") && body.contains(": too many"), body);
        assertFalse(body.contains("./vesper tasks approve"), body);
    }

    @Test
    void theNewestHundredRowsOfTheAuditAndTheOlderByALink() throws Exception {
        for (int i = 1; i <= 101; i++) {
            memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, "run " + i, "", false);
        }
        String body = page("/console/audit");
        assertTrue(body.contains("Untouched: the hashes of 101 rows"), body);
        assertTrue(body.contains("was not compared since this Vesper started"), body);
        assertTrue(body.contains("; verified to 101; memory: nothing yet"), body);
        assertTrue(body.contains("href=\"/console/audit/export/csv\""), body);
        assertTrue(body.contains(">run 101<") && body.contains(">run 2<") && !body.contains(">run 1<"), body);
        long last = memory.rows().get(1).sequence();
        assertTrue(body.contains("href=\"/console/audit?before=" + last + "\""), body);
        String older = page("/console/audit?before=" + last);
        assertTrue(older.contains(">run 1<") && !older.contains(">run 2<") && older.contains(">Newest</a>"), older);
    }

    @Test
    void theAuditIsSearchedByWhatTheAddressSays() throws Exception {
        memory.append(ServedConsole.NOON, "carol", AuditAction.TRADES_APPROVED, "one/approve", "fine by me", false);
        memory.append(
                ServedConsole.NOON, "carol", AuditAction.TRADES_REJECTED, "two/approve", "not <b>fine</b>", false);
        for (int i = 1; i <= 101; i++) {
            memory.append(ServedConsole.NOON, "dora & co", AuditAction.SIGNED_IN, "user " + i, "in", false);
        }
        String body = page("/console/audit?who=carol&action=&subject=&from=2018-04-11&to=2018-04-11&words=NOT+fine");
        assertTrue(body.contains(">two/approve<") && !body.contains(">one/approve<"), body);
        assertTrue(
                body.contains("name=\"words\" type=\"text\" maxlength=\"200\" autocomplete=\"off\" value=\"NOT fine\""),
                body);
        assertTrue(body.contains("Untouched: the hashes of 103 rows"), "the verdict is on all rows");
        assertTrue(
                page("/console/audit?action=trades-approved").contains("<option value=\"trades-approved\" selected"));
        assertTrue(page("/console/audit?subject=one").contains(">one/approve<"));
        assertTrue(page("/console/audit?who=nobody").contains("No row fits."));
        String many = page("/console/audit?who=dora+%26+co");
        assertTrue(many.contains(">user 101<") && !many.contains(">user 1<"), many);
        String next = "/console/audit?who=dora%20%26%20co&amp;before=4";
        assertTrue(many.contains("href=\"" + next + "\""), many);
        String older = page(next.replace("&amp;", "&"));
        assertTrue(older.contains(">user 1<") && !older.contains(">user 2<") && !older.contains("carol"), older);
    }

    /** Words stand in no index: so many rows are looked through at once, and the page says which. */
    @Test
    void aSearchForWordsSaysHowFarItLookedAndGoesOnByALink() throws Exception {
        memory.append(ServedConsole.NOON, "carol", AuditAction.TRADES_APPROVED, "one/approve", "an old Word", false);
        for (int i = 0; i < 25_000; i++) {
            memory.append(ServedConsole.NOON, "dora", AuditAction.SIGNED_IN, "user/dora", "", false);
        }
        String newest = page("/console/audit?words=old+word");
        assertTrue(newest.contains("Rows 2 to 25001 were looked through: none fits."), newest);
        assertFalse(newest.contains("No row fits."), "that is not known");
        String further = "/console/audit?words=old%20word&amp;before=2";
        assertTrue(newest.contains("href=\"" + further + "\""), newest);
        String older = page(further.replace("&amp;", "&"));
        assertTrue(older.contains(">one/approve<") && !older.contains("looked through"), older);
        assertTrue(page("/console/audit?who=carol&words=old").contains(">one/approve<"), "carol did nothing newer");
        assertTrue(page("/console/audit?subject=one&words=old").contains(">one/approve<"), "few rows are about it");
        assertTrue(page("/console/audit?words=nothing&before=2").contains("There are no older rows."), "the end");
    }

    /** The file that the page links is the rows of its search, with what checks them; a filter that is none is refused. */
    @Test
    void theRowsOfASearchAreTakenAwayAsAFile(@TempDir Path folder) throws Exception {
        Origin.console("10.1.2.3")
                .during(() -> memory.append(
                        ServedConsole.NOON,
                        "carol",
                        AuditAction.ROLES_CHANGED,
                        "user/eva",
                        "=1+1",
                        false,
                        new Change("trader", "approver")));
        memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, "run", "", false);
        String body = page("/console/audit?where=10.1.2.3");
        assertTrue(body.contains(">trader → approver<") && body.contains(">console from 10.1.2.3<"), body);
        assertTrue(body.contains("href=\"/console/audit/export/jsonl?where=10.1.2.3\""), body);
        for (String format : List.of("csv", "json", "jsonl")) {
            Path file =
                    Files.writeString(folder.resolve(format), page("/console/audit/export/" + format + "?who=carol"));
            var verdict = AuditFile.verify(file);
            assertEquals(List.of(), verdict.faults());
            assertEquals("1 row; who=carol", verdict.end().orElseThrow().detail());
        }
        for (String wrong : List.of("xml", "csv?whom=x")) {
            assertEquals(400, console.get("/console/audit/export/" + wrong).statusCode(), wrong);
        }
    }

    @Test
    void aTouchedAuditIsNamedRowByRow() throws Exception {
        memory.append(ServedConsole.NOON, "vesper", AuditAction.RUN_OPENED, "run", "", false);
        memory.faults.add(new AuditLog.Fault(1, "row 1 was altered"));
        assertTrue(page("/console/audit").contains("Untouched"), "a look recomputes hashes and no more");
        memory.chain(() -> ServedConsole.NOON).everything(memory::verify);
        String body = page("/console/audit");
        assertTrue(body.contains("<p class=\"verdict bad\">Not as it was written: 1 fault in 1 row.</p>"), body);
        assertTrue(body.contains("row 1 was altered"), body);
    }

    @Test
    void whatOthersWroteStaysText() throws Exception {
        RunId run = run("/firms/" + ATTACK, false);
        memory.stage(
                run,
                new StageRecord(
                        new ShownStage("check-data"),
                        StageState.FAILED,
                        ServedConsole.NOON,
                        ServedConsole.NOON,
                        ATTACK,
                        ATTACK));
        ask(run, TaskKind.PROPOSE_TRADES, ATTACK, ATTACK + "\u0000\u001b[31m");
        memory.append(ServedConsole.NOON, ATTACK, AuditAction.DECISION_DENIED, run.value(), ATTACK, true);
        memory.faults.add(new AuditLog.Fault(1, ATTACK));
        console.enter(new Person(ATTACK.replace("\u202E", "")));
        for (String path :
                List.of("today", "runs", "runs/" + run, "tasks", "tasks/" + run + "/propose-trades", "audit")) {
            String body = page("/console/" + path);
            assertTrue(body.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload="), body);
            String others = body.replaceAll("<script src=\"/console/[-./a-z]+\" defer=\"defer\"></script>", "");
            assertFalse(others.contains("<script") || others.contains("\" onload"), body);
            assertTrue(body.contains("${1+1} [[${1+1}]] __${1+1}__"), "evaluated: " + body);
            assertFalse(body.contains("\u202E") || body.contains("\u0000") || body.contains("\u001b"), body);
        }
    }
}
