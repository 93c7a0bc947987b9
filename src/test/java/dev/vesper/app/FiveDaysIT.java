package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.vesper.testing.Chromium;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.OverHttp;
import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The week of Christmas under {@code up}: the schedule opens each day as soon as its prices are there, two people answer by
 * the commands. A half day, a holiday, a rejected day, a restart while somebody is asked, a day on which nothing may be
 * bought.
 */
class FiveDaysIT {
    private static final List<String> DAYS =
            List.of("2025-12-23", "2025-12-24", "2025-12-26", "2025-12-29", "2025-12-30");

    @TempDir
    Path folder;

    private Path firm;
    private Path state;
    private List<String> prices;
    private final Map<String, String> tokens = new HashMap<>();
    /** Of the run that counts, where it is not the first of its day. */
    private final Map<String, String> numbers = new HashMap<>();

    @Test
    void theScheduleRunsAWeekByItself() throws Exception {
        firm = folder.resolve("firm");
        state = folder.resolve("state");
        VesperProcess.sampleFirm(firm);
        Path yaml = firm.resolve("firm.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("sample: true", "sample: false")
                        .replaceFirst("(?m)^schedule:.*$", "schedule: \"*/3 * * * * *\""));
        prices = Files.readAllLines(firm.resolve("prices.csv"));

        pricesUntil(DAYS.get(0));
        VesperProcess up = up();
        up.awaitLine(line -> line.contains("Run 2025-12-23-001 opened by the schedule"));
        OverHttp http = OverHttp.of(state);
        for (Map.Entry<String, String> person : Map.of(
                        "alice", "trader", "bob", "approver", "olga", "operator", "pat", "operator")
                .entrySet()) {
            tokens.put(person.getKey(), http.letIn(person.getKey(), person.getValue()));
        }
        String asked = answer(DAYS.get(0), "approve");
        assertTrue(
                asked.contains("to be worked on 2025-12-24 09:30 to 13:00 America/New_York, a half day (XNYS)"
                        + " and settled on 2025-12-26?"),
                asked);
        assertEquals("DONE", ended(DAYS.get(0)).path("status").asText());

        pricesUntil(DAYS.get(1));
        answer(DAYS.get(1), "reject");
        JsonNode rejected = ended(DAYS.get(1));
        assertEquals("REFUSED", rejected.path("status").asText());
        assertEquals(0, rejected.path("children").asInt());
        assertTrue(
                vesper(0, "runs", "show", run(DAYS.get(1))).contains("✗ bob answered reject (too much at once)"),
                "and who said so");

        scheduleAsOperationsSeesIt();
        pricesUntil(DAYS.get(2));
        decide(run(DAYS.get(2)) + "/propose-trades", "approve", "alice");
        assertTrue(
                vesper("olga", 3, "schedule", "run")
                        .contains("Expected no other day to be open, but run " + run(DAYS.get(2)) + " is waiting"),
                "one day at a time");
        up.stop();
        up.await();
        up = up();
        assertTrue(
                vesper(0, "schedule", "show", "--next", "1", "--last", "1").contains("prices end on " + DAYS.get(2)),
                "after a restart too");
        decide(run(DAYS.get(2)) + "/approve-trades", "approve", "bob");
        assertEquals("DONE", ended(DAYS.get(2)).path("status").asText());

        pricesUntil(DAYS.get(3));
        aDayIsReplayedFromItsRebalance(DAYS.get(3), http);
        decide(run(DAYS.get(3)) + "/approve-trades", "approve", "bob");
        JsonNode limits = ended(DAYS.get(3)).path("limits");
        assertEquals(0, limits.path("denied").asInt() + limits.path("cut").asInt(), "planned within the rules");

        pricesUntil(DAYS.get(4));
        if (Chromium.there()) {
            aDayThatIsStoppedAndReleasedInTheBrowser(up);
        } else {
            System.err.println("no Chromium on the PATH: the kill switch is not pressed in a browser");
            answer(DAYS.get(4), "approve");
        }
        ended(DAYS.get(4));
        theNextDayOpensFromTheRunThatCounts();

        aWeekAsOperationsSeesIt();
        vesper(0, "schedule", "rehearse", "--date", DAYS.get(4), "--as", "olga");
        JsonNode rehearsed = ended(DAYS.get(4), "-002");
        assertEquals("DONE", rehearsed.path("status").asText());
        assertTrue(rehearsed.path("rehearsal").asBoolean(), "two demo users approved");
        up.stop();
        VesperProcess.Result closed = up.await();
        assertTrue(!closed.output().contains("our fault"), closed.output());
        assertTrue(
                !closed.output().contains("notice breach: Run " + run(DAYS.get(3))), "nothing of it was cut or denied");
    }

