package dev.vesper.adapters.report.block;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a column's values are written. The page's formats are in {@link PageFormats}, the CSVs' in {@link CsvFormats}.
 *
 * @param <V> what it writes
 */
public record Format<V>(Look look, Function<V, String> words) {

    /** Where a cell stands in its column. */
    public enum Look {
        TEXT("text"),
        /** Text that must not break, such as an id. */
        UNBROKEN("nowrap"),
        /** Text in the tone of its row. */
        TONED("tone"),
        NUMBER("num"),
        /** A drawing of ours: markup that goes into the cell as it is, never words from outside. */
        DRAWN("drawn");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        /** The class in report.css. */
        public String style() {
            return style;
        }
    }

    /** The same for a value that may be absent. */
    public Format<Optional<V>> or(String absent) {
        return new Format<>(look, value -> value.map(words).orElse(absent));
    }
}
