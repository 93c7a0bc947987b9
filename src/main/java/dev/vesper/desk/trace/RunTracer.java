package dev.vesper.desk.trace;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.trace.TracedSpan.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Draws runs as traces. A span is told when it is over; what a killed process was about to tell of stages and waits is told
 * again from the record by whoever ends the run, under the same ids.
 */
public final class RunTracer {
    private final RunStore runs;
    private final TaskStore tasks;
    private final InstantSource clock;
    private final SpanSink sink;
    private final Map<RunId, Traced> traced = new ConcurrentHashMap<>();

    /** A run that is worked in this process. */
    private static final class Traced {
        private final RunRecord run;
        private final RunTrace trace;
        /** The ids of what this process has told. */
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        private volatile String stage;

        Traced(RunRecord run) {
            this.run = run;
            this.trace = RunTrace.of(run);
            this.stage = trace.root();
        }
    }

    public RunTracer(RunStore runs, TaskStore tasks, InstantSource clock, SpanSink sink) {
        this.runs = runs;
        this.tasks = tasks;
        this.clock = clock;
        this.sink = sink;
    }

    /** The ids of a run's trace. */
    public RunTrace trace(RunId run) {
        return of(run).trace;
    }

    /** Whether anybody hears what is told. */
    boolean heard() {
        return sink.heard();
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * A stage begins.
     *
     * @return when, as the record says
     */
    Instant began(RunId run, String stage) {
        Instant at = runs.stages(run).stream()
                .filter(record -> record.name().word().equals(stage) && record.state() == StageState.RUNNING)
                .map(StageRecord::startedAt)
                .findFirst()
                .orElseGet(clock::instant);
        Traced here = of(run);
        here.stage = stageId(here.trace, stage, at);
        if (heard()) {
            answered(here);
        }
        return at;
    }

    /** The span of a try of a stage. */
    static String stageId(RunTrace trace, String stage, Instant began) {
        return trace.part("stage/" + stage + "/" + began.toEpochMilli());
    }

    /** The stage that works now, whose parts slices are. */
    String stage(RunId run) {
        return of(run).stage;
    }

    /** Tells what is over; the run's id goes with it. */
    void tell(
            RunId run,
            String id,
            String parent,
            String name,
            Kind kind,
            Instant began,
            Instant ended,
            String failure,
            Map<String, Object> attributes) {
        Traced here = of(run);
        if (heard() && here.told.add(id)) {
            Map<String, Object> all = new LinkedHashMap<>(attributes);
            all.put("vesper.run.id", run.value());
            sink.tell(new TracedSpan(here.trace.trace(), id, parent, name, kind, began, ended, failure, all));
        }
    }

    /** A try of a stage is over. */
    void stage(RunId run, String stage, String job, Instant began, Instant ended, String outcome, String failure) {
        RunTrace trace = trace(run);
        tell(
                run,
                stageId(trace, stage, began),
                trace.root(),
                stage,
                Kind.INTERNAL,
                began,
                ended,
                failure,
                Map.of("vesper.stage", stage, "vesper.stage.job", job, "vesper.stage.outcome", outcome));
    }

    /** The run is over, or is taken for over: what this process has not told of it is told, the run itself last. */
    public void ended(RunId id) {
        RunRecord run = runs.find(id).orElseThrow();
        if (!run.status().ended() || !heard()) {
            return;
        }
        Traced here = of(id);
        answered(here);
        for (StageRecord stage : runs.stages(id)) {
            Instant finished = stage.finishedAt();
            if (finished != null) {
                String word = stage.name().word();
                String outcome = stage.state().name().toLowerCase(Locale.ROOT);
                boolean failed = stage.state() == StageState.FAILED;
                stage(id, word, word, stage.startedAt(), finished, outcome, failed ? stage.message() : "");
            }
        }
        tell(
                id,
                here.trace.root(),
                "",
                "end of day",
                Kind.INTERNAL,
                run.openedAt(),
                clock.instant(),
                run.status() == RunStatus.ABANDONED ? "closed by hand, or its inputs cannot be used" : "",
                Map.of(
                        "vesper.run.date", run.date().toString(),
                        "vesper.run.rehearsal", run.rehearsal(),
                        "vesper.run.status", run.status().name().toLowerCase(Locale.ROOT)));
        traced.remove(id);
    }

    /** Tells what people have answered since; their names stay here. */
    private void answered(Traced here) {
        for (UserTask task : tasks.ofRun(here.run.id())) {
            Instant decided = task.decidedAt();
            if (decided != null) {
                tell(
                        here.run.id(),
                        here.trace.part("wait/" + task.id()),
                        here.trace.root(),
                        "wait " + task.kind().word(),
                        Kind.INTERNAL,
                        task.raisedAt(),
                        decided,
                        "",
                        Map.of("vesper.task.id", task.id(), "vesper.task.answer", task.word()));
            }
        }
    }

    private Traced of(RunId run) {
        Supplier<RunRecord> record = () -> runs.find(run).orElseThrow();
        return traced.computeIfAbsent(run, _ -> new Traced(record.get()));
    }
}
