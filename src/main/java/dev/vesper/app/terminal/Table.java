package dev.vesper.app.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows for people and programs: an aligned table on a terminal, JSON or CSV where asked. What hides in a cell is written
 * out, see {@link Visible}: in a table and CSV line ends too.
 */
public final class Table {
    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();

    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds one row; numbers are right-aligned in a table and stay numbers in JSON. */
    public void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("Expected " + columns.size() + " cells, but got " + cells.length);
        }
        rows.add(cells);
    }

    public String render(Format format) {
        return switch (format) {
            case TABLE -> table();
            case JSON -> json(objects());
            case CSV -> csv();
        };
    }

    /**
     * The rows of one thing: in JSON an object that holds them under a name, behind what is said of the whole.
     *
     * @param whole numbers, arrays and texts by name, in their order
     */
    public String render(Format format, Map<String, Object> whole, String name) {
        if (format != Format.JSON) {
            return render(format);
        }
        Map<String, Object> object = new LinkedHashMap<>(whole);
        object.put(name, objects());
        return json(object);
    }

    /** What is not a list of rows: in JSON the whole, nested as it is; else the rows. */
    public String render(Format format, Map<String, Object> whole) {
        return format == Format.JSON ? json(whole) : render(format);
    }

    private String table() {
        int[] width = new int[columns.size()];
        for (int c = 0; c < width.length; c++) {
            width[c] = columns.get(c).length();
            for (Object[] row : rows) {
                width[c] = Math.max(width[c], words(row[c]).length());
            }
        }
        StringBuilder out = new StringBuilder();
        line(out, width, columns.toArray(), rows.isEmpty() ? columns.toArray() : rows.getFirst());
        for (Object[] row : rows) {
            line(out, width, row, row);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, int[] width, Object[] cells, Object[] like) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.length; c++) {
            String text = words(cells[c]);
            String pad = " ".repeat(width[c] - text.length());
            line.append(numeric(like[c]) ? pad + text : text + pad).append("  ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static boolean numeric(Object cell) {
        return cell instanceof Number || cell instanceof Figure;
    }

    private List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object[] row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int c = 0; c < row.length; c++) {
                object.put(
                        columns.get(c),
                        switch (row[c]) {
                            case Number number -> number;
                            case Figure figure -> figure.exact();
                            default -> String.valueOf(row[c]);
                        });
            }
            objects.add(object);
        }
        return objects;
    }

    private static String json(Object value) {
        try {
            return Visible.lines(
                            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            for (Object[] row : rows) {
                csv.writeRecord(Arrays.stream(row).map(Table::text).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** For people: numbers with thousands separators, instants to the second. */
    private static String words(Object cell) {
        return switch (cell) {
            case Long n -> Numbers.count(n);
            case Integer n -> Numbers.count(n);
            case Double d when Double.isFinite(d) -> Numbers.decimals(BigDecimal.valueOf(d), 6);
            case BigDecimal b -> Numbers.grouped(b);
            case Figure figure -> figure.shown();
            case Instant at -> Numbers.stamp(at) + " UTC";
            default -> text(cell);
        };
    }

    /** For programs: plain digits. */
    private static String text(Object cell) {
        return switch (cell) {
            case Double d -> String.format(Locale.ROOT, "%.6f", d);
            case BigDecimal b -> b.toPlainString();
            case Figure figure -> figure.exact().toPlainString();
            default -> Visible.line(String.valueOf(cell));
        };
    }

    /** How rows are written. */
    public enum Format {
        TABLE,
        JSON,
        CSV
    }
}
