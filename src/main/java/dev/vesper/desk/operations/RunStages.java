package dev.vesper.desk.operations;

import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.StageRecord;
import java.util.List;

/**
 * How far one run came.
 *
 * @param stages in the order they were first started
 * @param incidents what keeps it from going on, oldest first; empty where it goes on or has ended
 */
public record RunStages(RunRecord run, List<StageRecord> stages, List<Incident> incidents) {
    public RunStages {
        stages = List.copyOf(stages);
        incidents = List.copyOf(incidents);
    }
}
