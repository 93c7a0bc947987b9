package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.FieldType;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.PlainText;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Fields;
import dev.vesper.basics.Fields.Field;
import dev.vesper.market.Sectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a file that Vesper does not ask for itself. Each is of one type, which its values tell: numbers where all
 * are, yes or no where all are, else texts in one spelling each, the first one's.
 */
final class FurtherColumns {
    private final List<String> names;
    private final List<List<String>> rows = new ArrayList<>();

    private FurtherColumns(List<String> names) {
        this.names = names;
    }

    /** @param known what the file's own reader asks for */
    static FurtherColumns of(Header header, Collection<String> known) {
        Set<String> keys = known.stream().map(Fields::key).collect(Collectors.toSet());
        return new FurtherColumns(header.names().stream()
                .filter(name -> !name.isBlank() && !keys.contains(Fields.key(name)))
                .map(String::strip)
                .toList());
    }

    /** The cells of the next row. */
    void add(Row row) {
        rows.add(names.stream().map(name -> row.textOr(name, "")).toList());
    }

    /** The fields of each row, in the order in which they came. */
    List<Fields> typed() {
        List<List<Field>> fields = new ArrayList<>();
        rows.forEach(row -> fields.add(new ArrayList<>()));
        for (int c = 0; c < names.size(); c++) {
            int column = c;
            List<String> texts = rows.stream()
                    .map(row -> PlainText.visible(row.get(column)))
                    .map(text -> Sectors.unknown(text) ? "" : text)
                    .toList();
            Function<String, Object> type =
                    FieldType.of(texts.stream().filter(text -> !text.isEmpty()).toList());
            for (int r = 0; r < rows.size(); r++) {
                String text = texts.get(r);
                Optional<Object> value = text.isEmpty() ? Optional.empty() : Optional.of(type.apply(text));
                String spelt = value.filter(String.class::isInstance)
                        .map(String.class::cast)
                        .orElse(text);
                fields.get(r).add(new Field(names.get(c), spelt, value));
            }
        }
        return fields.stream().map(Fields::of).toList();
    }
}
