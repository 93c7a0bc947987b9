package dev.vesper.desk.firm;

import java.nio.file.Path;

/** Reads a firm folder. */
public interface FirmReader {
    /**
     * Reads and checks every file of the folder but the price rows.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT, naming file, line and column
     */
    Firm read(Path folder);
}
