package dev.vesper.adapters.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.ChainCheck;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ExportedRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An export of the audit, read from front to back: nothing of Vesper but the file is needed. */
public final class AuditFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_CELL = 16 * 1024 * 1024;

    private final String name;
    private final ChainCheck check = new ChainCheck();
    private @Nullable End end;

    private AuditFile(Path file) {
        this.name = TextFile.nameOf(file);
    }

    /**
     * What the last record says.
     *
     * @param detail how many rows there are, and by which filters
     */
    public record End(ChainHead head, String detail) {
        /** Whether it says that it holds every row. */
        public boolean whole() {
            return detail.endsWith("; " + AuditExport.EVERY_ROW);
        }

        private boolean counts(long rows) {
            return detail.startsWith(rows + " ");
        }
    }

    /**
     * What was found.
     *
     * @param check the rows against one another
     * @param faults what does not fit, each a sentence
     * @param end empty where the file was cut before it
     */
    public record Verdict(ChainCheck check, List<String> faults, Optional<End> end) {}

    /**
     * Reads and checks one.
     *
     * @throws Problem of kind INPUT where it is no export, with the line
     */
    public static Verdict verify(Path file) {
        return verify(file, Optional.empty());
    }

    /** As {@link #verify(Path)}, with a row whose hash will be asked for. */
    public static Verdict verify(Path file, Optional<Long> watched) {
        AuditFile reading = new AuditFile(file);
        watched.ifPresent(reading.check::watching);
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            text.mark(1);
            int first = text.read();
            text.reset();
            if (first == '{') {
                reading.json(text);
            } else {
                reading.csv(text);
            }
        } catch (IOException e) {
            throw Problem.usage("Expected an export of the audit in " + file + ", but it cannot be read: " + e);
        } catch (CsvParseException e) {
            throw Problem.input(Place.of(reading.name), "Expected an export of the audit, but " + e.getMessage());
        }
        return reading.verdict();
    }

    private Verdict verdict() {
        List<String> faults = check.faults();
        End last = end;
        if (last == null) {
            faults.add("the file ends without its last record: it was cut, or whoever wrote it was stopped");
            return new Verdict(check, faults, Optional.empty());
        }
        if (!last.counts(check.rows())) {
            faults.add("the last record says \"" + last.detail() + "\", but " + check.rows() + " are here");
        }
        if (last.whole()) {
            check.missing(last.head()).ifPresent(faults::add);
        }
        check.contradicts(last.head().sequence(), last.head().hash()).ifPresent(faults::add);
        return new Verdict(check, faults, Optional.of(last));
    }

    private void csv(BufferedReader text) {
        CsvReader<CsvRecord> csv =
                CsvReader.builder().maxBufferSize(LONGEST_CELL).ofCsvRecord(text);
        List<String> columns = null;
        for (CsvRecord record : csv) {
            long line = record.getStartingLineNumber();
            if (columns == null) {
                columns = record.getFields();
                if (!columns.equals(AuditFormat.COLUMNS)) {
                    throw Problem.input(
                            Place.of(name, line),
                            "Expected the columns " + String.join(", ", AuditFormat.COLUMNS) + ", but got "
                                    + Problem.shortened(String.join(", ", columns)));
                }
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            for (int at = 0; at < Math.min(columns.size(), record.getFieldCount()); at++) {
                cells.put(columns.get(at), SpreadsheetText.original(record.getField(at)));
            }
            take(cells, line);
        }
        if (columns == null) {
            throw Problem.input(Place.of(name), "Expected an export of the audit, but the file is empty");
        }
    }

    /** One object a line, or those lines within one object: both are written a record a line. */
    private void json(BufferedReader text) throws IOException {
        long number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            String record = line.strip();
            if (record.isEmpty() || record.equals("{\"records\":[") || record.equals("]}")) {
                continue;
            }
            try {
                JsonNode node = JSON.readTree(record.endsWith(",") ? record.substring(0, record.length() - 1) : record);
                Map<String, String> cells = new HashMap<>();
                node.properties()
                        .forEach(member -> cells.put(
                                member.getKey(),
                                member.getValue().isNull()
                                        ? ""
                                        : member.getValue().asText()));
                take(cells, number);
            } catch (JsonProcessingException e) {
                throw Problem.input(
                        Place.of(name, number),
                        "Expected one record of an export of the audit a line, but " + e.getOriginalMessage());
            }
        }
    }

    private void take(Map<String, String> cells, long line) {
        if (end != null) {
            throw Problem.input(Place.of(name, line), "Expected nothing behind the last record, but there is more");
        }
        try {
            switch (cells.getOrDefault("record", "")) {
                case AuditFormat.ROW -> check.take(row(cells).chained());
                case AuditFormat.END ->
                    end = new End(
                            new ChainHead(
                                    Long.parseLong(cell(cells, "sequence")),
                                    cell(cells, "hash"),
                                    Instant.parse(cell(cells, "at"))),
                            cell(cells, "detail"));
                case String other ->
                    throw Problem.input(
                            Place.of(name, line),
                            "Expected record to be row or end, but got \"" + Problem.shortened(other) + "\"");
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw Problem.input(Place.of(name, line), "Expected a row of the audit, but " + e.getMessage());
        }
    }

    private static ExportedRow row(Map<String, String> cells) {
        String length = cell(cells, "stream_length");
        return new ExportedRow(
                cell(cells, "form"),
                Long.parseLong(cell(cells, "sequence")),
                Instant.parse(cell(cells, "at")),
                cell(cells, "actor"),
                cell(cells, "action"),
                cell(cells, "subject"),
                cell(cells, "detail"),
                cell(cells, "rehearsal").equals("true"),
                cell(cells, "stream"),
                length.isEmpty() ? 0 : Integer.parseInt(length),
                cell(cells, "events_hash"),
                cell(cells, "origin"),
                cell(cells, "before"),
                cell(cells, "after"),
                cell(cells, "previous_hash"),
                cell(cells, "hash"));
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }
}
