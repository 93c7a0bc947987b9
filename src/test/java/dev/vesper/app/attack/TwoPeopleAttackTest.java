package dev.vesper.app.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.app.attack.AttackOracle.Says;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.NoProbes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What one asks for and another one agrees to, asked and answered by people and names in random order, in process and by the
 * client of the command line: a token is moved, and rows are decided, by two, and whatever is refused is one row of the audit.
 */
class TwoPeopleAttackTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final List<String> PEOPLE = List.of("anna", "ben", "carol");
    private static final Set<Role> ROLES = EnumSet.of(Role.OPERATOR, Role.APPROVER);
    private static final int TRIES = 12;

    private final Memory memory = new Memory();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final MemoryUsers users = memory.users(clock);
    private final ServeOperations operations = MemoryOperations.over(memory, clock, Optional.of("process 7"));
    private final Random random = new Random(20180411);
    private final Map<Says, Integer> became = new EnumMap<>(Says.class);
    private final List<HttpTransport> clients = new ArrayList<>();
    private ApiServer server;

    @BeforeEach
    void open() {
        server = ApiServer.start(0, operations, MemoryRequests.kept(), new NoProbes());
        for (String name : PEOPLE) {
            users.settled(name, "correct horse battery", ROLES.toArray(Role[]::new));
            Secret token = users.personal
                    .issue(name, "attack", EnumSet.allOf(Permission.class), Duration.ofDays(1))
                    .secret();
            clients.add(new HttpTransport(server.endpoint(), new Callers.Credentials.Personal(token), "the test"));
        }
    }

    @AfterEach
    void close() {
        clients.forEach(HttpTransport::close);
        server.close();
    }

    /** One kind of request. */
    private interface Kind {
        /** A run about which it can be made. */
        RunId run(int number);

        /** Asks. */
        void ask(Operations as, RunId run);

        /** The word of the task that a request becomes. */
        String word();

        /** How often what was asked for was done. */
        int done();
    }

    private final class Moves implements Kind {
        @Override
        public RunId run(int number) {
            RunId run = memory.open(DAY.plusDays(number), "/firms/small", 7, false, NOON)
                    .id();
            memory.goesBy(run, DayProcesses.ours());
            memory.keys.replace(
                    run,
                    memory.keys.find(run),
                    memory.keys.find(run).orElseThrow().claimedBy(77 + number));
            memory.append(NOON, "vesper", AuditAction.RUN_FAILED, run.value(), "check-data: Expected a file", false);
            memory.status(run, RunStatus.FAILED);
            return run;
        }

        @Override
        public void ask(Operations as, RunId run) {
            as.repair().askMove(run, "report", "", "", "the day is over");
        }

        @Override
        public String word() {
            return "move-token-";
        }

        @Override
        public int done() {
            return memory.resumed.size();
        }
    }

    private final class Rows implements Kind {
        @Override
        public RunId run(int number) {
            return memory.rows.asking(DAY.plusDays(number), NOON);
        }

        @Override
        public void ask(Operations as, RunId run) {
            as.repair()
                    .decideRows(
                            run,
                            new RowAsk(RowAct.RELEASE, List.of(RowPlace.of("prices.csv:3:3")), Map.of()),
                            "it is right");
        }

        @Override
        public String word() {
            return "decide-rows-";
        }

        @Override
        public int done() {
            return (int) memory.audit.stream()
                    .filter(row -> row.action() == AuditAction.ROWS_AGREED)
                    .count();
        }
    }

    private final class Replays implements Kind {
        @Override
        public RunId run(int number) {
            RunRecord run = memory.open(DAY.plusDays(number), "/firms/small", 7, false, NOON);
            memory.inputs.freeze(run);
            memory.status(run.id(), RunStatus.WAITING);
            return run.id();
        }

        @Override
        public void ask(Operations as, RunId run) {
            as.repair().askReplay(run, "check-data", "", "wrong prices");
        }

        @Override
        public String word() {
            return "replay-day-";
        }

        @Override
        public int done() {
            return (int) memory.runs.values().stream()
                    .filter(run -> run.supersedes() != null)
                    .count();
        }
    }

    /** Who asked for what waits, and how often was asked. */
    private static final class Oracle {
        private int requests;
        private int waits = -1;
        private boolean agreed;

        Says ask(int person) {
            if (agreed || waits >= 0) {
                return Says.REFUSED;
            }
            requests++;
            waits = person;
            return Says.DONE;
        }

        Says answer(int request, int person, boolean yes) {
            if (request < 1 || request > requests) {
                return Says.UNKNOWN;
            }
            if (request != requests || waits < 0 || yes && waits == person) {
                return Says.REFUSED;
            }
            waits = -1;
            agreed = yes;
            return Says.DONE;
        }
    }

    @Test
    void aTokenIsMovedByNobodyAlone() {
        attack(new Moves(), 4); // each reads the drawings of the processes
    }

    @Test
    void aDayIsReplayedByNobodyAlone() {
        attack(new Replays(), 40);
    }

    @Test
    void rowsAreDecidedByNobodyAlone() {
        attack(new Rows(), 40);
    }

    @Test
    void anAnswerToSomethingElseThanIsShownIsOnRecord() {
        Kind rows = new Rows();
        RunId run = rows.run(0);
        rows.ask(operations.as(SignedIn.whole("anna", ROLES)), run);
        String task = run + "/" + rows.word() + 1;
        Operations ben = operations.as(SignedIn.whole("ben", ROLES));
        int before = memory.audit.size();
        assertEquals(Says.REFUSED, says(() -> ben.tasks().answer(task, Answer.APPROVE, "", "0123456789ab")));
        assertEquals(before + 1, memory.audit.size());
        AuditLog.Row row = memory.audit.getLast();
        assertEquals(AuditAction.DECISION_DENIED, row.action());
        assertEquals(List.of("ben", task), List.of(row.actor(), row.subject()));
        assertEquals(0, rows.done());
    }

    private void attack(Kind kind, int sequences) {
        int agreed = 0;
        for (int i = 0; i < sequences; i++) {
            RunId run = kind.run(i);
            Oracle oracle = new Oracle();
            for (int k = 0; k < TRIES; k++) {
                attempt(kind, run, oracle);
            }
            agreed += oracle.agreed ? 1 : 0;
            assertEquals(agreed, kind.done(), "done as often as two people wanted it");
        }
        assertTrue(agreed > sequences / 4, "agreed " + agreed);
        assertTrue(became.get(Says.REFUSED) > sequences, became::toString);
    }

    private void attempt(Kind kind, RunId run, Oracle oracle) {
        int person = random.nextInt(PEOPLE.size());
        int way = random.nextInt(4);
        int act = random.nextInt(4);
        int request = random.nextInt(8) == 0 ? oracle.requests + 1 : Math.max(1, oracle.requests);
        String name = PEOPLE.get(person);
        Operations as = switch (way) {
            case 0 -> operations.as(SignedIn.whole(name, ROLES));
            case 1 -> operations.as(SignedIn.whole(name.toUpperCase(Locale.ROOT), ROLES));
            case 2 -> OperationsClient.over(clients.get(person));
            default -> operations.as(new Person(name));
        };
        Says must;
        if (way == 3) { // a name that nobody proved
            must = act > 0 && (request > oracle.requests) ? Says.UNKNOWN : Says.REFUSED;
        } else {
            must = act == 0 ? oracle.ask(person) : oracle.answer(request, person, act < 3);
        }
        int rows = memory.audit.size();
        Map<String, List<Object>> told = told();
        Says is = says(() -> {
            if (act == 0) {
                kind.ask(as, run);
            } else {
                as.tasks()
                        .answer(run + "/" + kind.word() + request, act < 3 ? Answer.APPROVE : Answer.REJECT, "so", "");
            }
        });
        List<AuditLog.Row> since = memory.audit.subList(rows, memory.audit.size());
        String what =
                name + " by way " + way + " act " + act + " of " + kind.word() + request + " in " + run + ": " + since;
        assertEquals(must, is, what);
        became.merge(is, 1, Integer::sum);
        if (is != Says.DONE) {
            assertEquals(told, told(), what);
            assertEquals(is == Says.REFUSED ? 1 : 0, since.size(), what);
            assertTrue(since.stream().allMatch(row -> row.action().word().endsWith("-denied")), what);
        }
    }

    private Map<String, List<Object>> told() {
        Map<String, List<Object>> all = new TreeMap<>();
        memory.told.forEach((stream, events) -> {
            if (!events.isEmpty()) {
                all.put(stream, List.copyOf(events));
            }
        });
        return all;
    }

    private static Says says(Runnable act) {
        try {
            act.run();
            return Says.DONE;
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case REFUSED -> Says.REFUSED;
                case INPUT -> Says.UNKNOWN;
                case UNAVAILABLE -> throw problem;
            };
        }
    }
}
