package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskDue;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.InstanceKeys;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a question is late: after the shortest timer that its user task has beside it and is not interrupted by, in the process
 * files that the run goes by. The same timer reminds people.
 */
public final class DrawnDue implements TaskDue {
    private static final int REMEMBERED = 32;

    private final InstanceKeys keys;
    private final FilesUsed files;
    /** By the sum of a set of files, and what asks. */
    private final Map<String, Map<String, Duration>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Duration>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param keys say by which files a run goes */
    public DrawnDue(InstanceKeys keys, FilesUsed files) {
        this.keys = keys;
        this.files = files;
    }

    @Override
    public Optional<Duration> of(RunId run, TaskKind kind, int step) {
        return of(keys.find(run), kind, step);
    }

    @Override
    public TaskDue at(Collection<RunId> runs) {
        Map<RunId, DayInstance> instances = keys.find(runs);
        return (run, kind, step) -> of(Optional.ofNullable(instances.get(run)), kind, step);
    }

    private Optional<Duration> of(Optional<DayInstance> instance, TaskKind kind, int step) {
        String sum = instance.map(DayInstance::processes).orElse("");
        Map<String, Duration> drawn;
        synchronized (known) {
            drawn = known.get(sum);
        }
        if (drawn == null) {
            Optional<FileSet> set = sum.isEmpty() ? Optional.empty() : files.find(sum);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            drawn = read(set.get());
            synchronized (known) {
                known.put(sum, drawn);
            }
        }
        return Optional.ofNullable(drawn.get(kind == TaskKind.APPROVE_TRADES ? Integer.toString(step) : kind.word()));
    }

    /** By what asks: the number of an approval, or the word of another question; files that cannot be read have none. */
    static Map<String, Duration> read(FileSet set) {
        Map<String, Duration> due = new HashMap<>();
        set.files().forEach((name, bytes) -> {
            try {
                ProcessFile.parse(name, bytes)
                        .model()
                        .getModelElementsByType(UserTask.class)
                        .forEach(task ->
                                asks(task).ifPresent(word -> shortest(task).ifPresent(timer -> due.put(word, timer))));
            } catch (Problem unreadable) {
                // the run is told without
            }
        });
        return due;
    }

    private static Optional<String> asks(UserTask task) {
        return DrawnFiles.header(task, Words.APPROVAL).or(() -> DrawnFiles.header(task, Words.TASK));
    }

    private static Optional<Duration> shortest(UserTask task) {
        return Steps.besides(task).stream()
                .filter(event -> !event.cancelActivity())
                .flatMap(event -> Steps.definitions(event).stream())
                .flatMap(definition ->
                        definition instanceof TimerEventDefinition timer ? duration(timer) : Stream.empty())
                .min(Comparator.naturalOrder());
    }

    private static Stream<Duration> duration(TimerEventDefinition timer) {
        try {
            return timer.getTimeDuration() == null
                    ? Stream.empty()
                    : Stream.of(Duration.parse(
                            timer.getTimeDuration().getTextContent().strip()));
        } catch (DateTimeException noDuration) { // FilesUsed holds what an older Vesper took
            return Stream.empty();
        }
    }
}
