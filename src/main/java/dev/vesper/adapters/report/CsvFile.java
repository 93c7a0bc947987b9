package dev.vesper.adapters.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** A section's table as CSV for programs: UTF-8, comma, line feed, every row. */
final class CsvFile {
    private CsvFile() {}

    static <R> void write(Grid<R> grid, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(grid.columns().stream().map(Column::head).toList());
        for (R row : grid.rows()) {
            csv.writeRecord(grid.cells(row));
        }
        csv.flush();
    }
}
