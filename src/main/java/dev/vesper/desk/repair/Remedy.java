package dev.vesper.desk.repair;

import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import java.util.List;

/**
 * What may be done about a run.
 *
 * @param act in a word: {@code retry} or {@code close}
 * @param effect what it will do, in a sentence
 * @param refusal why it cannot be done now; empty where it can
 */
public record Remedy(String act, String effect, String refusal) {
    public static final String RETRY = "retry";
    public static final String CLOSE = "close";

    /**
     * Closing a run.
     *
     * @param status where it stands
     * @param stages how far it is
     */
    public static Remedy closing(RunStatus status, List<StageRecord> stages) {
        return new Remedy(
                CLOSE,
                "Ends the run for good. What was filled is posted to the books; orders that are not sent never are.",
                status.ended() ? "the run has ended" : atWork(status, stages));
    }

    private static String atWork(RunStatus status, List<StageRecord> stages) {
        return stages.stream()
                .filter(stage -> stage.state() == StageState.RUNNING && status == RunStatus.RUNNING)
                .map(stage -> stage.name() + " is at work")
                .findFirst()
                .orElse("");
    }

    /** Whether it can be done now, by somebody who may. */
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
