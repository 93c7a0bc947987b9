package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.ActiveVersion;
import java.util.List;

/**
 * What came to judge orders.
 *
 * @param unwritten what of it could not be written into the rules folder, a sentence each; it judges all the same
 */
public record Activation(ActiveVersion active, List<String> unwritten) {
    public Activation {
        unwritten = List.copyOf(unwritten);
    }
}
