package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** Compares two versions of the rules. */
public interface CompareRules {
    /** What is another in the second, in the order of files, rows and columns. */
    List<RuleDifference> of(FileSet one, FileSet other);
}
