package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** Looks at a whole state of the rules folder as if it were to judge the next run. */
public interface RuleCheck {
    /**
     * All that is to be said of the files at once, not the first fault alone, in the order of {@link Finding#ORDER}.
     *
     * @param files of the rules folder, by their path below it
     */
    default List<Finding> of(FileSet files) {
        return of(files, files);
    }

    /**
     * The same, and what is not there any more that was there before.
     *
     * @param before the files that they are to replace
     */
    List<Finding> of(FileSet before, FileSet files);
}
