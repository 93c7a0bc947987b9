package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;
import java.util.Optional;

/** What the files of the rules say, without judging anything by them. */
public interface TableTexts {
    /**
     * The table of a file.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none, or one that cannot be read
     */
    TableSheet sheet(String path, byte[] bytes);

    /**
     * The file with this table in it instead, and nothing else changed.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the sheet is no edit of the table
     */
    byte[] written(String path, byte[] bytes, TableSheet edited);

    /**
     * The file as a modeller reads it: in DMN 1.3, each row with an id.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is DMN 1.1
     */
    String forModeller(String path, byte[] bytes);

    /**
     * What somebody did to a table in a modeller.
     *
     * @param xml the modeller's file
     * @throws dev.vesper.basics.Problem of kind INPUT where that is no such table, or more than data
     */
    FromModeller modelled(String path, byte[] bytes, byte[] xml);

    /**
     * A modeller's file with a further input, and with all that the diagram needs for it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is no table, or more than data
     */
    String withInput(String path, byte[] xml, SheetColumn input);

    /** All that is to be said of a table, in the order of {@link Finding#ORDER}. */
    List<Finding> findings(String path, byte[] bytes);

    /** The columns that a table of this decision may have: inputs by name, then annotations that mean something. */
    List<SheetColumn> inputs(String decision);

    /** What a table of this decision says, for people; empty where it is not known. */
    Optional<String> sentence(String decision);

    /** What kind of rule a file is, for people ({@code limit}); empty where it is none that judges. */
    Optional<String> kind(String path);

    /** How many rules a file holds that is code. */
    int rules(byte[] bytes);
}
