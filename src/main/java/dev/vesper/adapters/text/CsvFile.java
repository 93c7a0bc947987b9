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
            if (!records.hasNext()) {
                throw Problem.input(Place.of(name), "Expected a header line, but the file is empty");
            }
            Header header = header(name, records.next());
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

    private static Header header(String name, CsvRecord record) {
        List<String> names = record.getFields().stream().map(String::strip).toList();
        if (names.size() == 1
                && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
            String separator = names.getFirst().contains(";") ? "semicolons" : "tabs";
            throw Problem.input(
                    Place.of(name, record.getStartingLineNumber()),
                    "Expected columns separated by commas, but the header uses " + separator
                            + "; save the file with commas");
        }
        return new Header(name, record.getStartingLineNumber(), names);
    }

    private static Row row(Header header, CsvRecord record) {
        if (record.getFieldCount() != header.names().size()) {
            throw Problem.input(
                    Place.of(header.file(), record.getStartingLineNumber()),
                    "Expected " + header.names().size() + " columns as in the header, but the line has "
                            + record.getFieldCount()
                            + "; maybe a comma is missing, or a text with commas lacks quotes");
        }
        return new Row(header, record.getStartingLineNumber(), record.getFields());
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
