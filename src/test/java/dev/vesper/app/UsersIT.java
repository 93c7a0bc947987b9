package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.api.server.ServerCertificate;
import dev.vesper.app.run.FirstUser;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.OpeningEntries;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.firm.Firm;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A store before and after its first users, by its commands: one store for all of it, in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsersIT {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);
    private static final Path FIRM =
            Path.of("src/test/resources/golden/tiny/firm").toAbsolutePath();
    private static final String OWN = "four blue horses";

    /** What decides something, of a real run or book, or with the words in brackets of a rehearsal. */
    private static final List<String> DECIDES = List.of(
            "tasks approve RUN/propose-trades",
            "tasks reject RUN/propose-trades",
            "runs resume RUN --reason why",
            "books post deposit --firm FIRM --id D-9 --date 2018-04-11 --account ACCOUNT --amount 1 --currency USD",
            "books cancel D-7 --firm FIRM",
            "books reverse 2 --firm FIRM",
            "books close 2018-03-31 --firm FIRM",
            "books reconcile --firm FIRM --as-of 2018-04-11",
            "books own B-1 --firm FIRM",
            "runs abandon RUN --reason why");

    /** What opens real days, or keeps one from opening. */
    private static final List<String> SCHEDULES = List.of(
            "schedule run --date 2018-04-11",
            "schedule skip 2018-04-11T18:00 --reason holiday",
            "schedule unskip 2018-04-11T18:00");

    private record Answer(int code, String out, String err) {}

    @TempDir
    static Path folder;

    private final Deque<String> keys = new ArrayDeque<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Wiring wiring;
    private RunId real;
    private RunId rehearsal;
    private String account;

    @BeforeAll
    void aStoreWithTwoRunsAndTheirBooks() {
        Settings settings =
                Settings.from(Map.of("VESPER_VAR", folder.resolve("var").toString()), Path.of(""));
        Console console = new Console(
                new PrintStream(said, true, StandardCharsets.UTF_8), /* terminal= */ true, prompt -> keys.poll());
        wiring = new Wiring(settings, SystemTimes.in(settings.zone()), console);
        Firm firm = wiring.firm.firms().read(FIRM);
        account = firm.accounts().getFirst().id();
        real = run(firm, false);
        rehearsal = run(firm, true);
    }

    @AfterAll
    void close() {
        wiring.close();
    }

    private RunId run(Firm firm, boolean rehearsed) {
        var kept = wiring.store.store.get();
        RunId run = kept.runs().open(DATE, FIRM.toString(), 7, rehearsed, NOON).id();
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            kept.tasks()
                    .raise(new UserTask(
                            new TaskId(run, kind).toString(), run, kind, "Go on?", "", NOON, null, null, null, ""));
        }
        List<BookedEntry> placed = new ArrayList<>();
        OpeningEntries.of(firm.accounts(), List.of(), DATE.minusDays(1), run.value(), "")
                .forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, NOON, entry)));
        kept.books()
                .append(
                        new BookId(FIRM.toString(), rehearsed),
                        new EntriesBooked(placed),
                        "vesper",
                        run.value(),
                        "",
                        NOON);
        return run;
    }

    private Answer vesper(String command) {
        said.reset();
        var out = new StringWriter();
        int code = Main.commandLine(wiring)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(
                        new PrintStream(said, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8))
                .execute(words(command));
        return new Answer(code, out.toString(), said.toString(StandardCharsets.UTF_8));
    }

    /** As a shell splits them. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|\\S+").matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    private String on(String command, boolean rehearsed) {
        String told = command.replace("RUN", (rehearsed ? rehearsal : real).value())
                .replace("FIRM", FIRM.toString())
                .replace("ACCOUNT", account);
        return told.startsWith("books") && rehearsed ? told + " --rehearsal" : told;
    }

    private static boolean asksForALogin(Answer answer) {
        return answer.code() == 3 && answer.err().contains("./vesper login bob");
    }

    private String oneTime(String user) {
        Answer made = vesper("users reset " + user);
        assertEquals(0, made.code(), made.err());
        return made.out().strip();
    }

    private void login(String user) {
        keys.addAll(List.of(oneTime(user), OWN, OWN));
        Answer in = vesper("login " + user);
        assertEquals(0, in.code(), in.err());
    }

    @Test
    @Order(1)
    void withoutUsersANameIsBelieved() {
        for (String command : DECIDES) {
            Answer answer = vesper(on(command, false).replace("runs abandon", "runs resume") + " --as bob");
            assertFalse(asksForALogin(answer), () -> command + answer);
        }
        assertEquals(2, vesper("runs abandon --reason why " + real).code(), "somebody must be named");
        assertEquals(0, vesper("whoami").code());
        assertEquals(2, vesper("tokens list").code(), "nobody signed in");
    }

    @Test
    @Order(2)
    void thePagesCommandsDoWhatItSays() throws Exception {
        Map<String, String> outs = new LinkedHashMap<>();
        for (String line : HowToPage.of("users.md").block("sh").lines().toList()) {
            assertTrue(line.startsWith("./vesper "), line);
            if (line.contains(" login alice")) {
                keys.addAll(List.of(outs.get("users add alice").strip(), OWN, OWN));
            }
            Answer answer = vesper(line.substring("./vesper ".length()));
            assertEquals(0, answer.code(), () -> line + answer);
            if (line.contains(" login ")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(wiring.settings.folder("login.json"))));
            }
            outs.put(line.replaceFirst("\\./vesper (.*?)( --.*)?$", "$1"), answer.out());
        }
        assertTrue(keys.isEmpty(), "every password was asked for");
        assertTrue(outs.get("whoami").startsWith("alice, trader, signed in until "), outs.get("whoami"));
        assertTrue(outs.get("tokens issue").startsWith("vesper_"), outs.get("tokens issue"));
        assertTrue(outs.get("tokens list").contains("nightly export"), outs.get("tokens list"));
        assertTrue(outs.get("users list").contains("approver"), outs.get("users list"));
        assertFalse(Files.exists(wiring.settings.folder("login.json")));
    }

    @Test
    @Order(3)
    void withUsersANameAloneDecidesInRehearsalsOnly() {
        for (String command : DECIDES) {
            Answer answer = vesper(on(command, false) + " --as bob");
            assertTrue(asksForALogin(answer), () -> command + answer);
        }
        for (String command : SCHEDULES) {
            Answer answer = vesper(command + " --as bob");
            assertTrue(asksForALogin(answer), () -> command + answer);
        }
        assertFalse(asksForALogin(vesper("schedule rehearse --date 2018-04-11 --as bob")), "it is a rehearsal");
        for (String command : DECIDES) {
            Answer answer = vesper(on(command, true) + " --as bob");
            assertFalse(asksForALogin(answer), () -> command + answer);
        }
        assertTrue(vesper("runs list --format csv")
                .out()
                .lines()
                .anyMatch(line -> line.startsWith(rehearsal + ",") && line.contains("abandoned")));
        assertTrue(vesper("runs list --format csv")
                .out()
                .lines()
                .anyMatch(line -> line.startsWith(real + ",") && !line.contains("abandoned")));
    }

    @Test
    @Order(4)
    void whoSignedInNeedsNotBeNamed() {
        assertEquals(2, vesper("runs abandon --reason why " + real).code(), "nobody signed in");
        login("alice");
        Answer posted = vesper(on(DECIDES.get(3), false));
        assertEquals(0, posted.code(), posted::err);
        Answer refused = vesper("runs abandon --reason why " + real);
        assertEquals(3, refused.code(), "no trader's work");
        assertTrue(refused.err().contains("alice may not"), refused.err());
        assertTrue(asksForALogin(vesper("runs abandon --reason why " + real + " --as bob")), "a name is no disguise");
        vesper("users roles alice --role operator");
        assertEquals(0, vesper("runs abandon --reason why " + real).code(), "from the next question on");
        assertTrue(vesper("audit list --format csv")
                .out()
                .lines()
                .anyMatch(line -> line.contains(",alice,run-abandoned," + real)));
        vesper("users out alice");
        Answer out = vesper("whoami");
        assertEquals(3, out.code());
        assertTrue(out.err().contains("./vesper login"), out.err());
        assertEquals(0, vesper("logout").code());
    }

    /** Whoever read a log could be the administrator. */
    @Test
    @Order(5)
    void otherMachinesAreAnsweredOnceTheAdministratorsChoseTheirPasswords() throws Exception {
        TestCertificate ours = TestCertificate.make(folder, "EC", "dns:vesper.example");
        Listening all = new Listening(
                InetAddress.ofLiteral("0.0.0.0"),
                0,
                Optional.of(ServerCertificate.read(ours.certificate(), ours.key())));
        FirstUser.settle(wiring, Listening.loopback(0));
        Problem refused = assertThrows(Problem.class, () -> FirstUser.settle(wiring, all));
        assertTrue(String.valueOf(refused.getMessage()).contains("./vesper login ada"), refused.getMessage());
        login("ada");
        FirstUser.settle(wiring, all);
        assertEquals(3, vesper("users list --format csv").out().lines().skip(1).count(), "nobody was made");
    }

    @Test
    @Order(6)
    void badWordsAreToldApart() {
        assertEquals(2, vesper("users add zoe --role king").code());
        assertEquals(2, vesper("users add zoe").code());
        assertEquals(3, vesper("users add ADA --role viewer").code(), "a look-alike");
        assertEquals(3, vesper("users out ada").code(), "the last administrator");
        assertEquals(3, vesper("users roles nobody --role viewer").code());
        keys.add("wrong");
        assertEquals(3, vesper("login ada").code());
        assertEquals(2, vesper("login ada").code(), "the terminal was closed");
        keys.addAll(List.of(oneTime("ada"), OWN, "another one"));
        assertEquals(2, vesper("login ada").code(), "mistyped");
        keys.addAll(List.of(oneTime("ada"), "short", "short"));
        assertEquals(2, vesper("login ada").code());
        assertEquals(0, vesper("audit verify").code(), () -> said.toString(StandardCharsets.UTF_8));
    }
}