    /** As the page of repairs tells: Olga asks, cannot agree herself, Pat agrees, and the same orders are asked about anew. */
    private void aDayIsReplayedFromItsRebalance(String day, OverHttp people) throws Exception {
        String old = run(day);
        OverHttp http = OverHttp.of(state).with(people);
        decide(old + "/propose-trades", "approve", "alice");
        String orders = http.get("/api/v1/runs/" + old + "/proposal/orders").body();
        for (List<String> words : HowToPage.of("repair.md").commands("runs replay " + old)) {
            boolean asks = words.contains("--reason");
            String said = vesper(asks ? "olga" : "pat", 0, words.toArray(String[]::new));
            assertTrue(said.contains(asks ? old + "/replay-day-1" : "rebalance"), said);
        }
        OverHttp.Answer alone = http.answer(old, "replay-day-1", "olga", "");
        assertTrue(alone.status() == 409 && alone.body().contains("Expected another person"), alone::toString);
        assertEquals(200, http.answer(old, "replay-day-1", "pat", "").status());
        numbers.put(day, "-002");
        JsonNode left = new ObjectMapper()
                .readTree(http.get("/api/v1/runs/" + old).body())
                .path("run");
        assertEquals(
                "abandoned " + run(day),
                left.path("status").asText() + " " + left.path("supersededBy").asText());
        OverHttp.Answer late = http.answer(old, "approve-trades", "bob", "");
        assertTrue(late.status() == 409 && late.body().contains("has ended"), late::toString);
        http.await("/api/v1/tasks/" + run(day) + "/propose-trades");
        assertEquals(200, http.answer(run(day), "propose-trades", "alice", "").status());
        assertTrue(orders.contains(old + "-"), orders);
        assertEquals(
                orders.replace(old, run(day)),
                http.get("/api/v1/runs/" + run(day) + "/proposal/orders").body(),
                "the same files, seed and rules");
    }

    /** What was filled is the new run's, and the day after opens with it. */
    private void theNextDayOpensFromTheRunThatCounts() throws Exception {
        JsonNode replayed = ended(DAYS.get(3));
        assertEquals(DAYS.get(3) + "-001", replayed.path("supersedes").asText());
        assertEquals("rebalance", replayed.path("replayedFrom").asText());
        assertTrue(replayed.path("fills").asInt() > 0, replayed::toString);
        Path runs = state.resolve("runs");
        String files = "input/positions.csv";
        assertEquals(
                Files.readString(runs.resolve(DAYS.get(3) + "-001").resolve(files)),
                Files.readString(runs.resolve(run(DAYS.get(3))).resolve(files)),
                "taken over");
        assertTrue(
                !Files.readString(runs.resolve(run(DAYS.get(4))).resolve(files))
                        .equals(Files.readString(runs.resolve(run(DAYS.get(3))).resolve(files))),
                "the next day opens with what was filled");
        String ledger = vesper(0, "books", "ledger", "--firm", firm.toString(), "--format", "csv");
        assertTrue(ledger.contains(run(DAYS.get(3)) + "-"), ledger);
        assertTrue(!ledger.contains(DAYS.get(3) + "-001-"), "of the old run nothing is posted");
    }

    /** Olga stops everything, so nothing reaches a venue; she asks for the release and cannot agree to it, and Pat agrees. */
    private void aDayThatIsStoppedAndReleasedInTheBrowser(VesperProcess up) throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            Page olga = signedIn(chromium, "olga", complaints);
            olga.navigate(console("kill-switch"));
            olga.getByLabel("Everything, of every run").check();
            olga.locator("#reason").fill("the prices are wrong");
            olga.locator("button:has-text(\"Stop it now\")").click();
            assertTrue(olga.locator("p.stopped").textContent().contains("K-1 stops everything"), "on every page");

            answer(DAYS.get(4), "approve");
            up.awaitLine(line -> line.contains("K-1 stops everything") && line.contains("the run waits"));
            olga.navigate(console("venues"));
            assertEquals(
                    List.of("logged on", "logged on"),
                    olga.locator("article .stamp").allTextContents());
            assertEquals(List.of(), ordersAtVenues(DAYS.get(4)), "the next child order did not leave");

