package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a stage for its service task, and tells the engine how it went. */
final class StageWork implements JobLeases.Work {
    private final Stage stage;
    private final DayInstances days;
    private final Admission admission;
    private final DayListener listener;
    private final SingleFlight<StageResult> flights;
    private final JobMeters meters;

    StageWork(
            Stage stage,
            DayInstances days,
            Admission admission,
            DayListener listener,
            SingleFlight<StageResult> flights,
            JobMeters meters) {
        this.stage = stage;
        this.days = days;
        this.admission = admission;
        this.listener = listener;
        this.flights = flights;
        this.meters = meters;
    }

    @Override
    public void on(Job job) throws InterruptedException {
        long began = System.nanoTime();
        try {
            if (!admission.letsAct(job)) {
                return;
            }
        } catch (Problem e) {
            fail(job, job.run(), e, 0, began);
            return;
        }
        var run = job.run();
        try {
            listener.stageStarted(run, stage.name());
            var answer = flights.run(run + "/" + stage.name().job(), () -> stage.run(run));
            listener.stageFinished(run, stage.name());
            meters.done(stage.name().job(), "done", began);
            job.complete(variables(answer));
        } catch (Problem e) {
            switch (e.kind()) {
                case REFUSED -> refuse(job, run, e, began);
                case INPUT -> fail(job, run, e, 0, began); // it says the same until a person mends the input
                case UNAVAILABLE -> fail(job, run, e, job.retries() - 1, began);
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            fail(job, run, e, job.retries() - 1, began);
        }
    }

    /** Verdicts for the gateways, in the words of BPMN. */
    private static Map<String, Object> variables(StageResult result) {
        Map<String, Object> variables = new LinkedHashMap<>();
        result.tells().forEach(value -> variables.put(value.variable().name(), value.written()));
        return variables;
    }

    private void refuse(Job job, RunId run, Problem why, long began) {
        listener.stageRefused(run, stage.name(), why);
        meters.done(stage.name().job(), "refused", began);
        job.refuse(String.valueOf(why.getMessage()));
    }

    private void fail(Job job, RunId run, Throwable why, int retriesLeft, long began) {
        int left = Math.max(0, retriesLeft);
        if (left == 0) {
            days.stuck(run); // before the engine knows: a resume must find it
        }
        meters.done(stage.name().job(), left == 0 ? "stuck" : "failed", began);
        try {
            job.fail(left, String.valueOf(why));
        } finally {
            listener.stageFailed(run, stage.name(), why, left); // also where the engine does not answer any more
        }
    }
}
