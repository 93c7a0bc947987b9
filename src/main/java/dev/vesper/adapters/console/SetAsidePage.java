package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import java.util.List;

/** The rows that the contracts set aside of a run's data, each with its reason and the lines around it. */
public final class SetAsidePage implements Page {
    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param closed why no row can be decided now; empty where rows can
     * @param may whether the caller may ask for rows
     * @param formHref where the forms go
     * @param first whether the first rows are asked for
     * @param more where the next rows are, or empty
     */
    public record Model(
            String run,
            String runHref,
            List<SetAsideLine> rows,
            boolean first,
            String closed,
            boolean may,
            String formHref,
            String more) {}

    @Override
    public String word() {
        return "set-aside";
    }

    @Override
    public String title() {
        return "Rows set aside";
    }

    @Override
    public String help() {
        return "data-quality";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/set-aside");
    }

    static String href(String run) {
        return RunLine.href(run) + "/set-aside";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        int from = Math.toIntExact(Math.min(asked.number("from").orElse(0), 100_000_000));
        List<SetAsideRow> rows = operations.repair().setAside(run, from, SHOWN + 1);
        String closed = rows.isEmpty() ? "" : operations.repair().rowsClosed(run);
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                rows.stream().limit(SHOWN).map(SetAsideLine::of).toList(),
                from == 0,
                closed,
                closed.isEmpty()
                        && asked.caller() instanceof SignedIn
                        && asked.caller().may(Permission.WORK_RUNS)
                        && rows.stream().anyMatch(row -> SetAsideLine.of(row).open()),
                href(run.value()) + "/decide",
                rows.size() > SHOWN ? href(run.value()) + "?from=" + (from + SHOWN) : "");
    }
}
