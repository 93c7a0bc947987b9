package dev.vesper.adapters.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One CSV file: a header and rows of the same width, read from front to back. Line 1 is the header; a column counts
 * fields from 1.
 */
public final class CsvFile {
    private CsvFile() {}

    /** Takes the header once, and gives back what takes each row. */
    public interface Table {
        RowSink header(Header header);
    }

    /** Takes one row. */
    public interface RowSink {
        void row(Row row);
    }

    /** Thrown by no one else: a row sink that has seen enough. */
    public static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Enough() {
            super("enough", null, false, false);
        }
    }

    /** Reads the whole file, or up to where the sink says {@link Enough}. */
    public static void read(Path file, Table table) {
        try (Reader text = TextFile.open(file)) {
            read(TextFile.nameOf(file), text, table);
        } catch (UncheckedIOException failed) {
            IOException cause = failed.getCause();
            throw TextFile.unreadable(file, cause == null ? new IOException(failed) : cause);
        } catch (IOException failed) {
            throw TextFile.unreadable(file, failed);
        }
    }

    /** Reads a text that is in memory; complaints begin with the name. */
    public static void readText(String name, String text, Table table) {
        try (Reader reader = new StringReader(text)) {
            read(name, reader, table);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void read(String name, Reader text, Table table) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(2 * GuardedReader.LONGEST_LINE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            CsvRecord first = first(records)
                    .orElseThrow(() -> Problem.input(Place.of(name), "Expected a header line, but the file is empty"));
            Header header = header(name, first);
            RowSink sink = table.header(header);
            while (records.hasNext()) {
                sink.row(row(header, records.next()));
            }
        } catch (Enough seen) {
            return;
        } catch (CsvParseException broken) {
            throw mended(name, broken);
        }
    }

    /** The first line that is no comment: vendors begin a file with lines like {@code # prices of 2024}. */
    private static Optional<CsvRecord> first(Iterator<CsvRecord> records) {
        while (records.hasNext()) {
            CsvRecord record = records.next();
            if (!record.getField(0).startsWith("#")) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    /** Without the empty names behind the last: a comma at the end of each line makes no column. */
    private static Header header(String name, CsvRecord record) {
        List<String> all = record.getFields().stream().map(PlainText::stripped).toList();
        int last = all.size();
        while (last > 1 && all.get(last - 1).isEmpty()) {
            last--;
        }
        List<String> names = all.subList(0, last);
        if (names.size() == 1
                && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
            String separator = names.getFirst().contains(";") ? "semicolons" : "tabs";
            throw Problem.input(
                    Place.of(name, record.getStartingLineNumber()),
                    "Expected columns separated by commas, but the header uses " + separator
                            + "; save the file with commas");
        }
        if (names.getFirst().startsWith("{") || names.getFirst().startsWith("[{")) {
            throw Problem.input(
                    Place.of(name, record.getStartingLineNumber()),
                    "Expected a header line, but the file looks like JSON; save the table as CSV");
        }
        return new Header(name, record.getStartingLineNumber(), names);
    }

    private static Row row(Header header, CsvRecord record) {
        int columns = header.names().size();
        int beyond = record.getFieldCount();
        while (beyond > columns
                && PlainText.stripped(record.getField(beyond - 1)).isEmpty()) {
            beyond--;
        }
        if (beyond != columns) {
            throw Problem.input(
                    Place.of(header.file(), record.getStartingLineNumber()),
                    "Expected " + header.names().size() + " columns as in the header, but the line has "
                            + record.getFieldCount()
                            + "; maybe a comma is missing, or a text with commas lacks quotes");
        }
        List<String> cells = record.getFields();
        return new Row(
                header, record.getStartingLineNumber(), cells.size() == columns ? cells : cells.subList(0, columns));
    }

    /** A parser's complaint, which may wrap ours. */
    private static Problem mended(String name, CsvParseException broken) {
        for (Throwable t = broken; t != null; t = t.getCause()) {
            if (t instanceof Problem ours) {
                return ours;
            }
        }
        return Problem.input(
                Place.of(name), "Expected CSV, but " + broken.getMessage() + "; maybe a quotation mark is not closed");
    }
}
