package dev.vesper.desk.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.books.BookId;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every act of every topic, by every role: what the table does not allow is denied, the rest is not. */
class WhoMayTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final BookName BOOK = new BookName("/firms/small", false);
    private static final BookQuery QUERY = BookQuery.all(new BookId("/firms/small", false));
    private static final RunId RUN = new RunId("2018-04-11-001");

    /** @param needs empty for what everybody may who is anybody */
    private record Act(Optional<Permission> needs, Consumer<Operations> does) {
        boolean allowed(Predicate<Permission> may) {
            return needs.isEmpty() || may.test(needs.get());
        }
    }

    private static final Map<String, Act> ACTS = new TreeMap<>();

    private static void act(String name, Permission needs, Consumer<Operations> does) {
        ACTS.put(name, new Act(Optional.of(needs), does));
    }

    private static void everybodys(String name, Consumer<Operations> does) {
        ACTS.put(name, new Act(Optional.empty(), does));
    }

    static {
        act("runs newest", Permission.SEE, o -> o.runs().newest(1));
        act("runs show", Permission.SEE, o -> o.runs().show(RUN));
        act("runs state", Permission.SEE, o -> o.runs().state(RUN));
        act("runs today", Permission.SEE, o -> o.runs().today());
        act("runs processes", Permission.SEE, o -> o.runs().processes(RUN));
        act("runs data", Permission.SEE, o -> o.runs().data(RUN));
        act("runs rules", Permission.SEE, o -> o.runs().rules(RUN));
        act("runs trace", Permission.SEE, o -> o.runs().trace(RUN));
        act("runs madeWith", Permission.SEE, o -> o.runs().madeWith(RUN));
        act("runs questions", Permission.SEE, o -> o.runs().questions(RUN));
        act("runs reportFiles", Permission.SEE, o -> o.runs().reportFiles(RUN));
        act("runs reportFile", Permission.SEE, o -> o.runs().reportFile(RUN, "report.html"));
        act("runs proposedOrders", Permission.SEE, o -> o.runs().proposedOrders(RUN, 0, 1));
        act("runs proposedTotals", Permission.SEE, o -> o.runs().proposedTotals(RUN));
        act("runs proposedHoldings", Permission.SEE, o -> o.runs().proposedHoldings(RUN, 0, 1));
        act("runs proposedVerdicts", Permission.SEE, o -> o.runs().proposedVerdicts(RUN, 0, 1));
        act("orders totals", Permission.SEE, o -> o.orders().totals(RUN));
        act("orders list", Permission.SEE, o -> o.orders().list(RUN, 0, 1));
        act("orders show", Permission.SEE, o -> o.orders().show(RUN, "x"));
        act("orders schedule", Permission.SEE, o -> o.orders().schedule(RUN, "x"));
        act("orders life", Permission.SEE, o -> o.orders().life(RUN, "x"));
        act("orders children", Permission.SEE, o -> o.orders().children(RUN, "x", 0, 1));
        act("repair incidents", Permission.SEE, o -> o.repair().incidents());
        act("repair incident", Permission.SEE, o -> o.repair().incident(RUN));
        act("repair retry", Permission.WORK_RUNS, o -> o.repair().retry(RUN, "the disk has room"));
        act("repair retryAll", Permission.WORK_RUNS, o -> o.repair().retryAll(List.of(RUN), "the disk has room"));
        act("repair setAside", Permission.SEE, o -> o.repair().setAside(RUN, 0, 1));
        act(
                "repair decideRows",
                Permission.WORK_RUNS,
                o -> o.repair()
                        .decideRows(
                                RUN,
                                new RowAsk(RowAct.RELEASE, List.of(RowPlace.of("prices.csv:3:3")), Map.of()),
                                "it is right"));
        act("repair rowDecisions", Permission.SEE, o -> o.repair().rowDecisions(RUN));
        act("repair rowsClosed", Permission.SEE, o -> o.repair().rowsClosed(RUN));
        act("quality newest", Permission.SEE, o -> o.quality().newest(1));
        act("repair bundle", Permission.SEE_AUDIT, o -> o.repair().bundle());
        act("repair close", Permission.WORK_RUNS, o -> o.repair().close(RUN, "wrong date"));
        act("tasks newest", Permission.SEE, o -> o.tasks().newest(1));
        act("tasks show", Permission.SEE, o -> o.tasks().show(RUN + "/approve-trades"));
        act("tasks answer", Permission.ANSWER_TASKS, WhoMayTest::answer);
        String task = RUN + "/propose-trades";
        TaskFilter mine = new TaskFilter(TaskFilter.Whose.MINE, TaskFilter.State.OPEN, "");
        act("inbox tasks", Permission.SEE, o -> o.inbox().tasks(mine, 0, 1));
        act("inbox counts", Permission.SEE, o -> o.inbox().counts());
        act("inbox card", Permission.SEE, o -> o.inbox().card(task));
        act("inbox claim", Permission.ANSWER_TASKS, o -> o.inbox().claim(task, OptionalInt.empty()));
        act("inbox giveBack", Permission.ANSWER_TASKS, o -> o.inbox().giveBack(task, ""));
        act("inbox ask", Permission.ANSWER_TASKS, o -> o.inbox().ask(task, "why?"));
        act("inbox reply", Permission.ANSWER_TASKS, o -> o.inbox().reply(task, "so"));
        act("inbox delegate", Permission.ANSWER_TASKS, o -> o.inbox().delegate(task, "ben", ""));
        act("audit search", Permission.SEE_AUDIT, o -> o.audit().rows());
        act("audit chained", Permission.SEE_AUDIT, o -> o.audit().chained(AuditQuery.ALL, 0, 1));
        act("audit head", Permission.SEE_AUDIT, o -> o.audit().head());
        act("audit state", Permission.SEE_AUDIT, o -> o.audit().state());
        act("audit anchors", Permission.SEE_AUDIT, o -> o.audit().anchors());
        act("audit anchor", Permission.SEE_AUDIT, o -> o.audit().anchor());
        act("audit ofRun", Permission.SEE_AUDIT, o -> o.audit().ofRun(RUN));
        act("audit verify", Permission.SEE_AUDIT, o -> o.audit().verify());
        act("books all", Permission.SEE, o -> o.books().all());
        act("books accounts", Permission.SEE, o -> o.books().accounts(QUERY, "", 1));
        act("books lots", Permission.SEE, o -> o.books().lots(QUERY, "", 1));
        act("books lines", Permission.SEE, o -> o.books().lines(QUERY, 0, 0, 1));
        act("books flags", Permission.SEE, o -> o.books().flags(QUERY, "", 1));
        act("books verify", Permission.SEE, o -> o.books().verify(QUERY));
        act("books flows", Permission.SEE, o -> o.books().flows(BOOK, "", 1));
        act("books breaks", Permission.SEE, o -> o.books().breaks(BOOK, "", 1));
        act("books changedFiles", Permission.SEE, o -> o.books().changedFiles(BOOK));
        act("books post", Permission.POST_TO_BOOKS, o -> o.books().post(BOOK, Map.of()));
        act("books cancel", Permission.POST_TO_BOOKS, o -> o.books().cancel(BOOK, "D-1", ""));
        act("books reconcile", Permission.RECONCILE, o -> o.books().reconcile(BOOK, "", null));
        act("schedule show", Permission.SEE, o -> o.schedule().show(1, 1));
        act("schedule calendar", Permission.SEE, o -> o.schedule().calendar(RUN.date(), 1));
        act("schedule run", Permission.WORK_RUNS, o -> o.schedule().run(null));
        act("schedule rehearse", Permission.WORK_RUNS, o -> o.schedule().rehearse(null, false));
        act("schedule skip", Permission.WORK_RUNS, o -> o.schedule().skip("2018-04-12", "a feast"));
        act("schedule unskip", Permission.WORK_RUNS, o -> o.schedule().unskip("2018-04-12"));
        act("kills all", Permission.SEE, o -> o.kills().all());
        act("kills on", Permission.SEE, o -> o.kills().on());
        act("kills press", Permission.STOP_TRADING, o -> o.kills().press(KillKind.EVERYTHING, "", "why not"));
        act("kills release", Permission.STOP_TRADING, o -> o.kills().release("K-1", "why not"));
        act("kills giveUpRest", Permission.STOP_TRADING, o -> o.kills().giveUpRest(RUN, "why not"));
        act("limits worst", Permission.SEE, o -> o.limits().worst(RUN));
        act("limits accounts", Permission.SEE, o -> o.limits().accounts(RUN, "position-weight", 0, 1));
        act("limits orders", Permission.SEE, o -> o.limits().orders(RUN, "position-weight", "ACC1", 0, 1));
        act("limits why", Permission.SEE, o -> o.limits().why(RUN, "A"));
        act("limits exposures", Permission.SEE, o -> o.limits().exposures(RUN, ExposureBy.ACCOUNT));
        act("rules state", Permission.SEE, o -> o.rules().state());
        act("rules history", Permission.SEE, o -> o.rules().history());
        act("rules files", Permission.SEE, o -> o.rules().files("active"));
        act("rules file", Permission.SEE, o -> o.rules().file("active", "required.txt"));
        act("rules differences", Permission.SEE, o -> o.rules().differences("active", "disk"));
        act("breaches all", Permission.SEE, o -> o.breaches().all());
        act("breaches show", Permission.SEE, o -> o.breaches().show("P-1"));
        act("breaches take", Permission.ANSWER_TASKS, o -> o.breaches().take("P-1", "Ben", "sold by Friday"));
        act("waivers all", Permission.SEE, o -> o.waivers().all());
        act("waivers waivable", Permission.SEE, o -> o.waivers().waivable());
        act("waivers show", Permission.SEE, o -> o.waivers().show("W-1"));
        act(
                "waivers ask",
                Permission.CHECK_RULES,
                o -> o.waivers().ask("position-weight", "ACC1", "", BigDecimal.ONE, LocalDate.EPOCH, "why"));
        act("waivers approve", Permission.CHECK_RULES, o -> o.waivers().approve("W-1", ""));
        act("waivers reject", Permission.CHECK_RULES, o -> o.waivers().reject("W-1", "no"));
        act("waivers revoke", Permission.CHECK_RULES, o -> o.waivers().revoke("W-1", "sold"));
        act("drafts all", Permission.SEE, o -> o.drafts().all());
        act("drafts show", Permission.SEE, o -> o.drafts().show("D-1"));
        act("drafts look", Permission.SEE, o -> o.drafts().look("D-1", false));
        act("drafts proposals", Permission.SEE, o -> o.drafts().proposals("D-1"));
        act("drafts way", Permission.SEE, o -> o.drafts().way("D-1"));
        act("drafts processes", Permission.SEE, o -> o.drafts().processes("D-1"));
        act("drafts begin", Permission.EDIT_RULES, o -> o.drafts().begin("tighter", false));
        act("drafts write", Permission.EDIT_RULES, o -> o.drafts().write("D-1", "a.csv", "", "", ""));
        act("drafts remove", Permission.EDIT_RULES, o -> o.drafts().remove("D-1", "a.csv", "", ""));
        act("drafts accept", Permission.EDIT_RULES, o -> o.drafts().accept("D-1", "a.csv", 0, ""));
        act("drafts merge", Permission.EDIT_RULES, o -> o.drafts().merge("D-1", "", ""));
        act("drafts undo", Permission.EDIT_RULES, o -> o.drafts().undo("D-1", ""));
        act("drafts discard", Permission.EDIT_RULES, o -> o.drafts().discard("D-1", ""));
        act("drafts propose", Permission.EDIT_RULES, o -> o.drafts().propose("D-1", "", false, "why"));
        act("drafts withdraw", Permission.EDIT_RULES, o -> o.drafts().withdraw("D-1", ""));
        act("drafts rollback", Permission.EDIT_RULES, o -> o.drafts().rollback("0123456789ab", false, "why"));
        act("drafts approve", Permission.CHECK_RULES, o -> o.drafts().approve("D-1", 1, "", ""));
        act("drafts reject", Permission.CHECK_RULES, o -> o.drafts().reject("D-1", 1, "no"));
        act("drafts activate", Permission.CHECK_RULES, o -> o.drafts().activate("D-1"));
        act("rules replay", Permission.SEE, o -> o.rules().replay("limits/position-weight.dmn", "<x/>", 1));
        act("rules replayDraft", Permission.SEE, o -> o.rules().replayDraft("D-1", 1));
        act("rules replayed", Permission.SEE, o -> o.rules().replayed("0123456789ab"));
        act("rules replaySums", Permission.SEE, o -> o.rules().replaySums("0123456789ab"));
        act(
                "rules replayDifferences",
                Permission.SEE,
                o -> o.rules().replayDifferences("0123456789ab", ReplayFilter.ALL, 0, 1));
        act("rules sign", Permission.SIGN_RULES, o -> o.rules().sign("wash-sale.drl", "0".repeat(64)));
        act("ruleTables all", Permission.SEE, o -> o.ruleTables().all(""));
        act("ruleTables show", Permission.SEE, o -> o.ruleTables().show("limits/position-weight.dmn", ""));
        act(
                "ruleTables save",
                Permission.EDIT_RULES,
                o -> o.ruleTables().save("limits/position-weight.dmn", "", "00000000", List.of(), ""));
        act("ruleTables kinds", Permission.SEE, o -> o.ruleTables().kinds());
        act(
                "ruleTables begin",
                Permission.EDIT_RULES,
                o -> o.ruleTables().begin("Issuer weight", "issuer-limit", List.of("Issuer"), "", ""));
        act("ruleFiles show", Permission.SEE, o -> o.ruleFiles().show("limits/position-weight.dmn", "", "csv"));
        act(
                "ruleFiles look",
                Permission.EDIT_RULES,
                o -> o.ruleFiles().look("limits/position-weight.dmn", "", "a.csv", ""));
        act(
                "ruleFiles save",
                Permission.EDIT_RULES,
                o -> o.ruleFiles().save("limits/position-weight.dmn", "", "00000000", "a.csv", "", ""));
        act("ruleLists all", Permission.SEE, o -> o.ruleLists().all("", ""));
        act("ruleLists show", Permission.SEE, o -> o.ruleLists().show("restricted", "", ""));
        act("ruleLists tried", Permission.EDIT_RULES, o -> o.ruleLists().tried("restricted", "", List.of(), ""));
        act(
                "ruleLists save",
                Permission.EDIT_RULES,
                o -> o.ruleLists().save("restricted", "", "00000000", List.of(), ""));
        act("ruleLists begin", Permission.EDIT_RULES, o -> o.ruleLists().begin("esg", "issuer", "", ""));
        act("ruleCases all", Permission.SEE, o -> o.ruleCases().all(""));
        act("ruleCases show", Permission.SEE, o -> o.ruleCases().show("limits/position-weight.dmn", ""));
        act("ruleCases missing", Permission.SEE, o -> o.ruleCases().missing("limits/position-weight.dmn", ""));
        act(
                "ruleCases tried",
                Permission.EDIT_RULES,
                o -> o.ruleCases().tried("limits/position-weight.dmn", "", List.of(), List.of()));
        act(
                "ruleCases save",
                Permission.EDIT_RULES,
                o -> o.ruleCases().save("limits/position-weight.dmn", "", "00000000", List.of(), ""));
        act("ruleModels show", Permission.SEE, o -> o.ruleModels().show("limits/position-weight.dmn", ""));
        act(
                "ruleModels tried",
                Permission.EDIT_RULES,
                o -> o.ruleModels().tried("limits/position-weight.dmn", "", "<definitions/>"));
        act(
                "ruleModels withInput",
                Permission.EDIT_RULES,
                o -> o.ruleModels().withInput("limits/position-weight.dmn", "", "<definitions/>", "Sector"));
        act(
                "ruleModels save",
                Permission.EDIT_RULES,
                o -> o.ruleModels().save("limits/position-weight.dmn", "", "00000000", "<definitions/>", ""));
        act("clock show", Permission.SEE, o -> o.clock().show());
        act("clock forward", Permission.WORK_RUNS, o -> o.clock().forward("PT1H"));
        act("service health", Permission.SEE, o -> o.service().health());
        act("venues all", Permission.SEE, o -> o.venues().all());
        act("venues logOut", Permission.STOP_TRADING, o -> o.venues().logOut(RUN, "LIT", "why not"));
        act("venues logOn", Permission.STOP_TRADING, o -> o.venues().logOn(RUN, "LIT", "why not"));
        act("venues breakers", Permission.SEE, o -> o.venues().breakers());
        act("venues openBreaker", Permission.STOP_TRADING, o -> o.venues().openBreaker(RUN, "LIT", "why not"));
        act("venues closeBreaker", Permission.STOP_TRADING, o -> o.venues().closeBreaker(RUN, "LIT", "why not"));
        act("venues askNumbers", Permission.STOP_TRADING, o -> o.venues().askNumbers(RUN, "LIT", 1, 1, "why not"));
        act("repair moves", Permission.SEE, o -> o.repair().moves(RUN));
        act("repair move", Permission.SEE, o -> o.repair().move(RUN, "report", ""));
        act("repair askMove", Permission.WORK_RUNS, o -> o.repair().askMove(RUN, "report", "", "", "why not"));
        act("repair replays", Permission.SEE, o -> o.repair().replays(RUN));
        act("repair replay", Permission.SEE, o -> o.repair().replay(RUN, "rebalance"));
        act("repair askReplay", Permission.WORK_RUNS, o -> o.repair().askReplay(RUN, "rebalance", "", "why not"));
        act("books own", Permission.RECONCILE, o -> o.books().own(BOOK, "B-1", "olga"));
        act("users list", Permission.SEE_AUDIT, o -> o.users().list());
        act("users add", Permission.MANAGE_USERS, o -> o.users().add("zoe", Set.of(Role.VIEWER)));
        act("users roles", Permission.MANAGE_USERS, o -> o.users().roles("zoe", Set.of(Role.VIEWER)));
        act("users letOut", Permission.MANAGE_USERS, o -> o.users().letOut("zoe"));
        act("users letIn", Permission.MANAGE_USERS, o -> o.users().letIn("zoe"));
        act("users link", Permission.MANAGE_USERS, o -> o.users().link("zoe", "248289761001"));
        act("users unlink", Permission.MANAGE_USERS, o -> o.users().unlink("zoe"));
        act("users resetPassword", Permission.MANAGE_USERS, o -> o.users().resetPassword("zoe"));
        everybodys("me who", o -> o.me().who());
        everybodys("me changePassword", o -> o.me().changePassword(new Secret("a"), new Secret("b")));
        everybodys("me tokens", o -> o.me().tokens());
        everybodys("me issueToken", o -> o.me().issueToken("x", Set.of(), 1));
        everybodys("me revokeToken", o -> o.me().revokeToken("1"));
        everybodys("entry asked", o -> o.entry().asked());
        everybodys("entry signIn", o -> o.entry().signIn("zoe", new Secret("a")));
        everybodys("entry changePassword", o -> o.entry().changePassword("zoe", new Secret("a"), new Secret("b")));
    }

    private static void answer(Operations operations) {
        operations.tasks().answer(RUN + "/propose-trades", Answer.REJECT, "", "");
    }

    /** Whether an act was kept from a caller who may not. */
    private static boolean denied(Caller caller, Act act) {
        Memory memory = new Memory();
        memory.open(LocalDate.of(2018, 4, 11), "/firms/small", 7, false, NOON);
        InstantSource clock = InstantSource.fixed(NOON);
        try {
            act.does.accept(
                    MemoryOperations.over(memory, clock, Optional.empty()).as(caller));
            return false;
        } catch (Problem problem) {
            return problem.kind() == Problem.Kind.REFUSED
                    && String.valueOf(problem.getMessage()).startsWith("Expected somebody who may ");
        }
    }

    @Test
    void everyActOfEveryTopicIsTried() {
        List<String> all = new ArrayList<>();
        for (Method topic : Operations.class.getMethods()) {
            for (Method act : topic.getReturnType().getMethods()) {
                if (!act.isDefault()) {
                    all.add(topic.getName() + " " + act.getName());
                }
            }
        }
        assertEquals(all.stream().sorted().toList(), List.copyOf(ACTS.keySet()));
    }

    @Test
    void aRoleMayWhatItsLineOfTheTableSays() {
        for (Role role : Role.values()) {
            SignedIn caller = SignedIn.whole("carol", Set.of(role));
            ACTS.forEach(
                    (name, act) -> assertEquals(!act.allowed(role::may), denied(caller, act), () -> role + " " + name));
        }
    }

    @Test
    void aTokenAllowsNoMoreThanItsScope() {
        SignedIn caller = new SignedIn("carol", EnumSet.allOf(Role.class), EnumSet.of(Permission.SEE));
        ACTS.forEach(
                (name, act) -> assertEquals(!act.allowed(needs -> needs == Permission.SEE), denied(caller, act), name));
    }

    @Test
    void severalRolesMayWhatAnyOfThemMay() {
        SignedIn both = SignedIn.whole("carol", Set.of(Role.VIEWER, Role.TRADER));
        assertTrue(both.may(Permission.POST_TO_BOOKS));
        assertFalse(both.may(Permission.WORK_RUNS));
        assertFalse(SignedIn.whole("carol", Set.of()).may(Permission.SEE));
    }

    /** Who decides who may answer answers nothing, and whoever owns the files decides nothing of the business. */
    @Test
    void whoMakesUsersDecidesNothing() {
        Set<Permission> allowed = EnumSet.of(Permission.SEE, Permission.SEE_AUDIT, Permission.MANAGE_USERS);
        for (Caller caller : List.of(new Owner(), SignedIn.whole("ada", Set.of(Role.ADMINISTRATOR)))) {
            for (Permission permission : Permission.values()) {
                assertEquals(allowed.contains(permission), caller.may(permission), permission.words());
            }
        }
        for (Role role : Role.values()) {
            SignedIn both = SignedIn.whole("ada", EnumSet.of(Role.ADMINISTRATOR, role));
            for (Permission permission : Permission.values()) {
                assertEquals(allowed.contains(permission), both.may(permission), () -> role + " " + permission);
            }
        }
    }
}
