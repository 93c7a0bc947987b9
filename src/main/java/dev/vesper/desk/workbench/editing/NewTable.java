package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/**
 * A kind of table that can be begun.
 *
 * @param decision what its decision is called: {@code Issuer weight}, or {@code Compliance}
 * @param says what it measures or does, for people
 * @param inputs that it may ask for
 */
public record NewTable(String decision, String says, List<String> inputs) {
    public NewTable {
        inputs = List.copyOf(inputs);
    }

    /**
     * One that was begun.
     *
     * @param file of the table, below the rules folder: {@code limits/issuer-limit.dmn}
     * @param files it and its sheet of cases
     */
    public record Begun(String file, FileSet files) {}
}
