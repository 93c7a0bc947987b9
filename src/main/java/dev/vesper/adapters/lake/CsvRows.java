package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.data.Field;
import dev.vesper.data.RowReader;
import dev.vesper.data.TableContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV file, plain or gzip, whose header names the contract's properties in any order. A property that may be
 * empty may have no column; a column that the contract does not know is refused, because it may be a misspelt one.
 */
public final class CsvRows implements RowReader {
    @Override
    public List<String> columns(TableContract contract) {
        return contract.fields().stream().map(Field::name).toList();
    }

    @Override
    public void read(Path file, TableContract contract, Sink sink) {
        List<String> columns = columns(contract);
        List<String> optional = new ArrayList<>(columns);
        optional.removeIf(contract::required);
        List<String> required = new ArrayList<>(columns);
        required.removeAll(optional);
        CsvFile.read(file, header -> {
            header.mustBe(required, optional);
            List<Integer> indices =
                    columns.stream().map(name -> header.find(name).orElse(-1)).toList();
            int value = header.find(contract.value()).orElse(0) + 1;
            return row -> sink.row(
                    row.line(),
                    value,
                    indices.stream().map(i -> i < 0 ? "" : row.cell(i)).toList());
        });
    }
}
