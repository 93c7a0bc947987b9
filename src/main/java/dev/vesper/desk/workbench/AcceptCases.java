package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;

/** Writes into a sheet of cases what the rules say of them now: what was expected before is given up, one case at a time. */
public interface AcceptCases {
    /**
     * The sheet with what its rule says, and nothing else of it changed.
     *
     * @param files of the rules folder, by their path below it
     * @param sheet one of them: {@code limits/position-weight.scenarios.csv}
     * @param line of the case in the sheet; 0 for all that fail
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such sheet or case, the case holds already, or nothing
     *     can be said of it
     */
    byte[] of(FileSet files, String sheet, int line);
}
