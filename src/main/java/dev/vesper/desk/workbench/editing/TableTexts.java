package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetFormat;
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
     * A modeller's file with a further input, and with all that the diagram needs for it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is no table, or more than data
     */
    String withInput(String path, byte[] xml, SheetColumn input);

    /**
     * The table of a file as a file that people edit elsewhere.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none
     */
    byte[] exported(String path, byte[] bytes, SheetFormat format);

    /**
     * What a file that was edited elsewhere makes of a table.
     *
     * @param name of the edited file, whose ending says what it is
     * @throws dev.vesper.basics.Problem of kind INPUT where it is of no such kind, damaged, larger than any table, or made to harm
     */
    EditedFile edited(String path, byte[] bytes, String name, byte[] edited);

    /** The kinds of table that can be begun. */
    List<NewTable> kinds();

    /**
     * The files of a table that is begun.
     *
     * @param decision of one of the {@link #kinds}
     * @param name of the rule, such as {@code issuer-limit}
     * @param inputs that it asks for, one at least
     * @throws dev.vesper.basics.Problem of kind INPUT where one of them is none
     */
    NewTable.Begun begun(String decision, String name, List<String> inputs);

    /**
     * All that is to be said of a table, in the order of {@link Finding#ORDER}, and what it had before and has no more.
     *
     * @param before the files that these are to replace
     */
    List<Finding> findings(String path, FileSet before, FileSet files);

    /**
     * The columns that a table of this decision may have: inputs by name, then those that the firm's files and the lists among
     * the rules bring along, then annotations that mean something.
     *
     * @param files of the rules
     */
    List<SheetColumn> inputs(String decision, FileSet files);

    /** What a table of this decision says, for people; empty where it is not known. */
    Optional<String> sentence(String decision);

    /** What kind of rule a file is, for people ({@code limit}); empty where it is none that judges. */
    Optional<String> kind(String path);

    /** What a file that is code says of itself: the comment that it begins with. */
    String about(byte[] bytes);

    /** How many rules a file holds that is code. */
    int rules(byte[] bytes);
}
