package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.editing.RuleModel;
import dev.vesper.desk.workbench.editing.SavedModel;
import dev.vesper.desk.workbench.editing.TriedModel;

/** Tables of the rules in a DMN modeller, and back. */
public interface RuleModels {
    /**
     * A table's file as a modeller reads it, in DMN 1.3.
     *
     * @param file below the rules folder, for example {@code limits/position-weight.dmn}
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such table or draft, or where it is none for a modeller:
     *     too many rows, or DMN 1.1
     */
    RuleModel show(String file, String draft);

    /**
     * What would be said of a table and its cases, were it saved as a modeller has it; nothing is kept.
     *
     * @param xml the modeller's file
     * @throws dev.vesper.basics.Problem of kind INPUT where that is no edit of the table, or more than data; REFUSED for who may
     *     not write
     */
    TriedModel tried(String file, String draft, String xml);

    /**
     * The modeller's file with a further input and all that the diagram needs for it; nothing is kept.
     *
     * @param xml the modeller's file
     * @param input as the measure calls it
     * @throws dev.vesper.basics.Problem of kind INPUT where the table cannot have the input, or has it; REFUSED for who may not
     *     write
     */
    RuleModel withInput(String file, String draft, String xml, String input);

    /**
     * Writes what a modeller made of a table into a draft; what the modeller cannot hold stays as it is in the table's file.
     *
     * @param draft empty to begin one
     * @param seen what the table said it was when it was opened
     * @param xml the modeller's file
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where that is no edit of the table, more than data, or no change; REFUSED
     *     for who may not, where somebody wrote since, or where the draft is closed
     */
    SavedModel save(String file, String draft, String seen, String xml, String note);
}
