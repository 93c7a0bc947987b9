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
    List<Finding> of(FileSet files);
}
