package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.time.LocalDate;
import java.util.List;

/** The lists of names that the rules keep, as people look at them and edit them. */
public interface ListTexts {
    /** The day that decides which entries count where none is said. */
    LocalDate today();

    /** The file of a list, whether it is there or not: {@code lists/restricted.csv}. */
    String file(String name);

    /** The names of all lists, in order. */
    List<String> names(FileSet files);

    /**
     * The entries of a list, each row called by its line.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it cannot be read
     */
    TableSheet sheet(String file, byte[] bytes);

    /** What the entries of a sheet are: {@code instrument}; empty where no column says so. */
    String of(TableSheet sheet);

    /** The columns that a sheet could have and does not yet. */
    List<SheetColumn> further(TableSheet sheet);

    /**
     * The list's file with these entries; rows that did not change stay byte for byte.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where a cell cannot stand in a list
     */
    byte[] written(String file, byte[] bytes, TableSheet edited);

    /**
     * The file of a list without entries.
     *
     * @param of what its entries are
     * @throws dev.vesper.basics.Problem of kind INPUT where no list is of such
     */
    byte[] empty(String of);

    /** All that is to be said of a list on a day, in the order of {@link Finding#ORDER}. */
    List<Finding> findings(String file, byte[] bytes, LocalDate on);

    /** How each entry stands on a day, in their order; none where one of them cannot be read. */
    List<String> states(String file, byte[] bytes, LocalDate on);

    /** The rules that ask for a list, by their files, in order. */
    List<String> uses(FileSet files, String name);
}