            olga.navigate(console("kill-switch"));
            olga.locator("article input[name=reason]").fill("the prices are right again");
            olga.locator("button:has-text(\"Ask for the release\")").click();
            olga.navigate(console("tasks/K-1/release-kill-1"));
            assertEquals(0, olga.locator("button:has-text(\"Approve\")").count(), "who asked does not agree");
            assertEquals(List.of(), ordersAtVenues(DAYS.get(4)));

            Page pat = signedIn(chromium, "pat", complaints);
            pat.navigate(console("tasks/K-1/release-kill-1"));
            pat.locator("button:has-text(\"Approve\")").click();
            ended(DAYS.get(4));
            pat.navigate(console("kill-switch"));
            assertEquals(0, pat.locator("p.stopped").count());
            everyPageOfTheRunFits(pat, "runs/" + run(DAYS.get(4)));
        }
        assertTrue(!ordersAtVenues(DAYS.get(4)).isEmpty(), "what was released has left");
        assertEquals(List.of(), complaints, "the browser refuses nothing of ours");
    }

    /** With the names and amounts of a real day nothing is wider than the screen. */
    private void everyPageOfTheRunFits(Page page, String run) throws IOException {
        page.navigate(console(run + "/orders"));
        String order = page.locator("main tbody a").first().getAttribute("href");
        for (String path : List.of("", "/orders", "/limits", "/exposures", "/proposal", "/report", "/made-with")) {
            page.navigate(console(run + path));
            assertEquals(1280, page.evaluate("document.documentElement.scrollWidth"), path);
        }
        page.navigate(console(order.substring("/console/".length())));
        assertEquals(1280, page.evaluate("document.documentElement.scrollWidth"), order);
    }

    private Page signedIn(Chromium chromium, String name, List<String> complaints) throws IOException {
        Page page = chromium.screen(1280, ColorScheme.LIGHT, console(""), complaints);
        page.navigate(console("sign-in"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(OverHttp.OWN);
        page.locator("form.fields button").click();
        return page;
    }

    private String console(String path) throws IOException {
        JsonNode served = new ObjectMapper().readTree(Files.readString(state.resolve("control.json")));
        return served.path("address").asText() + "/console/" + path;
    }

    /** What the venues of a day wrote down of orders. */
    private List<String> ordersAtVenues(String day) throws IOException {
        List<String> orders = new ArrayList<>();
        try (Stream<Path> files =
                Files.walk(state.resolve("venues").resolve(run(day)).resolve("venues"))) {
            for (Path journal : files.filter(file -> file.endsWith("journal")).toList()) {
                Files.readAllLines(journal).stream()
                        .filter(line -> line.contains("enter"))
                        .forEach(orders::add);
            }
        }
        return orders;
    }

    /** What the occasions found, one that is skipped, and a date that the books do not take again. */
    private void scheduleAsOperationsSeesIt() throws Exception {
        JsonNode shown = new ObjectMapper()
                .readTree(vesper(0, "schedule", "show", "--last", "100", "--next", "1", "--format", "json")
                        .lines()
                        .filter(line -> !line.startsWith("\"*/3"))
                        .collect(Collectors.joining("\n")));
        List<String> opened = new ArrayList<>();
        shown.forEach(row -> {
            if (row.path("state").asText().equals("run")) {
                opened.add(row.path("run").asText());
            }
        });
        assertTrue(opened.contains(run(DAYS.get(1))), shown::toString);
        String noon = LocalDate.now(ZoneId.systemDefault()).plusDays(1) + "T12:00";
        vesper("olga", 0, "schedule", "skip", noon, "--reason", "nobody is here");
        assertTrue(
                vesper("pat", 3, "schedule", "skip", noon, "--reason", "me too")
                        .contains("is skipped by olga already: nobody is here"),
                "once");
        vesper("pat", 0, "schedule", "unskip", noon);
        assertTrue(
                vesper("olga", 3, "schedule", "run", "--date", DAYS.get(0)).contains("a date is traded once"),
                "the books' own reason");
    }

    /** Each day worked in the session after it, whatever the calendar does; all of it adds up. */
    private void aWeekAsOperationsSeesIt() throws Exception {
        JsonNode runs = new ObjectMapper().readTree(vesper(0, "runs", "list", "--format", "json"));
        List<String> seen = new ArrayList<>();
        runs.forEach(run ->
                seen.add(run.path("date").asText() + " " + run.path("status").asText()));
        assertEquals(
                List.of(
                        "2025-12-30 done",
                        "2025-12-29 done",
                        "2025-12-29 abandoned",
                        "2025-12-26 done",
                        "2025-12-24 refused",
                        "2025-12-23 done"),
                seen);
        Map<String, String> worked = Map.of(
                "2025-12-23", "2025-12-24 true 2025-12-26",
                "2025-12-26", "2025-12-29 false 2025-12-30",
                "2025-12-29", "2025-12-30 false 2025-12-31",
                "2025-12-30", "2025-12-31 false 2026-01-02");
        worked.forEach((day, words) -> {
            JsonNode session = ended(day).path("sessions").path(0);
            assertEquals(
                    words,
                    session.path("date").asText() + " "
                            + session.path("halfDay").asBoolean() + " "
                            + session.path("settles").asText());
        });
        for (String day : DAYS) {
            String shown = vesper(0, "runs", "show", run(day));
            assertTrue(shown.contains("alice answered approve to: Propose "), shown);
            assertTrue(shown.contains("bob answered "), shown);
        }
        assertTrue(vesper(0, "tasks", "list", "--format", "csv").lines().count() >= 10, "two questions a day");
        for (String verb : List.of("show", "lots", "ledger")) {
            vesper(0, "books", verb, "--firm", firm.toString());
        }
        assertTrue(vesper(0, "books", "verify").contains("cash is conserved"));
        assertTrue(vesper(0, "audit", "verify").contains("every hash follows"));
    }

    private VesperProcess up() throws Exception {
        VesperProcess up = VesperProcess.start(state, Map.of("VESPER_HTTP_PORT", "0"), "up", "--firm", firm.toString());
        up.awaitLine(line -> line.contains("Vesper is up"));
        return up;
    }

    /** As a vendor delivers them: whole, in one step. */
    private void pricesUntil(String date) throws IOException {
        Path whole = firm.resolve("prices.csv.tmp");
        Files.write(
                whole,
                prices.stream()
                        .filter(line ->
                                line.startsWith("date") || line.substring(0, 10).compareTo(date) <= 0)
                        .toList());
        Files.move(whole, firm.resolve("prices.csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Alice proposes, Bob answers; what he was asked. */
    private String answer(String day, String how) throws Exception {
        decide(run(day) + "/propose-trades", "approve", "alice");
        decide(run(day) + "/approve-trades", how, "bob");
        return vesper(0, "tasks", "show", run(day) + "/approve-trades");
    }

    private void decide(String task, String how, String by) throws Exception {
        List<String> command = new ArrayList<>(List.of("tasks", how, task));
        if (how.equals("reject")) {
            command.addAll(List.of("--reason", "too much at once"));
        }
        for (int attempt = 0; ; attempt++) {
            VesperProcess.Result said = VesperProcess.start(state, as(by), command.toArray(new String[0]))
                    .await();
            if (said.exitCode() == 0) {
                return;
            }
            assertTrue(attempt < 60, said.output()); // the day opens and asks some seconds after its prices are there
            Thread.sleep(500);
        }
    }

    private JsonNode ended(String day) {
        return ended(day, numbers.getOrDefault(day, "-001"));
    }

    private JsonNode ended(String day, String number) {
        Path json = state.resolve("runs/" + day + number + "/run.json");
        try {
            for (int attempt = 0; !Files.exists(json); attempt++) {
                assertTrue(attempt < 600, "no report of " + day);
                Thread.sleep(500);
            }
            return new ObjectMapper().readTree(Files.readString(json));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String run(String day) {
        return day + numbers.getOrDefault(day, "-001");
    }

    private Map<String, String> as(String person) {
        return Map.of("VESPER_TOKEN", tokens.get(person));
    }

    private String vesper(String person, int code, String... arguments) throws Exception {
        VesperProcess.Result result =
                VesperProcess.start(state, as(person), arguments).await();
        assertEquals(code, result.exitCode(), result.output());
        return result.output();
    }

    private String vesper(int code, String... arguments) throws Exception {
        VesperProcess.Result result = VesperProcess.start(state, arguments).await();
        assertEquals(code, result.exitCode(), result.output());
        return result.output();
    }
}
