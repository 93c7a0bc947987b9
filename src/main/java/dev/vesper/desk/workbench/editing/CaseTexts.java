package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;

/** The sheets of cases beside the rules: what they say, and what the rules say of them. */
public interface CaseTexts {
    /** The sheet beside a rule, whether it is there or not: {@code limits/position-weight.scenarios.csv}. */
    String beside(String rule);

    /**
     * The cases of a rule, each row called by its line; without one where there is no sheet yet.
     *
     * @param rule its file
     * @throws dev.vesper.basics.Problem of kind INPUT where the sheet cannot be read
     */
    TableSheet sheet(FileSet files, String rule);

    /** The columns that a sheet of this rule may have, those that it needs first. */
    List<SheetColumn> columns(String rule);

    /**
     * The sheet's file with these cases; rows that did not change stay byte for byte.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where a cell cannot stand in a sheet
     */
    byte[] written(FileSet files, String rule, TableSheet edited);

    /**
     * What a rule says of each of its cases, in their order; a case that cannot be read says why. No other rule is looked at.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the rule itself cannot be used
     */
    List<CaseResult> run(FileSet files, String rule);

    /**
     * The cases that the sheet of a limit table lacks, so that each row decides one and each condition turns one by itself; of
     * any other rule none.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the rule itself cannot be used, or is too large
     */
    List<MissingCase> missing(FileSet files, String rule);

    /** What all rules say of all their cases; as {@link #run(FileSet, String)}. */
    List<CaseResult> run(FileSet files);
}
