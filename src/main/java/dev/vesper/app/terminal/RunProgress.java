package dev.vesper.app.terminal;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.run.StageTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a run came, in lines for a terminal: known from its first second on, whether or not there is a report. */
public final class RunProgress {
    private RunProgress() {}

    /**
     * The lines.
     *
     * @param asked what people were asked for this run, the first first
     */
    public static List<String> lines(RunStages shown, List<Question> asked) {
        RunRecord run = shown.run();
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.id() + " is " + run.status().name().toLowerCase(Locale.ROOT) + ": business date "
                + run.date() + (run.rehearsal() ? ", a REHEARSAL" : "") + ", opened " + run.openedAt());
        if (run.supersedes() != null && run.replayedFrom() != null) {
            lines.add("  replays run " + run.supersedes() + " from "
                    + run.replayedFrom().word());
        }
        if (run.supersededBy() != null) {
            lines.add("  superseded by run " + run.supersededBy() + ", which replays its day");
        }
        if (shown.stages().isEmpty()) {
            lines.add("  no stage has begun");
        }
        shown.stages().forEach(stage -> lines.add(stage(stage)));
        for (Incident incident : shown.incidents()) {
            lines.add("  ✗ stands still since " + incident.at() + ": " + incident.what());
        }
        for (Question task : asked) {
            if (task.open()) {
                lines.add("  ? waits for a person since " + task.raisedAt() + ": " + task.question());
                lines.add("    ./vesper tasks show " + task.id());
            } else if (!task.ended().isEmpty()) {
                lines.add("  - nobody answers any more, " + task.ended() + ": " + task.question());
            } else {
                lines.add("  " + (task.decision() == Answer.APPROVE ? "✓" : "✗") + " " + task.decidedBy()
                        + " answered " + task.word()
                        + (task.reason().isEmpty() ? "" : " (" + Visible.line(task.reason()) + ")")
                        + " to: " + task.question());
            }
        }
        if (run.status() == RunStatus.FAILED) {
            lines.add("Mend the cause, then ./vesper runs resume " + run.id()
                    + " --reason WHY while Vesper is up, else ./vesper eod --resume --run " + run.id());
        }
        return lines;
    }

    private static String stage(StageRecord stage) {
        String took = StageTimes.of(stage)
                .map(time -> String.format(Locale.ROOT, "%6.1f s", time.toMillis() / 1000.0))
                .orElse("        ");
        String said = stage.message().isEmpty() ? stage.result() : stage.message();
        return String.format(Locale.ROOT, "  %s %-15s %s  %s", mark(stage.state()), stage.name(), took, said)
                .stripTrailing();
    }

    private static String mark(StageState state) {
        return switch (state) {
            case RUNNING -> "…";
            case DONE -> "✓";
            case REFUSED, FAILED -> "✗";
        };
    }
}
