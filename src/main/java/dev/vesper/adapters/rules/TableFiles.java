package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.adapters.rules.sheet.DmnVersion;
import dev.vesper.adapters.rules.sheet.ModelledEdit;
import dev.vesper.adapters.rules.sheet.SheetCsv;
import dev.vesper.adapters.rules.sheet.SheetGrid;
import dev.vesper.adapters.rules.sheet.SheetImport;
import dev.vesper.adapters.rules.sheet.XlsxReader;
import dev.vesper.adapters.rules.sheet.XlsxWriter;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables as files that spreadsheets and modellers read, and what these make of them. */
public final class TableFiles {
    private TableFiles() {}

    /** A table as a file of a format. */
    public static byte[] written(DmnText file, DmnSheet table, SheetFormat format) {
        return switch (format) {
            case CSV -> SheetCsv.written(table.sheet()).getBytes(StandardCharsets.UTF_8);
            case XLSX -> XlsxWriter.written(table.sheet());
            case DMN -> DmnVersion.asModellersRead(file).bytes();
        };
    }

    /**
     * What was edited elsewhere, beside the table as it is.
     *
     * @param name of the edited file, whose ending says what it is
     * @param firm whose further columns and lists a new column may be
     * @throws Problem of kind INPUT where it is of no such kind, damaged, larger than any table, or made to harm
     */
    public static EditedFile edited(DmnSheet table, String name, byte[] bytes, KnownFirm firm) {
        SheetFormat format = SheetFormat.ofFile(name)
                .orElseThrow(() -> Problem.input(
                        Place.of(name), "Expected a file that ends in .xlsx, .csv or .dmn; save it as one of these"));
        if (format == SheetFormat.DMN) {
            ModelledEdit edit = ModelledEdit.of(table, DmnText.of(name, bytes));
            return new EditedFile(table.sheet(), edit.table(), List.of(), edit.kept());
        }
        SheetGrid grid = format == SheetFormat.XLSX ? XlsxReader.read(name, bytes) : SheetCsv.read(name, bytes);
        SheetImport read = SheetImport.into(
                table.sheet(), grid, title -> KnownInputs.named(table.sheet().decision(), title, firm));
        return new EditedFile(
                table.sheet(),
                read.sheet(),
                read.faults().stream()
                        .map(fault -> new EditedFile.Refused(fault.place(), fault.sentence()))
                        .toList(),
                List.of());
    }
}
