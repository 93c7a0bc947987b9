package dev.vesper.adapters.processes;

import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.StageName;
import java.util.List;
import java.util.Optional;

/**
 * What a process may ask for: whatever else stands in a process file, nobody would serve.
 *
 * @param stages whose jobs are worked
 * @param told what gateways may ask, and who answers
 */
public record KnownWork(List<StageName> stages, List<Told> told) {
    public KnownWork {
        stages = List.copyOf(stages);
        told = List.copyOf(told);
    }

    /**
     * A variable that is told.
     *
     * @param by the stage that tells it; empty where every user task does
     * @param jobs types of service tasks that tell it beside user tasks
     */
    public record Told(ProcessVariable<?> variable, Optional<StageName> by, List<String> jobs) {
        public Told {
            jobs = List.copyOf(jobs);
        }

        public static Told byStage(ProcessVariable<?> variable, StageName stage) {
            return new Told(variable, Optional.of(stage), List.of());
        }

        public static Told byEveryUserTask(ProcessVariable<?> variable) {
            return new Told(variable, Optional.empty(), List.of());
        }

        static Told byUserTasksAnd(ProcessVariable<?> variable, String job) {
            return new Told(variable, Optional.empty(), List.of(job));
        }
    }
}
