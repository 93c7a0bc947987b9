package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Operations;
import java.util.List;

/** What waits for people, with all they should see before they answer; below it, what was answered. */
final class TasksPage implements Page {
    private static final int SHOWN = 200;

    /**
     * What the template shows.
     *
     * @param named whether the caller gave a name, which the commands then hold
     */
    public record Model(List<TaskLine> open, List<TaskLine> answered, boolean named) {}

    @Override
    public String word() {
        return "tasks";
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        List<TaskLine> tasks = operations.tasks().newest(SHOWN).stream()
                .map(task -> TaskLine.of(task, asked.caller()))
                .toList();
        return new Model(
                tasks.stream().filter(TaskLine::open).toList(),
                tasks.stream().filter(task -> !task.open()).toList(),
                asked.caller().person().isPresent());
    }
}
