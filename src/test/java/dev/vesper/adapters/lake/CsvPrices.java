package dev.vesper.adapters.lake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vesper.desk.checkdata.PriceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A small reader of long and wide price files, for tests of the lake alone. */
final class CsvPrices implements PriceReader {
    @Override
    public void read(Path file, Sink sink) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<CsvRecord> csv =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> header = null;
            for (CsvRecord row : csv) {
                if (header == null) {
                    header = row.getFields().stream()
                            .map(f -> f.toLowerCase(Locale.ROOT))
                            .toList();
                    if (!header.contains("close")) {
                        header = row.getFields();
                    }
                } else if (header.contains("close")) {
                    rowOfLong(header, row, sink);
                } else {
                    for (int i = 1; i < row.getFieldCount(); i++) {
                        if (!row.getField(i).isEmpty()) {
                            sink.row(
                                    row.getStartingLineNumber(),
                                    i + 1,
                                    row.getField(0),
                                    header.get(i),
                                    null,
                                    null,
                                    null,
                                    row.getField(i),
                                    null);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rowOfLong(List<String> header, CsvRecord row, Sink sink) {
        sink.row(
                row.getStartingLineNumber(),
                header.indexOf("close") + 1,
                at(header, row, "date"),
                at(header, row, "symbol"),
                at(header, row, "open"),
                at(header, row, "high"),
                at(header, row, "low"),
                at(header, row, "close"),
                at(header, row, "volume"));
    }

    private static String at(List<String> header, CsvRecord row, String name) {
        int i = header.indexOf(name);
        return i < 0 || i >= row.getFieldCount() ? null : row.getField(i);
    }
}
