package dev.vesper.adapters.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.basics.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A section's table as CSV for programs: UTF-8, comma, line feed, every row; what hides in a text is written out. */
final class CsvFile {
    private CsvFile() {}

    static <R> void write(Table<R> table, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(table.columns().stream().map(Column::head).toList());
        table.rows().each(row -> csv.writeRecord(visible(Column.cells(table.columns(), row))));
        csv.flush();
    }

    /** A list is read on terminals too. */
    private static List<String> visible(List<String> cells) {
        return cells.stream().map(Visible::line).toList();
    }
}
