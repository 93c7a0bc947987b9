package dev.vesper.desk.trace;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import java.time.Instant;

/** A stage as a span of its run, and what is logged meanwhile marked as its. */
public final class TracedStage implements Stage {
    private final Stage stage;
    private final RunTracer tracer;
    private final LogMarks marks;

    public TracedStage(Stage stage, RunTracer tracer, LogMarks marks) {
        this.stage = stage;
        this.tracer = tracer;
        this.marks = marks;
    }

    @Override
    public StageName name() {
        return stage.name();
    }

    @Override
    public StageResult run(RunId run) {
        String word = name().stage().word();
        Instant began = tracer.began(run, word);
        RunTrace trace = tracer.trace(run);
        try (LogMarks.Mark _ = marks.mark(trace, RunTracer.stageId(trace, word, began))) {
            StageResult result = stage.run(run);
            over(run, began, "done", "");
            return result;
        } catch (Problem problem) {
            boolean refused = problem.kind() == Problem.Kind.REFUSED;
            over(run, began, refused ? "refused" : "failed", refused ? "" : said(problem));
            throw problem;
        } catch (RuntimeException | Error fault) {
            over(run, began, "failed", said(fault));
            throw fault;
        }
    }

    private void over(RunId run, Instant began, String outcome, String failure) {
        tracer.stage(run, name().stage().word(), name().job(), began, tracer.now(), outcome, failure);
    }

    private static String said(Throwable why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
