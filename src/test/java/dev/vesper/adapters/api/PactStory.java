package dev.vesper.adapters.api;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A Vesper in each state that the command line's pact tells of: two runs, the first of which asks two people. */
final class PactStory {
    static final String CONSUMER = "vesper-command-line";
    static final String PROVIDER = "vesper";
    static final String ASKS = "a run asks for its trades to be proposed";
    static final String PROPOSED = "alice has proposed the trades of a run";
    static final RunId RUN = new RunId("2018-04-11-001");
    static final Map<String, Role> PEOPLE = Map.of("alice", Role.APPROVER, "bob", Role.APPROVER, "vera", Role.VIEWER);

    private static final Secret PASSWORD = new Secret("four blue horses");
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    final ServeOperations operations;
    final Map<String, Secret> tokens = new TreeMap<>();

    PactStory(String state) {
        Memory memory = new Memory();
        RunId run = memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, /* rehearsal= */ false, NOON)
                .id();
        memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, /* rehearsal= */ true, NOON.plusSeconds(1));
        MemoryOperations.decided(memory, run, CLOCK);
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            memory.taskStore.raise(new UserTask(
                    run + "/" + kind.word(), run, kind, "Go on?", "one\ntwo \"\u00fc\"", NOON, null, null, null, ""));
        }
        operations = MemoryOperations.over(memory, CLOCK, Optional.empty());
        PEOPLE.forEach((name, role) -> {
            memory.users(CLOCK).settled(name, PASSWORD.reveal(), role);
            tokens.put(
                    name,
                    Objects.requireNonNull(operations
                                    .as(new Reader())
                                    .entry()
                                    .signIn(name, PASSWORD)
                                    .issued())
                            .secret());
        });
        if (state.equals(PROPOSED)) {
            propose();
        }
    }

    /** From {@link #ASKS} to {@link #PROPOSED}. */
    void propose() {
        as("alice").tasks().answer(RUN + "/propose-trades", Answer.APPROVE, "", "");
    }

    /** Pact's libraries would tell their makers' statistics of each test that is run: no test asks another host. */
    static void tellNobody() {
        System.setProperty("pact_do_not_track", "true");
    }

    /** What somebody who has signed in may ask. */
    Operations as(String name) {
        return operations.as(operations.bearer(tokens.get(name), "here").orElseThrow());
    }

    /** What stands in the pact in the place of a token. */
    static String placeholder(String name) {
        return "a-token-of-" + name;
    }
}
