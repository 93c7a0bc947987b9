package dev.vesper.app.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.attack.AttackOracle.Says;
import dev.vesper.app.attack.WaysIn.Way;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.testing.AttackTry;
import dev.vesper.testing.AttackTry.Act;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sequences that attack the rules of four eyes, tried by people in process, over HTTP, by the client of the command line and
 * by forms, on stores that are real. Beside each stands an oracle that says what must become of it. Whatever is refused is one
 * row of the audit and changed nothing; what stands at the end was given by as many people as were asked; and every row that
 * somebody edits in the database, between the steps or after them, is named, and nobody approves by it.
 *
 * <p>{@code -Dvesper.attacks=5000} tries more sequences, {@code -Dvesper.attacks.seed=7} others.
 */
class ApprovalAttackTest {
    private static final int SEQUENCES = Integer.getInteger("vesper.attacks", 48);
    private static final long SEED = Long.getLong("vesper.attacks.seed", 20180411);
    private static final Way[] WAYS = Way.values();

    /** Before one of so many steps somebody edits a row. */
    private static final int EDITED = 10;

    /** By how many units each order has: the groups of the approvals that are needed, in their order. */
    private static final Map<Integer, List<Integer>> STEPS =
            Map.of(5, List.of(1), 20, List.of(1, 2), 60, List.of(1, 1, 2));

    private static final List<Integer> UNITS = List.of(5, 20, 60);

    /** All belong to all groups, so that a day of which little goes wrong is approved. */
    private static final List<Integer> EVERYBODY = Collections.nCopies(AttackTry.PEOPLE.size(), 7);

    private final Random random = new Random(SEED);
    private final Map<Says, Integer> became = new EnumMap<>(Says.class);
    private final Map<Integer, Integer> stood = new TreeMap<>();
    /** Edits between the steps by table, and answers that were refused meanwhile. */
    private final Map<String, Integer> edits = new TreeMap<>();

    @TempDir
    private Path home;

    private AttackedFirm firm;
    private WaysIn ways;

    @BeforeEach
    void open() throws Exception {
        firm = new AttackedFirm(home);
        ways = new WaysIn(firm);
    }

    @AfterEach
    void close() throws Exception {
        ways.close();
        firm.close();
    }

