package dev.vesper.adapters.console;

import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What goes on today: every run of the day and every one that has not ended, where it stands and whom it waits for. */
public final class TodayPage implements Page {
    private static final int SHOWN = 12;
    private static final int SEARCHED = 60;

    /**
     * What the template shows.
     *
     * @param today newest first
     * @param older the newest of the others
     * @param more whether there are others beside
     */
    public record Model(List<StateLine> today, List<RunLine> older, boolean more) {}

    @Override
    public String word() {
        return "today";
    }

    @Override
    public String title() {
        return "Today";
    }

    /** What the runs of the day are at. */
    public record Today(List<RunState> runs) {}

    @Override
    public String help() {
        return "operations";
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(new Today(operations.runs().today()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS), Changed.of(Topic.ORDERS), Changed.of(Topic.TASKS));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return model(operations, operations.runs().today());
    }

    @Override
    public Model model(Operations operations, Asked asked, Object state) {
        return state instanceof Today(List<RunState> runs) ? model(operations, runs) : model(operations, asked);
    }

    private static Model model(Operations operations, List<RunState> today) {
        Set<String> shown =
                today.stream().map(state -> state.run().id().value()).collect(Collectors.toSet());
        List<RunRecord> older = operations.runs().newest(SEARCHED + shown.size()).stream()
                .filter(run -> !shown.contains(run.id().value()))
                .toList();
        return new Model(
                today.stream().map(StateLine::of).toList(),
                older.stream().limit(SHOWN).map(RunLine::of).toList(),
                older.size() > SHOWN);
    }
}
