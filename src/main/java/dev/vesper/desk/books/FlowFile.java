package dev.vesper.desk.books;

import dev.vesper.books.flow.FlowWords;
import java.nio.file.Path;
import java.util.List;

/** The flows that a firm's folder tells of. */
public interface FlowFile {
    /** What it is called, for people and as who asked for a flow. */
    String NAME = "flows.csv";

    /**
     * Reads the file; empty where there is none.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT that names file, line and column
     */
    List<FlowWords> read(Path firm);
}