    @Test
    void noWayInBringsAnApprovalThatFewerPeopleGaveThanItNeeds() throws Exception {
        List<RunId> approved = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        firm.forge(
                "drop trigger if exists event_append_only",
                "drop trigger if exists audit_row_append_only",
                "set referential_integrity false");
        for (int i = 0; i < SEQUENCES; i++) {
            int units = UNITS.get(i % UNITS.size());
            boolean friendly = i % 4 == 0;
            List<Integer> member = friendly ? EVERYBODY : AttackTry.groups(random);
            RunId run = firm.asks(units, AttackTry.people(member));
            AttackOracle oracle = new AttackOracle(STEPS.get(units), member);
            List<AttackTry> tries = new ArrayList<>(AttackTry.sequence(random));
            if (friendly) {
                tries.subList(AttackTry.SHORTEST, tries.size()).clear();
            }
            if (i % 2 == 0) {
                tries.addAll(everybodySaysYes(oracle.seats()));
            }
            try {
                attack(run, tries, oracle);
                if (stands(run, oracle)) {
                    approved.add(run);
                    stood.merge(STEPS.get(units).size(), 1, Integer::sum);
                }
            } catch (AssertionError fault) {
                faults.add(fault.getMessage() + " in " + tries);
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(List.of(), firm.audit.verify());
        assertTrue(became.get(Says.DONE) > SEQUENCES && became.get(Says.REFUSED) > SEQUENCES, became::toString);
        assertEquals(Set.of(1, 2, 3), stood.keySet(), "days of every number of approvals were approved");
        assertTrue(edits.keySet().containsAll(EDITS), edits::toString);
        forgeries(approved);
    }

    /** Everybody, in whatever order, says yes to each seat: what can be approved by then is. */
    private List<AttackTry> everybodySaysYes(int seats) {
        List<AttackTry> all = new ArrayList<>();
        for (int seat = 0; seat < seats; seat++) {
            List<Integer> people = new ArrayList<>(
                    IntStream.range(0, AttackTry.PEOPLE.size()).boxed().toList());
            Collections.shuffle(people, random);
            for (int person : people) {
                all.add(new AttackTry(Act.ANSWER, person, person, 0, seat));
            }
        }
        return all;
    }

    private void attack(RunId run, List<AttackTry> tries, AttackOracle oracle) throws Exception {
        List<String> opened = new ArrayList<>();
        for (int seat = 0; seat < oracle.seats(); seat++) {
            opened.add(ways.shown(run + "/" + WaysIn.word(seat)));
        }
        for (AttackTry one : tries) {
            if (random.nextInt(EDITED) == 0) {
                edit(run, oracle);
            }
            if (one.act() == Act.REGROUP) {
                firm.inputs.people = AttackTry.people(oracle.regroup(one));
            } else {
                attempt(run, one, oracle, opened);
            }
        }
    }

    /**
     * Somebody edits a row while people are at it: it is named at once, whoever would approve by it is refused and nothing of that
     * is kept; then it is put back.
     */
    private void edit(RunId run, AttackOracle oracle) throws Exception {
        Forgery forgery = FORGERIES.get(random.nextInt(FORGERIES.size()));
        String where = forgery.table() + " where " + forgery.where().replace("RUN", run.value());
        int changed = firm.forge(
                "create table kept as select * from " + where, forgery.edit().replace("RUN", run.value()));
        if (changed > 0) {
            String named = forgery.named().replace("RUN", run.value());
            List<Fault> faults = firm.audit.verify();
            assertTrue(
                    faults.stream().anyMatch(fault -> fault.message().contains(named)),
                    () -> "not named: " + forgery + " " + faults);
            edits.merge(forgery.table(), 1, Integer::sum);
            if (forgery.refusesAnswers()) {
                approves(run, oracle, forgery);
            }
        }
        firm.forge("delete from " + where, "insert into " + forgery.table() + " select * from kept", "drop table kept");
    }

    /** Somebody who could approve now tries to. */
    private void approves(RunId run, AttackOracle oracle, Forgery forgery) throws Exception {
        Way way = List.of(Way.DESK, Way.REST, Way.CLIENT).get(random.nextInt(3));
        for (int seat = 0; seat < oracle.seats(); seat++) {
            for (int person = 0; person < AttackTry.PEOPLE.size(); person++) {
                AttackTry yes = new AttackTry(Act.ANSWER, person, person, 0, seat);
                if (oracle.says(yes, WaysIn.name(way, yes)) == Says.DONE) {
                    List<String> kept = firm.kept(run);
                    assertEquals(
                            Says.REFUSED, ways.attempt(way, yes, run, "", oracle.version(seat)), forgery::toString);
                    assertEquals(kept, firm.kept(run), forgery::toString);
                    edits.merge("refused", 1, Integer::sum);
                    return;
                }
            }
        }
    }

    /** Tries one thing by any way in, and looks at all that it left. */
    private void attempt(RunId run, AttackTry one, AttackOracle oracle, List<String> opened) throws Exception {
        int seat = AttackOracle.seat(one);
        String task = run + "/" + WaysIn.word(seat);
        boolean there = seat < oracle.seats();
        Way way = WAYS[random.nextInt(WAYS.length)];
        boolean looks = there && (one.spelling() == 3 || way == Way.FORM || way == Way.OTHERS_FORM);
        String now = looks ? ways.shown(task) : there ? "" : "0123456789ab";
        String shown = one.spelling() == 3 && there ? opened.get(seat) : now;
        boolean stale = there && one.answers() && !shown.equals(now);
        Says must = must(one, way, stale, oracle);

        long newest = firm.newest();
        List<String> kept = firm.kept(run);
        Says is = ways.attempt(way, one, run, shown, oracle.version(seat));
        List<String> rows = firm.since(newest);

        String told = one + " by " + way + " of " + run + ": " + rows;
        assertEquals(must, is, told);
        became.merge(is, 1, Integer::sum);
        if (is == Says.DONE) {
            oracle.done(one);
            assertTrue(!rows.isEmpty() && rows.stream().noneMatch(row -> row.contains("-denied ")), told);
            return;
        }
        assertEquals(kept, firm.kept(run), () -> "half done: " + told);
        if (is == Says.REFUSED && way != Way.OTHERS_FORM) {
            assertEquals(1, rows.size(), told);
            assertTrue(rows.getFirst().endsWith("-denied " + task), told);
        } else {
            assertEquals(List.of(), rows, told);
        }
    }

    /** A form with another person's token is no form; a name that is no person's is no name, whatever it asks. */
    private static Says must(AttackTry one, Way way, boolean stale, AttackOracle oracle) {
        if (way == Way.OTHERS_FORM) {
            return Says.REFUSED;
        }
        boolean nobody = one.by().equals("vesper") && (way == Way.NAMED || way == Way.REST_NAMED);
        if (nobody || AttackOracle.seat(one) >= oracle.seats()) {
            return Says.UNKNOWN;
        }
        return stale || !WaysIn.proved(way) ? Says.REFUSED : oracle.says(one, WaysIn.name(way, one));
    }

    /** Whether the orders may go out, as the oracle says; then exactly those do that were not left out. */
    private boolean stands(RunId run, AttackOracle oracle) {
        RunRecord day = firm.run(run);
        if (!oracle.stands()) {
            assertEquals(
                    Problem.Kind.REFUSED,
                    assertThrows(Problem.class, () -> firm.approval.mustStand(day))
                            .kind());
            return false;
        }
        assertEquals(
                oracle.out().stream()
                        .map(order -> AttackedFirm.order(run, order))
                        .collect(Collectors.toSet()),
                firm.approval.mustStand(day));
        return true;
    }

    /** One edit of a table by somebody with every right; {@code RUN} stands for a day that was approved. */
    private record Forgery(String table, String where, String edit, String named) {
        /** Whether nobody can answer meanwhile. */
        boolean refusesAnswers() {
            return List.of("event", "parent_order").contains(table);
        }

        /** Whether the approval is asked meanwhile; what it refuses is a row that must fit once all is put back. */
        boolean stops() {
            return List.of("event", "parent_order").contains(table) || edit.contains("set decision");
        }
    }

    /** What must have come to pass between the steps. */
    private static final List<String> EDITS =
            List.of("audit_row", "event", "parent_order", "refused", "run", "user_task");

    private static final List<Forgery> FORGERIES = List.of(
            new Forgery(
                    "user_task",
                    "run_id = 'RUN'",
                    "update user_task set decided_by = 'mallory' where task_id = 'RUN/approve-trades' and decision is"
                            + " not null",
                    "the answer to RUN/approve-trades was altered: row "),
            new Forgery(
                    "user_task",
                    "run_id = 'RUN'",
                    "update user_task set decision = 'reject' where task_id = 'RUN/propose-trades' and decision ="
                            + " 'approve'",
                    "RUN/propose-trades"),
            new Forgery(
                    "user_task",
                    "run_id = 'RUN'",
                    "update user_task set reason = 'they said so' where task_id = 'RUN/approve-trades' and decision is"
                            + " not null",
                    "the answer to RUN/approve-trades was altered: row "),
            new Forgery(
                    "user_task",
                    "run_id = 'RUN'",
                    "delete from user_task where task_id = 'RUN/propose-trades' and decision is not null",
                    "the answer to RUN/propose-trades was deleted or altered: row "),
            new Forgery(
                    "event",
                    "stream = 'four-eyes/RUN'",
                    "update event set body = concat(body, ' ') where stream = 'four-eyes/RUN' and sequence = 1",
                    "four-eyes/RUN"),
            new Forgery(
                    "event",
                    "stream = 'four-eyes/RUN'",
                    "delete from event where stream = 'four-eyes/RUN' and sequence = 1",
                    "four-eyes/RUN"),
            new Forgery(
                    "parent_order",
                    "run_id = 'RUN'",
                    "update parent_order set quantity = quantity + 1 where parent_id = 'RUN-o3'",
                    "the orders ("),
            new Forgery(
                    "run", "run_id = 'RUN'", "update run set rehearsal = true where run_id = 'RUN'", "the run RUN is"),
            new Forgery(
                    "audit_row",
                    "subject = 'RUN/approve-trades' and action = 'trades-approved'",
                    "update audit_row set actor = 'mallory' where subject = 'RUN/approve-trades' and action ="
                            + " 'trades-approved'",
                    "was altered: its content gives hash "),
            new Forgery(
                    "audit_row",
                    "subject = 'RUN/propose-trades'",
                    "delete from audit_row where subject = 'RUN/propose-trades' and sequence < (select max(sequence) from"
                            + " audit_row)",
                    "is missing: it was deleted or renumbered"));

    /** Each edit is named by {@code audit verify}, and where it changes who approved what nothing goes out; put back, all stands again. */
    private void forgeries(List<RunId> approved) throws Exception {
        firm.inputs.people = AttackTry.people(EVERYBODY); // that those who answered may still
        for (int i = 0; i < FORGERIES.size(); i++) {
            RunId run = approved.get(i % approved.size());
            Forgery forgery = FORGERIES.get(i);
            String where = forgery.table() + " where " + forgery.where().replace("RUN", run.value());
            firm.forge(
                    "create table kept as select * from " + where,
                    forgery.edit().replace("RUN", run.value()));
            String named = forgery.named().replace("RUN", run.value());
            List<Fault> faults = firm.audit.verify();
            assertTrue(
                    faults.stream().anyMatch(fault -> fault.message().contains(named)), () -> forgery + "\n" + faults);
            if (forgery.stops()) {
                RunRecord day = firm.run(run);
                assertThrows(Problem.class, () -> firm.approval.mustStand(day), forgery::toString);
            }
            firm.forge(
                    "delete from " + where,
                    "insert into " + forgery.table() + " select * from kept",
                    "drop table kept");
            firm.approval.mustStand(firm.run(run));
        }
        assertEquals(List.of(), firm.audit.verify());
    }
}
