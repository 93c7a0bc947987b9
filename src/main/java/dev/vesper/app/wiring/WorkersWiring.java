package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.ProcessEngine;
import dev.vesper.adapters.processes.Workers;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.repair.move.MoveLog;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ResumeRun;
import java.util.Optional;

/** The hands of the process engine. They need the stages and the store, so they let go before either is closed. */
public final class WorkersWiring {
    public final Part<RunMonitor> monitor;
    public final Part<Workers> workers;
    /** How one run that stands still goes on. */
    public final Part<ResumeRun> resume;

    WorkersWiring(
            OpenParts open,
            Times times,
            Console console,
            EngineWiring engine,
            StoreWiring store,
            DeskWiring desk,
            MetersWiring meters,
            TraceWiring traces) {
        monitor = new Part<>(open, "monitor", () -> {
            var kept = store.store.get();
            return new RunMonitor(
                    kept.runs(),
                    new AbandonRun(
                            kept.runs(), kept.audit(), run -> desk.books.get().postTraded(run), times.clock()),
                    new Incidents(kept.runs(), kept.audit(), times.clock()),
                    desk.markets.get(),
                    console);
        });
        resume = new Part<>(open, "resume-run", () -> {
            var kept = store.store.get();
            return new ResumeRun(
                    kept.runs(),
                    desk.openRun.get(),
                    new Incidents(kept.runs(), kept.audit(), times.clock()),
                    new WorkedDays(engine.engine, monitor, traces));
        });
        workers = new Part<>(
                open,
                "workers",
                () -> engine.engine
                        .get()
                        .work(
                                store.store.get().keys(),
                                store.store.get().filesUsed(),
                                new MoveLog(store.store.get().events()),
                                desk.stages.get(),
                                desk.approvals.get(),
                                new TracedDays(monitor.get(), traces.tracer.get()),
                                Optional.of(meters.meters.get())));
    }

    /** The days as the engine works them. */
    private record WorkedDays(Part<ProcessEngine> engine, Part<RunMonitor> monitor, TraceWiring traces)
            implements ResumeRun.Days {
        @Override
        public void resume(RunId run) {
            engine.get().resume(run);
        }

        @Override
        public void takeUp(RunId run) {
            engine.get().takeUp(run);
        }

        @Override
        public void letGo(RunId run) {
            monitor.get().closed(run);
            engine.get().letGo(run);
            new TracedDays(monitor.get(), traces.tracer.get()).ended(run);
        }
    }
}
