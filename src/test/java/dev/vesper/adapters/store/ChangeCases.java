package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.orders.ChildOrder;
import dev.vesper.testing.SliceSaves;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is stored is seen as a change of its topic, whoever stored it, once. */
abstract class ChangeCases extends StoreCases {
    @Test
    void everyStepOfARunIsAChangeOnce() {
        RunId run = decided(open(false));
        StoreChanges changes = new StoreChanges(store.database());
        assertEquals(Set.of(), changes.look(), "nothing is told of what was there before");
        runs.stage(run, new StageRecord(new ShownStage("check-data"), StageState.RUNNING, Sample.NOON, null, "", ""));
        assertEquals(Set.of(Changed.of(Topic.RUNS, run)), changes.look());
        List<ChildOrder> children = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, children);
        assertEquals(Set.of(Changed.of(Topic.ORDERS, run)), changes.look());
        SliceSaves.book(
                orders,
                run,
                children,
                List.of(Sample.filled(children.get(0)), Sample.filled(children.get(1))),
                List.of(Sample.fill(children.get(0), "E1", "40", "150.21", "0.6", 36_000_500)));
        assertEquals(Set.of(Changed.of(Topic.ORDERS, run)), changes.look(), "a fill");
        tasks.raise(new UserTask(
                run + "/propose-trades",
                run,
                TaskKind.PROPOSE_TRADES,
                "Propose?",
                "",
                Sample.NOON,
                null,
                null,
                null,
                ""));
        assertEquals(Set.of(Changed.of(Topic.TASKS)), changes.look());
        audit.append(Sample.NOON, "ada", AuditAction.RUN_ABANDONED, run.value(), "wrong date", false);
        runs.status(run, RunStatus.ABANDONED);
        assertEquals(
                Set.of(Changed.of(Topic.RUNS, run), Changed.of(Topic.ORDERS, run), Changed.of(Topic.AUDIT)),
                changes.look(),
                "it ended");
        assertEquals(Set.of(), changes.look());
    }

    @Test
    void whatTheAuditTellsIsOfTheTopicsOfItsActs() {
        StoreChanges changes = new StoreChanges(store.database());
        changes.look();
        audit.append(Sample.NOON, "ada", AuditAction.KILL_SWITCH_PRESSED, "K-1", "it hangs", false);
        audit.append(Sample.NOON, "ada", AuditAction.SIGNED_IN, "user/ada", "by password", false);
        assertEquals(
                Set.of(
                        Changed.of(Topic.AUDIT),
                        Changed.of(Topic.KILL_SWITCHES),
                        Changed.of(Topic.TASKS),
                        Changed.of(Topic.ORDERS)),
                changes.look());
    }

    @Test
    void whoeverStoresIsToldOfOnceItIsThere() {
        AtomicInteger told = new AtomicInteger();
        RunId run = open(false).id();
        store.database().whenCommitted(() -> {
            assertTrue(runs.find(run).isPresent());
            told.incrementAndGet();
        });
        try {
            runs.status(run, RunStatus.WAITING);
            audit.append(Sample.NOON, "ada", AuditAction.RUN_RESUMED, run.value(), "again", false);
            assertEquals(2, told.get());
            runs.find(run);
            assertEquals(2, told.get(), "reading tells nobody");
        } finally {
            store.database().whenCommitted(() -> {});
        }
    }
}
