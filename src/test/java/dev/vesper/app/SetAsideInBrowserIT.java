package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.OverHttp;
import dev.vesper.testing.ReadStream;
import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day whose oldest prices came with a decimal comma, under {@code up}, in the browser: more rows are set aside than the
 * contract allows, an operator asks, another person agrees, and the day goes on with what both saw; also after kill -9. The report that
 * cannot be written is an incident that she mends; of the day after two people move the token, and nothing is sent.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetAsideInBrowserIT {
    private static final String DAY = "2025-12-23";
    private static final String RUN = DAY + "-001";
    /** The run of the day after. */
    private static final String NEXT = "2025-12-24-001";

    @TempDir
    static Path folder;

    private static Path state;
    private static VesperProcess up;
    private static Chromium chromium;
    private static OverHttp http;
    private static String home;
    private static int bad;
    private static String right = "";
    /** The prices of the day after. */
    private static List<String> later = List.of();

    private static Page olga;
    private static Page ben;

    @BeforeAll
    static void aDayIsOpenedWhoseDataBreaksItsContract() throws Exception {
        chromium = Chromium.open();
        Path firm = folder.resolve("firm");
        state = folder.resolve("state");
        VesperProcess.sampleFirm(firm);
        Path yaml = firm.resolve("firm.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("sample: true", "sample: false")
                        .replaceFirst("(?m)^schedule:.*$", "schedule: \"*/3 * * * * *\""));
        withDecimalCommas(firm.resolve("prices.csv"));
        up = VesperProcess.start(state, Map.of("VESPER_HTTP_PORT", "0"), "up", "--firm", firm.toString());
        up.awaitLine(line -> line.contains("Vesper is up"));
        http = OverHttp.of(state);
        http.letIn("olga", "operator");
        http.letIn("ben", "approver");
        http.letIn("pat", "operator");
        http.letIn("vera", "viewer");
        home = "http://127.0.0.1:" + http.port();
        http.await("/api/v1/tasks/" + RUN + "/release-data");
        olga = signedIn("olga");
        ben = signedIn("ben");
    }

    /** One row more than the contract allows, from the oldest on. */
    private static void withDecimalCommas(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        later = lines.stream()
                .filter(line -> line.startsWith(NEXT.substring(0, DAY.length())))
                .toList();
        lines.removeIf(line -> !line.startsWith("date") && line.substring(0, 10).compareTo(DAY) > 0);
        bad = (lines.size() - 1) / 100 + 1;
        int close = List.of(lines.getFirst().split(",", -1)).indexOf("close");
        for (int i = 1; i <= bad; i++) {
            String[] cells = lines.get(i).split(",", -1);
            right = i == 1 ? cells[close] : right;
            cells[close] = "\"" + cells[close].replace('.', ',') + "\"";
            lines.set(i, String.join(",", cells));
        }
        Files.write(file, lines);
    }

    @AfterAll
    static void stop() throws Exception {
        if (up != null) {
            up.stop();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page signedIn(String name) {
        Page page = chromium.screen(1280, ColorScheme.LIGHT, home, new ArrayList<>());
        page.navigate(home + "/console/");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(OverHttp.OWN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return page;
    }

    /** Another page of the same browser, on which the slow poll is switched off: it shows what it is told of. */
    private static Page followed(Page of, String address) {
        Page page = of.context().newPage();
        page.addInitScript("const later = window.setTimeout;"
                + "window.setTimeout = (act, after, ...more) => after >= 10000 ? 0 : later(act, after, ...more);");
        page.navigate(address);
        page.waitForSelector("text=Changes are shown as they happen.");
        return page;
    }

    private static void rows(Page page) {
        page.navigate(home + "/console/runs/" + RUN + "/set-aside");
    }

    @Test
    @Order(1)
    void whoMayNotActSeesTheRowsAndNoButton() {
        Page vera = signedIn("vera");
        rows(vera);
        assertEquals(bad, vera.locator("article.task").count());
        assertEquals(0, vera.locator("main button").count());
    }

    @Test
    @Order(2)
    void aRowThatCannotBeReadIsNotReleased() {
        rows(olga);
        olga.locator("input[name=row][type=checkbox]").first().check();
        olga.getByLabel("Release: used as delivered").check();
        olga.locator("#picked-reason").fill("the number is right");
        olga.getByText("Ask for the picked rows").click();
        assertTrue(olga.locator("main").innerText().contains("close must be a number, but got"), olga.content());
    }

    @Test
    @Order(3)
    void aRowIsCorrectedByTwoPeopleAndTheQuestionShowsTheNewCounts() throws Exception {
        rows(olga);
        Locator row = olga.locator("article.task").first();
        row.getByText("Correct it").click();
        row.getByLabel("close").fill(right);
        row.getByLabel("Why").fill("decimal comma, checked with the vendor");
        row.getByText("Ask for the correction").click();
        assertTrue(row.innerText().contains("asked for"), row.innerText());

        olga.navigate(home + "/console/tasks/" + RUN + "/decide-rows-1");
        assertEquals(0, olga.getByText("Approve").count(), "who asked agrees to nothing");
        ben.navigate(home + "/console/tasks/" + RUN + "/decide-rows-1");
        String shown = ben.locator("main").innerText();
        assertTrue(shown.contains("-> " + right), shown);
        assertTrue(shown.contains("the contract holds"), shown);
        approve(ben);
        rows(ben);
        assertTrue(ben.locator("article.task").first().innerText().contains("corrected"), ben.content());

        String release = http.get("/api/v1/tasks/" + RUN + "/release-data").body();
        assertTrue(release.contains("The contract holds with the rows that were decided"), release);
        assertTrue(release.contains(bad - 1 + " of "), release);
        assertTrue(release.contains("\"decision\":null"), "other rows are left: " + release);
    }

    @Test
    @Order(4)
    void theOtherRowsAreKeptOutTogetherAndTheDayGoesOn() throws Exception {
        rows(olga);
        Locator picks = olga.locator("input[name=row][type=checkbox]");
        assertEquals(bad - 1, picks.count());
        picks.all().forEach(Locator::check);
        olga.getByLabel("Reject: they stay out").check();
        olga.locator("#picked-reason").fill("too old to matter");
        olga.getByText("Ask for the picked rows").click();
        ben.navigate(home + "/console/tasks/" + RUN + "/decide-rows-2");
        approve(ben);
        http.await("/api/v1/tasks/" + RUN + "/propose-trades");
        rows(olga);
        assertEquals(0, olga.locator("main button").count(), "nothing is left to ask");
        assertTrue(
                olga.locator(".notice").innerText().contains("answered as a whole (approve by ben)"), olga.content());
    }

    @Test
    @Order(5)
    void theDayEndsOnTheVerySamePricesAfterAKill() throws Exception {
        String snapshot = snapshot();
        up.kill();
        Path firm = folder.resolve("firm");
        up = VesperProcess.start(state, Map.of("VESPER_HTTP_PORT", "0"), "up", "--firm", firm.toString());
        up.awaitLine(line -> line.contains("Vesper is up"));
        OverHttp again = OverHttp.of(state).with(http);
        home = "http://127.0.0.1:" + again.port();
        olga = signedIn("olga");
        ben = signedIn("ben");
        Page watched = followed(ben, home + "/console/runs/" + RUN + "/orders");
        ReadStream stream = again.follow("orders/" + RUN);
        Path blocked = Files.createDirectories(state.resolve("runs/" + RUN + "/report.html/in-the-way"));
        for (String[] answer : new String[][] {{"propose-trades", "olga"}, {"approve-trades", "ben"}}) {
            again.await("/api/v1/tasks/" + RUN + "/" + answer[0]);
            assertEquals(200, again.answer(RUN, answer[0], answer[1], "").status());
        }
        assertEquals("orders/" + RUN, stream.next().orElseThrow().data(), "an order left, or was filled");
        stream.close();
        watched.waitForSelector("#live-head dt:text-is('Fills') + dd:not(:text-is('0'))");
        watched.close();
        again.await("/api/v1/incidents/" + RUN);
        olga.navigate(home + "/console/incidents/" + RUN);
        String broken = olga.locator("main").innerText();
        assertTrue(broken.contains("stands still") && broken.contains("report"), broken);
        Files.delete(blocked);
        Files.delete(blocked.getParent());
        olga.locator("#reason-retry").fill("what stood in the way of the report is gone");
        olga.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();
        olga.waitForSelector(
                "td[data-label='Came of it'] .stamp.good:has-text('mended')", // without a reload
                new Page.WaitForSelectorOptions().setTimeout(120_000));
        assertTrue(olga.locator("main").innerText().contains("what stood in the way of the report is gone"));
        JsonNode report = report(RUN);
        assertEquals("DONE", report.path("status").asText());
        assertEquals(snapshot, report.path("data").path("snapshot").asText());
        assertEquals(bad - 1, report.path("data").path("quarantinedRows").asInt());
        assertFalse(report.path("data").path("blocking").asBoolean());
        JsonNode decided = report.path("data").path("decidedRows");
        assertEquals("olga", decided.path(0).path("asked").asText(), decided.toString());
        assertEquals("ben", decided.path(0).path("agreed").asText(), decided.toString());
        assertTrue(decided.path(0).path("what").asText().contains("-> " + right), decided.toString());
        String page = Files.readString(state.resolve("runs/" + RUN + "/report.html"));
        assertTrue(page.contains("2 decisions of two people on single rows"), "the report names it");
        try (var files = Files.walk(state.resolve("lake"))) {
            Path manifest = files.filter(path -> path.toString().contains("snapshot=" + snapshot)
                            && path.getFileName().toString().startsWith("manifest.json"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.readString(manifest).contains("\"because\" : \"decimal comma, checked with the vendor\""));
        }
    }

    /**
     * The day after waits for its maker: two people move its token past the approval, in the browser. The engine hands out
     * execute-orders, and the record says that nobody approved: the day ends refused, and no order leaves.
     */
    @Test
    @Order(6)
    void aTokenMovedPastTheApprovalExecutesNothing() throws Exception {
        OverHttp again = OverHttp.of(state).with(http);
        Path file = folder.resolve("firm/prices.csv");
        Path whole = folder.resolve("prices.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.addAll(later);
        Files.write(whole, lines);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        again.await("/api/v1/tasks/" + NEXT + "/release-data");
        assertEquals(
                200,
                again.answer(NEXT, "release-data", "ben", "the old rows are known")
                        .status());
        again.await("/api/v1/tasks/" + NEXT + "/propose-trades");

        olga.navigate(home + "/console/runs/" + NEXT);
        olga.getByText("Move the token").click();
        olga.waitForSelector(".drawing .djs-element");
        assertTrue(
                olga.locator("p.closed:has-text('check-data/check-data-contract')")
                        .innerText()
                        .contains("Not now: it is done"),
                "where it may not go says why");
        olga.locator("input[name=to][value^='execute-orders/']").check();
        olga.getByText("See what would change").click();
        assertTrue(
                olga.locator("#change").innerText().contains("it sends nothing and the run ends refused"),
                olga.content());
        olga.locator("#reason-move").fill("nobody is here to propose");
        olga.getByText("Ask a second person").click();
        assertEquals(
                0,
                olga.getByText("Approve", new Page.GetByTextOptions().setExact(true))
                        .count(),
                "not alone");
        Page pat = signedIn("pat");
        pat.navigate(home + "/console/tasks/" + NEXT + "/move-token-1");
        approve(pat);
        JsonNode report = report(NEXT);
        assertEquals("REFUSED", report.path("status").asText(), report.toString());
        assertEquals(0, report.path("children").asInt());
    }

    @Test
    @Order(7)
    void theRecordHoldsAndTheQualityOfTheDayIsTold() throws Exception {
        VesperProcess.Result verified =
                VesperProcess.start(state, "audit", "verify").await();
        assertEquals(0, verified.exitCode(), verified.output());
        VesperProcess.Result rules = VesperProcess.start(state, "quality", "rules", "--format", "csv")
                .await();
        assertTrue(rules.output().contains(RUN + ",prices,close-type,warning," + bad + ",yes,yes"), rules.output());
        home = "http://127.0.0.1:" + OverHttp.of(state).port();
        Page vera = signedIn("vera");
        vera.navigate(home + "/console/quality");
        String told = vera.locator("main").innerText();
        assertTrue(told.contains("close-type"), told);
        assertTrue(told.contains("few-bad-rows"), told);
        vera.locator("td[data-label='Set aside'] a").first().click();
        assertEquals(bad, vera.locator("article.task").count());
    }

    private static JsonNode report(String run) throws Exception {
        Path json = state.resolve("runs/" + run + "/run.json");
        for (int attempt = 0; !Files.exists(json); attempt++) {
            assertTrue(attempt < 600, "no report of " + run);
            Thread.sleep(200);
        }
        return new ObjectMapper().readTree(Files.readString(json));
    }

    private static void approve(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Approve").setExact(true))
                .click();
    }

    private static String snapshot() throws Exception {
        return new ObjectMapper()
                .readTree(http.get("/api/v1/runs/" + RUN + "/made-with").body())
                .path("snapshot")
                .asText();
    }
}
