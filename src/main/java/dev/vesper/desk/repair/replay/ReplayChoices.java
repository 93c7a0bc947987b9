package dev.vesper.desk.repair.replay;

import java.util.List;

/**
 * From which stages a day can be replayed now.
 *
 * @param stands where its run is, for people
 * @param refusal why it cannot be replayed, whatever the stage; empty where it can
 * @param stages in the order of the day
 */
public record ReplayChoices(String stands, String refusal, List<ReplayStage> stages) {
    public ReplayChoices {
        stages = List.copyOf(stages);
    }
}
