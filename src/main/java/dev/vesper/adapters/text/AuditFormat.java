package dev.vesper.adapters.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ExportedRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * How audit rows are written for whoever keeps or checks them. Each file ends with a record of its own, which says how many
 * rows there are, by which filters, and what the newest row of the log was: a file without it was cut.
 */
public enum AuditFormat {
    /** One line a row, harmless in spreadsheets. */
    CSV {
        @Override
        void begin(Writer out) throws IOException {
            out.write(String.join(",", COLUMNS) + "\r\n");
        }

        @Override
        void row(Writer out, ExportedRow row) throws IOException {
            line(out, ROW, cells(row));
        }

        @Override
        void end(Writer out, ChainHead head, String detail) throws IOException {
            line(
                    out,
                    END,
                    List.of(
                            "",
                            Long.toString(head.sequence()),
                            head.at().toString(),
                            "",
                            "",
                            "",
                            detail,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            head.hash()));
        }

        private static void line(Writer out, String record, List<String> cells) throws IOException {
            out.write(CsvText.line(record) + ","
                    + CsvText.line(cells.stream().map(SpreadsheetText::harmless).toArray())
                    + "\r\n");
        }
    },
    /** One object: {@code records}, a list. */
    JSON {
        @Override
        void begin(Writer out) throws IOException {
            out.write("{\"records\":[\n");
        }

        @Override
        void row(Writer out, ExportedRow row) throws IOException {
            out.write(json(row) + ",\n");
        }

        @Override
        void end(Writer out, ChainHead head, String detail) throws IOException {
            out.write(json(head, detail) + "\n]}\n");
        }
    },
    /** One object a line. */
    JSONL {
        @Override
        void begin(Writer out) {
            // nothing stands above the first
        }

        @Override
        void row(Writer out, ExportedRow row) throws IOException {
            out.write(json(row) + "\n");
        }

        @Override
        void end(Writer out, ChainHead head, String detail) throws IOException {
            out.write(json(head, detail) + "\n");
        }
    };

    static final String ROW = "row";
    static final String END = "end";

    /** The columns of the CSV, and the members of the objects. */
    static final List<String> COLUMNS = List.of(
            "record",
            "form",
            "sequence",
            "at",
            "actor",
            "action",
            "subject",
            "detail",
            "rehearsal",
            "stream",
            "stream_length",
            "events_hash",
            "origin",
            "before",
            "after",
            "previous_hash",
            "hash");

    private static final JsonFactory FACTORY = new JsonFactory();

    /** As it is typed, and the end of a file's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a browser. */
    public String type() {
        return switch (this) {
            case CSV -> "text/csv; charset=utf-8";
            case JSON -> "application/json; charset=utf-8";
            case JSONL -> "application/jsonl; charset=utf-8";
        };
    }

    abstract void begin(Writer out) throws IOException;

    abstract void row(Writer out, ExportedRow row) throws IOException;

    abstract void end(Writer out, ChainHead head, String detail) throws IOException;

    private static List<String> cells(ExportedRow row) {
        return List.of(
                row.form(),
                Long.toString(row.sequence()),
                row.at().toString(),
                row.actor(),
                row.action(),
                row.subject(),
                row.detail(),
                Boolean.toString(row.rehearsal()),
                row.stream(),
                row.stream().isEmpty() ? "" : Integer.toString(row.streamLength()),
                row.eventsHash(),
                row.origin(),
                row.before(),
                row.after(),
                row.previousHash(),
                row.hash());
    }

    private static String json(ExportedRow row) {
        List<String> cells = cells(row);
        return object(out -> {
            out.writeStringField(COLUMNS.getFirst(), ROW);
            for (int at = 0; at < cells.size(); at++) {
                String name = COLUMNS.get(at + 1);
                out.writeFieldName(name);
                switch (name) {
                    case "sequence" -> out.writeNumber(row.sequence());
                    case "rehearsal" -> out.writeBoolean(row.rehearsal());
                    case "stream_length" -> {
                        if (row.stream().isEmpty()) {
                            out.writeNull();
                        } else {
                            out.writeNumber(row.streamLength());
                        }
                    }
                    default -> out.writeString(cells.get(at));
                }
            }
        });
    }

    private static String json(ChainHead head, String detail) {
        return object(out -> {
            out.writeStringField("record", END);
            out.writeNumberField("sequence", head.sequence());
            out.writeStringField("at", head.at().toString());
            out.writeStringField("detail", detail);
            out.writeStringField("hash", head.hash());
        });
    }

    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
