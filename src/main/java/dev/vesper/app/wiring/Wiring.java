package dev.vesper.app.wiring;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.Guard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The whole of Vesper on one page: one wiring an adapter, each handed the ones it needs. Making it opens nothing; a command
 * touches the parts it needs, and they open then.
 */
public final class Wiring implements AutoCloseable {
    public final Settings settings;
    public final Times times;
    public final Console console;
    public final StateWiring state;
    public final StoreWiring store;
    public final AccessWiring access;
    public final LakeWiring lake;
    public final EngineWiring engine;
    public final RulesWiring rules;
    public final PlannerWiring planner;
    public final OrderEngineWiring orderEngine;
    public final RoutesWiring routes;
    public final FirmWiring firm;
    public final ReportWiring report;
    public final DeskWiring desk;
    public final MetersWiring meters;
    public final TraceWiring traces;
    public final WorkersWiring workers;
    public final HealthWiring health;
    public final OperationsWiring operations;
    public final ScheduleWiring schedule;
    public final NotifyWiring notify;
    public final AnchorWiring anchors;

    private final OpenParts open;

    /**
     * Declares every part.
     *
     * @param settings read when a part first asks
     * @param times what time it is
     * @param console where people see what happens
     */
    public Wiring(Settings settings, Times times, Console console) {
        this.settings = settings;
        this.times = times;
        this.console = console;
        open = new OpenParts(times.elapsedNanos());
        state = new StateWiring(open, settings, times);
        store = new StoreWiring(open, settings, state);
        access = new AccessWiring(open, settings, times, store);
        lake = new LakeWiring(open, settings, state);
        engine = new EngineWiring(open, settings, times, state);
        rules = new RulesWiring(open, settings, times, store, this::effectOfChange, this::recordedGuard, this::frozen);
        planner = new PlannerWiring(open, settings);
        orderEngine = new OrderEngineWiring(open, settings, console);
        meters = new MetersWiring(open);
        traces = new TraceWiring(open, settings, times, store, meters);
        routes = new RoutesWiring(open, settings, times, lake, store, traces);
        firm = new FirmWiring(open, settings, console, state, lake, times);
        report = new ReportWiring(open);
        desk = new DeskWiring(
                open,
                settings,
                times,
                console,
                store,
                lake,
                routes,
                rules,
                planner,
                orderEngine,
                firm,
                report,
                engine,
                meters,
                traces);
        workers = new WorkersWiring(open, times, console, engine, store, desk, meters, traces);
        health = new HealthWiring(open, settings, times, engine, store, desk, workers, access, meters, routes.sessions);
        schedule = new ScheduleWiring();
        notify = new NotifyWiring(open, settings, times, console, store, desk, meters, rules);
        anchors = new AnchorWiring(open, settings, times, store);
        operations = new OperationsWiring(
                open, settings, times, console, store, lake, access, desk, health, workers, schedule, anchors, routes,
                rules);
    }

    /** The firm as it was when a run was opened. */
    private Firm frozen(RunId run) {
        return firm.inputs.get().firm(run);
    }

    /**
     * Opens everything a day needs, side by side where it takes its time, and says how long that took.
     *
     * @param begins whether a run is to begin: then process files that cannot be used are all that is said, and nothing is
     *     started; runs that began earlier go on without them
     */
    public void openAll(boolean begins) {
        state.lock.get(); // first: who comes second is told so, and starts nothing
        if (begins) {
            engine.check();
        }
        Executor starters = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).daemon().factory());
        List.of(engine.engine, store.store, routes.intake, rules.rules).forEach(part -> part.begin(starters));
        routes.routes.get();
        workers.workers.get();
        sayReady();
    }

    /**
     * Looks whether a run may begin by what people edit, before it is opened.
     *
     * @throws dev.vesper.basics.Problem what is wrong with a file of rules/, processes/ or routes/ since the start
     */
    public void requireInputs() {
        watched().forEach(WatchedFolder::require);
    }

    /** The folders that people edit, as they were last seen. */
    public List<WatchedFolder<?>> watched() {
        return List.of(
                rules.rules.get().folder(),
                engine.engine.get().files(),
                routes.routes.get().folder());
    }

    /** Asked for with the first proposal, when all is wired. */
    private EffectOfChange effectOfChange() {
        return desk.effectOfChange();
    }

    /** Asked for with the first change that is activated. */
    private Guard recordedGuard() {
        return desk.recordedGuard();
    }

    /** Counted from the launcher's clock, so that the JVM's own start is in it. */
    private void sayReady() {
        Long launched = Long.getLong("vesper.launched");
        if (launched != null) {
            console.say(String.format(
                    Locale.ROOT, "Ready in %.1f s", (times.machine().millis() - launched) / 1000.0));
        }
    }

    /** Name and seconds of every part that was opened, in the order they were ready. */
    public Map<String, Double> opened() {
        return open.seconds();
    }

    /** Closes what was opened, in the order of dependency; doing it twice is doing it once. */
    @Override
    public void close() {
        open.close();
    }
}
