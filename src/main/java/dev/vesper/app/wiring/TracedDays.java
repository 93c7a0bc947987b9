package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.DayListener;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.trace.LogMarks;
import dev.vesper.desk.trace.RunTrace;
import dev.vesper.desk.trace.RunTracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the days for the monitor, and tells the trace of a run that has ended; no day fails by its trace. */
record TracedDays(DayListener monitor, RunTracer tracer) implements DayListener {
    private static final Logger LOG = LoggerFactory.getLogger(TracedDays.class);

    @Override
    public Working working(RunId run) {
        try {
            RunTrace trace = tracer.trace(run);
            LogMarks.Mark mark = TraceWiring.mark(trace, trace.root());
            return mark::close;
        } catch (RuntimeException e) {
            LOG.debug("no trace of {}", run, e);
            return () -> {};
        }
    }

    @Override
    public void stageStarted(RunId run, StageName stage) {
        monitor.stageStarted(run, stage);
    }

    @Override
    public void stageFinished(RunId run, StageName stage) {
        monitor.stageFinished(run, stage);
    }

    @Override
    public void stageRefused(RunId run, StageName stage, Problem why) {
        monitor.stageRefused(run, stage, why);
    }

    @Override
    public void stageFailed(RunId run, StageName stage, Throwable why, int retriesLeft) {
        monitor.stageFailed(run, stage, why, retriesLeft);
        if (retriesLeft == 0) {
            ended(run); // where its inputs cannot be used, it is
        }
    }

    @Override
    public void reminded(RunId run, String about) {
        monitor.reminded(run, about);
    }

    @Override
    public void dayEnded(RunId run, boolean refused) {
        monitor.dayEnded(run, refused);
        ended(run);
    }

    @Override
    public void standsStill(RunId run, String why) {
        monitor.standsStill(run, why);
    }

    @Override
    public void engineTroubled(Problem what) {
        monitor.engineTroubled(what);
    }

    @Override
    public void engineUnavailable(Problem why) {
        monitor.engineUnavailable(why);
    }

    @Override
    public void engineAvailable() {
        monitor.engineAvailable();
    }

    /** Tells the trace of a run, if it has ended. */
    void ended(RunId run) {
        try {
            tracer.ended(run);
        } catch (RuntimeException e) {
            LOG.debug("the trace of {} was not told", run, e);
        }
    }
}
