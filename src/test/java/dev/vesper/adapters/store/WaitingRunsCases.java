package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.KnownApprovals;
import dev.vesper.desk.approval.LeftToAnswer;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.RunQuestions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.approval.TaskCards;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.quarantine.RowQuestions;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TwoPeople;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people look at while runs wait for them: the store is asked as often for many of them as for two. */
abstract class WaitingRunsCases extends StoreCases {
    private final InstantSource clock = InstantSource.fixed(Sample.NOON);

    private KnownApprovals known() {
        return new KnownApprovals(events);
    }

    private RunQuestions asked(KnownApprovals known) {
        MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
        return new RunQuestions(
                runs,
                tasks,
                () -> {
                    throw new AssertionError("nobody answers here");
                },
                () -> {
                    throw new AssertionError("nobody acts here");
                },
                () -> new LeftToAnswer(runs, tasks, known, inputs, _ -> People.UNKNOWN),
                () -> new TaskCards(runs, known, inputs, (_, _, _) -> Optional.empty(), clock));
    }

    private RunStates states(KnownApprovals known) {
        List<Questions> questions = List.of(asked(known), new RowQuestions(runs, tasks, events, () -> {
            throw new AssertionError("nobody answers here");
        }));
        return new RunStates(
                new RunStates.Kept(
                        runs,
                        new HibernateInstanceKeys(store.database()),
                        new HibernateFilesUsed(store.database()),
                        runs,
                        new HibernateRulesUsed(store.database())),
                questions,
                new Incidents(runs, audit, clock),
                () -> {
                    throw new AssertionError("no process is drawn here");
                },
                new Times(clock, ZoneOffset.UTC, () -> 0));
    }

    /** Runs that were proposed and taken by a checker. */
    private List<RunId> waiting(int count) {
        return IntStream.range(0, count).mapToObj(_ -> waiting()).toList();
    }

    private RunId waiting() {
        RunId run = open(false).id();
        runs.stage(
                run,
                new StageRecord(
                        new ShownStage("check-data"),
                        StageState.DONE,
                        Sample.NOON,
                        Sample.NOON.plusSeconds(2),
                        "",
                        ""));
        new HibernateInstanceKeys(store.database()).replace(run, Optional.empty(), DayInstance.first("none"));
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        act(run, 0, TwoPeople.proposed("anna"));
        act(run, 1, new TaskEvent.Claimed("approve-trades", "ben"));
        runs.status(run, RunStatus.WAITING);
        return run;
    }

    private void act(RunId run, int after, FourEyesEvent event) {
        audit.append(
                Sample.NOON,
                "ben",
                AuditAction.TASK_CLAIMED,
                run + "/approve-trades",
                "",
                false,
                new Append<>(stream(run), after, List.of(event)));
    }

    private long reads(Supplier<?> look) {
        long before = store.database().reads();
        look.get();
        return store.database().reads() - before;
    }

    private List<Long> looks(KnownApprovals known) {
        RunQuestions asked = asked(known);
        RunStates states = states(known);
        return List.of(
                reads(states::today),
                reads(asked::open),
                reads(() -> asked.newest(100)),
                reads(() -> asked.cards(asked.open())),
                reads(() -> new LeftToAnswer(
                                runs, tasks, known, new MemoryInputs(SmallFirm.firm()), _ -> People.UNKNOWN)
                        .trouble()));
    }

    @Test
    void whatWaitsIsLookedUpAtOneGoHoweverMuchItIs() {
        KnownApprovals known = known();
        waiting(2);
        looks(known);
        List<Long> few = looks(known);
        waiting(9);
        looks(known);
        assertEquals(few, looks(known));
        assertEquals(11, states(known).today().size());
    }

