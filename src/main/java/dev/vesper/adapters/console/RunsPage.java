package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/** The ends of day, newest first. */
public final class RunsPage implements Page {
    /** Where a script asks how long the last runs took. */
    public static final PagePath LAST = new PagePath("runs-stages");

    /** So many runs are drawn. */
    public static final int DRAWN = 30;

    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param waiting how many questions wait for people, in words; empty where none does
     * @param more whether there are older ones than those listed
     */
    public record Model(List<RunLine> runs, String waiting, boolean more) {}

    @Override
    public String word() {
        return "runs";
    }

    @Override
    public String title() {
        return "Runs";
    }

    @Override
    public String help() {
        return "operations";
    }

    @Override
    public boolean charts(Record model) {
        return model instanceof Model shown && shown.runs().size() > 1;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        List<RunRecord> found = operations.runs().newest(SHOWN + 1);
        long open = operations.tasks().newest(SHOWN).stream()
                .filter(task -> task.open())
                .count();
        return new Model(
                found.stream().limit(SHOWN).map(RunLine::of).toList(),
                open == 0 ? "" : Counted.of(open, "question") + (open == 1 ? " waits" : " wait") + " for a person",
                found.size() > SHOWN);
    }
}
