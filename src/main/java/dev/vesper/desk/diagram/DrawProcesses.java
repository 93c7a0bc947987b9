package dev.vesper.desk.diagram;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** Reads process files for their diagrams. */
public interface DrawProcesses {
    /**
     * The processes of a set of files, the day's first.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where one is no BPMN
     */
    List<DrawnProcess> draw(FileSet files);
}