    /** What is looked up together is what is looked up one by one. */
    @Test
    void togetherAndOneByOneTheSameIsTold() {
        List<RunId> all = waiting(3);
        runs.status(all.getLast(), RunStatus.FAILED);
        audit.append(
                Sample.NOON, "vesper", AuditAction.RUN_FAILED, all.getLast().value(), "the disk is full", false);
        RunQuestions asked = asked(known());
        List<Question> open = asked.open();
        assertEquals(6, open.size());
        assertEquals(
                open.stream().map(one -> asked.find(one.id()).orElseThrow()).toList(), open);
        assertEquals(open.stream().map(asked::card).toList(), asked.cards(open));
        RunStates states = states(known());
        List<RunState> today = states.today();
        assertEquals(1, today.getFirst().incidents().size());
        assertEquals(
                today.stream()
                        .map(state -> states.of(runs.find(state.run().id()).orElseThrow()))
                        .toList(),
                today);
        assertEquals(
                runs.find(all),
                all.stream()
                        .map(run -> runs.find(run).orElseThrow())
                        .collect(Collectors.toMap(RunRecord::id, run -> run)));
    }

    /** An act is known at the next look, by whoever it was done; only what is new is read. */
    @Test
    void whatWasReplayedIsGoneOnWith() {
        RunId run = waiting();
        List<FourEyesEvent> applied = new ArrayList<>();
        Replays<FourEyesEvent, Integer> replays = new Replays<>(events, 0, (before, event) -> {
            applied.add(event);
            return before + 1;
        });
        assertEquals(2, replays.of(stream(run)).state());
        assertEquals(2, replays.of(stream(run)).state());
        assertEquals(2, applied.size(), "once each");
        act(run, 2, new TaskEvent.GivenBack("approve-trades", "ben", ""));
        assertEquals(3, replays.at(List.of(stream(run))).apply(stream(run)).state());
        assertEquals(3, applied.size());
        assertEquals(events.told(stream(run)), replays.of(stream(run)).past());
    }

    @Test
    void aCardTellsWhoTookTheTaskAMomentAgo() {
        RunId run = waiting();
        RunQuestions asked = asked(known());
        Question question = asked.find(run + "/approve-trades").orElseThrow();
        assertEquals("ben", asked.card(question).holder());
        act(run, 2, new TaskEvent.GivenBack("approve-trades", "ben", ""));
        act(run, 3, new TaskEvent.Claimed("approve-trades", "carol"));
        TaskCard card = asked.cards(List.of(question)).getFirst();
        assertEquals("carol", card.holder());
        assertEquals(3, card.version());
    }

    /** What was read stays what was vouched for; what is new must be vouched for as well, and none may be gone. */
    @Test
    void forgedEventsBehindWhatWasReadAreFound() throws SQLException {
        RunId run = waiting();
        Replays<FourEyesEvent, Integer> replays = new Replays<>(events, 0, (before, _) -> before + 1);
        replays.of(stream(run));
        sql(dropTrigger("event"));
        sql(
                "insert into event (stream, sequence, kind, version, body, at, actor) select stream, 3, kind, version, body,"
                        + " at, actor from event where stream = '" + stream(run) + "' and sequence = 2");
        assertThrows(BrokenHistory.class, () -> replays.of(stream(run)));
        assertThrows(BrokenHistory.class, () -> replays.at(List.of(stream(run))).apply(stream(run)));
        sql("delete from event where sequence >= 2");
        assertThrows(BrokenHistory.class, () -> replays.of(stream(run)));
        assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
    }

    @Test
    void anAlteredEventBehindWhatWasReadIsFound() throws SQLException {
        RunId run = waiting();
        Replays<FourEyesEvent, Integer> replays = new Replays<>(events, 0, (before, _) -> before + 1);
        replays.of(stream(run));
        act(run, 2, new TaskEvent.GivenBack("approve-trades", "ben", ""));
        sql(dropTrigger("event"));
        sql("update event set actor = 'mallory' where sequence = 3");
        assertThrows(BrokenHistory.class, () -> replays.of(stream(run)));
    }
}
