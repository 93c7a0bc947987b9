package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.DayListener;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hears the processes, keeps the run's status in the store, tells the console, and lets a command wait for the end. */
public final class RunMonitor implements DayListener {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final RunStore runs;
    private final AbandonRun abandon;
    private final Incidents incidents;
    private final RunMarkets markets;
    private final Console console;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<RunId, Throwable> failures = new ConcurrentHashMap<>();
    /** Why the orders of a run could not be worked the last time, for want of a venue. */
    private final Map<RunId, String> unreachable = new ConcurrentHashMap<>();

    private final LongAdder incidentsSeen = new LongAdder();
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Problem engine;

    public RunMonitor(RunStore runs, AbandonRun abandon, Incidents incidents, RunMarkets markets, Console console) {
        this.runs = runs;
        this.abandon = abandon;
        this.incidents = incidents;
        this.markets = markets;
        this.console = console;
    }

    @Override
    public void stageFinished(RunId run, StageName stage) {
        unreachable.remove(run);
        incidents.passed(run, stage, "is done");
        stageLine(run, stage, "✓");
        wake();
    }

    @Override
    public void stageRefused(RunId run, StageName stage, Problem why) {
        incidents.passed(run, stage, "has answered with a no");
        stageLine(run, stage, "✗");
        console.say("    refused: " + why.getMessage());
        wake();
    }

    @Override
    public void stageFailed(RunId run, StageName stage, Throwable why, int retriesLeft) {
        if (stage.equals(WorkOrders.NAME)
                && why instanceof Problem problem
                && problem.kind() == Problem.Kind.UNAVAILABLE) {
            unreachable.put(run, said(why));
        }
        if (retriesLeft > 0) {
            console.say("  ! " + stage + " failed and is tried again: " + why.getMessage());
            return;
        }
        failures.put(run, why);
        markets.release(run);
        if (why instanceof Problem problem && problem.kind() == Problem.Kind.INPUT) {
            runs.status(run, RunStatus.FAILED);
            // its inputs are frozen: mended files belong to a new run
            abandon.abandon(run, "vesper", Visible.line(Incident.of(stage, said(why))));
        } else {
            incidentsSeen.increment();
            incidents.raise(run, Incident.of(stage, said(why)));
        }
        console.say("  ✗ " + stage + " failed: " + why.getMessage());
        wake();
    }

    @Override
    public void standsStill(RunId run, String why) {
        if (runs.find(run).map(r -> r.status().ended()).orElse(true)) {
            return; // abandoned meanwhile
        }
        failures.put(run, Problem.unavailable(why));
        markets.release(run);
        incidentsSeen.increment();
        incidents.raise(run, why);
        console.say("  ✗ run " + run + " stands still: " + why);
        wake();
    }

    @Override
    public void engineTroubled(Problem what) {
        troubles.add(String.valueOf(what.getMessage()));
        console.say("  ! " + what.getMessage());
    }

    @Override
    public void engineAvailable() {
        engine = null;
        console.say("  the process engine goes on");
    }

    /** What is wrong in the engine as a whole, or empty. */
    Optional<String> engineTrouble() {
        Problem down = engine;
        List<String> all = new ArrayList<>(troubles);
        if (down != null) {
            all.add(String.valueOf(down.getMessage()));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }

    /** Which venues could not be reached when orders were last worked, or empty. */
    Optional<String> venueTrouble() {
        return unreachable.isEmpty()
                ? Optional.empty()
                : Optional.of(unreachable.entrySet().stream()
                        .map(failed -> "run " + failed.getKey() + ": " + failed.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    /** How many times a run came to stand still in this process. */
    long incidentsSeen() {
        return incidentsSeen.sum();
    }

    private static String said(Throwable why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    @Override
    public void reminded(RunId run, String about) {
        console.say("  ! " + about + " of run " + run + " is still waiting");
    }

    @Override
    public void dayEnded(RunId run, boolean refused) {
        unreachable.remove(run);
        markets.release(run);
        RunStatus now = runs.find(run).map(RunRecord::status).orElse(RunStatus.RUNNING);
        if (now != RunStatus.ABANDONED) {
            runs.status(run, refused ? RunStatus.REFUSED : RunStatus.DONE);
        }
        wake();
    }

    @Override
    public void engineUnavailable(Problem why) {
        engine = why;
        console.say("  ! " + why.getMessage());
        wake();
    }

    /** A person closed the run. */
    void closed(RunId run) {
        unreachable.remove(run);
        markets.release(run);
        wake();
    }

    /** Waits until the run ended, failed for good, or waits for a person. */
    public RunStatus await(RunId run) throws InterruptedException {
        while (true) {
            Problem down = engine;
            if (down != null) {
                throw down;
            }
            RunStatus status = runs.find(run).orElseThrow().status();
            if (status != RunStatus.RUNNING) {
                return status;
            }
            lock.lock();
            try {
                changed.awaitNanos(LOOK_AGAIN.toNanos()); // woken or not: the store is asked again
            } finally {
                lock.unlock();
            }
        }
    }

    /** Why a run failed in this process, or empty. */
    public Optional<Throwable> failure(RunId run) {
        return Optional.ofNullable(failures.get(run));
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stageLine(RunId run, StageName stage, String mark) {
        List<StageRecord> stages = runs.stages(run);
        stages.stream()
                .filter(s -> s.name().equals(stage.stage()))
                .findFirst()
                .ifPresent(s -> console.say(String.format(
                        Locale.ROOT, "  %s %-15s %6.1f s  %s", mark, s.name().word(), seconds(s), s.result())));
    }

    private static double seconds(StageRecord stage) {
        return StageTimes.of(stage).map(took -> took.toMillis() / 1000.0).orElse(0.0);
    }
}
