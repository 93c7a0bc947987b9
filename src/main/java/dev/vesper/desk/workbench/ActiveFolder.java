package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** The rules folder, where people read what is active. Nothing is judged by it. */
public interface ActiveFolder {
    /**
     * As it lies on disk now.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it cannot be read
     */
    FileSet read();

    /** Notes that it is to hold other files soon, so that a start after a crash knows; durable on return. */
    void announce(RulesVersion next);

    /**
     * Writes what is active, each file whole or not at all. A file that is neither as it was before nor as it is to be was
     * altered by somebody, and stays.
     *
     * @param before what was active
     * @param now what is
     * @return what could not be written, a sentence each
     */
    List<String> write(FileSet before, FileSet now);
}
