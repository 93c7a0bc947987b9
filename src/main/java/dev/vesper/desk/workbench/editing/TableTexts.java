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
     * The table of a file as a file that people edit elsewhere.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none
     */
    byte[] exported(String path, byte[] bytes, SheetFormat format);

    /**
     * What a file that was edited elsewhere makes of a table.
     *
     * @param files of the rules, the table among them
     * @param name of the edited file, whose ending says what it is
     * @throws dev.vesper.basics.Problem of kind INPUT where it is of no such kind, damaged, larger than any table, or made to harm
     */
    EditedFile edited(FileSet files, String path, String name, byte[] edited);

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

    /** All that is to be said of a table, in the order of {@link Finding#ORDER}. */
    List<Finding> findings(String path, byte[] bytes);

    /**
     * The columns that a table of this decision may have: inputs that Vesper knows by name, further columns of the firm's files,
     * lists of names, then annotations that mean something.
     *
     * @param files beside the table, whose lists can be asked for
     */
    List<SheetColumn> inputs(FileSet files, String decision);

    /** What a table of this decision says, for people; empty where it is not known. */
    Optional<String> sentence(String decision);

    /** What kind of rule a file is, for people ({@code limit}); empty where it is none that judges. */
    Optional<String> kind(String path);

    /** How many rules a file holds that is code. */
    int rules(byte[] bytes);
}
