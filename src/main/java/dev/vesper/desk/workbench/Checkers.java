package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** How many people must agree to a change of the rules, besides its makers. */
public interface Checkers {
    /** Where nothing says otherwise. */
    int STRICTEST = 2;

    /**
     * What is asked of a change.
     *
     * @param people at least one
     * @param because the row of the table that says so, or why the strictest way holds
     */
    record Asked(int people, String because) {}

    /**
     * What the firm's table says.
     *
     * @param active the files that judge now: a change does not say who checks it
     * @param changed files that it changes
     * @param urgent whether runs that have begun are to go by it too
     * @param effect what it would have made of recorded days
     */
    Asked of(FileSet active, List<String> changed, boolean urgent, ReplayEffect effect);
}
