package dev.vesper.desk.repair;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.InstanceKeys;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a run stands, read once, for whoever wants to take it out of its way.
 *
 * @param instance what works it; empty where nothing did yet
 * @param asked all that its people were asked
 * @param sent how many child orders have left; as many as can be where that cannot be read
 * @param stands where it is, for people
 */
public record RunStanding(
        RunRecord run,
        Optional<DayInstance> instance,
        List<StageRecord> stages,
        List<UserTask> asked,
        int sent,
        String stands) {
    public RunStanding {
        stages = List.copyOf(stages);
        asked = List.copyOf(asked);
    }

    /** Where that is read. */
    public record Stores(RunStore runs, InstanceKeys keys, TaskStore tasks, OrderStore orders, Incidents incidents) {
        /**
         * How a run stands now.
         *
         * @throws Problem of kind INPUT where it is unknown
         */
        public RunStanding of(RunId id) {
            RunRecord run = runs.find(id)
                    .orElseThrow(() -> Problem.unknown(
                            "Expected a run, but " + id + " is unknown; ./vesper runs list shows them"));
            List<UserTask> asked = tasks.ofRun(id);
            return new RunStanding(run, keys.find(id), runs.stages(id), asked, children(id), stands(run, asked));
        }

        private String stands(RunRecord run, List<UserTask> asked) {
            List<Incident> open = incidents.open(run.id());
            if (!open.isEmpty()) {
                Incident last = open.getLast();
                return last.stage().map(stage -> "stands still at " + stage).orElse("stands still: " + last.what());
            }
            String waits = asked.stream()
                    .filter(UserTask::open)
                    .map(UserTask::id)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return waits.isEmpty() || run.status() != RunStatus.WAITING
                    ? run.status().name().toLowerCase(Locale.ROOT)
                    : "waits for an answer to " + waits;
        }

        /** What cannot be read may be any number: then nothing goes back before it. */
        private int children(RunId run) {
            try {
                return orders.sent(run).values().stream()
                        .mapToInt(children -> children.sent())
                        .sum();
            } catch (BrokenHistory altered) {
                return Integer.MAX_VALUE;
            }
        }
    }

    /**
     * Why it cannot be taken out of its way now; empty where it can.
     *
     * @param done to a run that stands still or waits, for example {@code moved}
     */
    public String goesOn(String done) {
        Optional<StageRecord> atWork = stages.stream()
                .filter(stage -> stage.state() == StageState.RUNNING && run.status() == RunStatus.RUNNING)
                .findFirst();
        if (atWork.isPresent()) {
            return atWork.get().name() + " is at work";
        }
        return run.status() != RunStatus.FAILED && run.status() != RunStatus.WAITING
                ? "it goes on by itself; only a run that stands still or waits for a person is " + done
                : "";
    }

    /** Whatever happens to the run changes the sum. */
    public void addTo(FieldSum sum) {
        sum.add(run.id().value());
        sum.add(run.status().name());
        sum.add(String.valueOf(instance.map(DayInstance::attempt).orElse(1)));
        sum.add(instance.map(DayInstance::key).map(String::valueOf).orElse(""));
        sum.add(instance.map(DayInstance::processes).orElse(""));
        stages.forEach(stage -> {
            sum.add(stage.name().word());
            sum.add(stage.state().name());
        });
        asked.forEach(task -> {
            sum.add(task.id());
            sum.add(task.word());
        });
        sum.add(String.valueOf(sent));
    }
}
