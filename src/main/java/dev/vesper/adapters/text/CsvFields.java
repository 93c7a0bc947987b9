package dev.vesper.adapters.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The lines of a CSV text as they are, of whatever width and separator: for whoever names every fault and not the first alone. */
public final class CsvFields {
    private CsvFields() {}

    /** Takes one line. */
    public interface Sink {
        /** Its fields, and the number of the line it begins in, counted from 1. */
        void line(int number, List<String> fields);
    }

    /**
     * Reads a text that is in memory.
     *
     * @param name of the file, for messages
     * @throws Problem of kind INPUT where it is no CSV
     */
    public static void read(String name, String text, char separator, Sink sink) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new StringReader(text))) {
            for (CsvRecord line : csv) {
                sink.line((int) line.getStartingLineNumber(), line.getFields());
            }
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof Problem ours) {
                throw ours;
            }
            throw Problem.input(
                    Place.of(name),
                    "Expected CSV, but " + broken.getMessage() + "; maybe a quotation mark is not closed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
