package dev.vesper.limits.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unary tests of a cell as a set: values, comparisons, ranges, lists of these, {@code not(...)}, null. Whatever
 * else FEEL can say is {@linkplain Cell.Opaque opaque}, so that what is read as a set means to FEEL just that set.
 */
public final class CellText {
    private static final Cell ANY = new Cell.Any();

    private final String text;
    private final Kind kind;
    private int at;

    private CellText(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** The set that the text means in a column of this kind. */
    public static Cell read(String text, Kind kind) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("-")) {
            return ANY;
        }
        Cell read = new CellText(stripped, kind).tests();
        return read == null ? new Cell.Opaque(stripped) : read;
    }

    /** A value alone, such as {@code 0.25}, {@code "cut"} or {@code true}; empty where the text is anything else. */
    public static Optional<Object> value(String text, Kind kind) {
        CellText reader = new CellText(text.strip(), kind);
        Object value = reader.literal();
        return value == null || reader.at < reader.text.length() ? Optional.empty() : Optional.of(value);
    }

    /** Null where it is more than a set. */
    private @Nullable Cell tests() {
        boolean negated = take("not");
        if (negated && !take("(")) {
            return null;
        }
        Cell.Fits listed = list();
        if (listed == null || (negated && !take(")")) || at < text.length()) {
            return null;
        }
        return negated ? complement(listed) : listed;
    }

    private Cell.@Nullable Fits list() {
        List<Range> ranges = new ArrayList<>();
        boolean nothing = false;
        do {
            if (word("null")) {
                nothing = true;
            } else {
                Range range = test();
                if (range == null) {
                    return null;
                }
                ranges.add(range);
            }
        } while (take(","));
        return new Cell.Fits(ranges, nothing);
    }

    private @Nullable Range test() {
        space();
        char first = peek();
        if (first == '[' || first == '(' || first == ']') {
            return between();
        }
        boolean below = first == '<';
        if (below || first == '>') {
            at++;
            boolean itself = at < text.length() && text.charAt(at) == '=';
            at += itself ? 1 : 0;
            Object bound = literal();
            if (bound == null || kind == Kind.TRUTH) {
                return null;
            }
            return below ? Range.below(bound, itself) : Range.above(bound, itself);
        }
        Object value = literal();
        return value == null ? null : Range.point(value);
    }

    private @Nullable Range between() {
        boolean lowIn = text.charAt(at++) == '[';
        Object low = literal();
        if (low == null || !take("..")) {
            return null;
        }
        Object high = literal();
        space();
        char last = peek();
        if (high == null || (last != ']' && last != ')' && last != '[') || kind == Kind.TRUTH) {
            return null;
        }
        at++;
        return new Range(low, lowIn, high, last == ']');
    }

    private @Nullable Object literal() {
        space();
        return switch (kind) {
            case NUMBER -> number();
            case TEXT -> quoted();
            case TRUTH -> word("true") ? Boolean.TRUE : word("false") ? Boolean.FALSE : null;
            case DAY -> day();
        };
    }

    private @Nullable BigDecimal number() {
        int from = at;
        at += peek() == '-' ? 1 : 0;
        boolean zero = peek() == '0';
        int digits = digits();
        if (zero && digits > 1) {
            return null;
        }
        if (peek() == '.' && at + 1 < text.length() && digit(text.charAt(at + 1))) {
            at++;
            digits += digits();
        }
        // FEEL computes with 34 digits
        return digits == 0 || digits > 34 || letter(peek()) ? null : new BigDecimal(text.substring(from, at));
    }

    private int digits() {
        int from = at;
        while (digit(peek())) {
            at++;
        }
        return at - from;
    }

    private @Nullable String quoted() {
        if (peek() != '"') {
            return null;
        }
        int end = text.indexOf('"', at + 1);
        String value = end < 0 ? "" : text.substring(at + 1, end);
        if (end < 0 || value.chars().anyMatch(c -> c == '\\' || c < ' ')) {
            return null;
        }
        at = end + 1;
        return value;
    }

    private @Nullable LocalDate day() {
        boolean called = take("date(");
        if (!called && !take("@")) {
            return null;
        }
        String value = quoted();
        if (value == null || (called && !take(")")) || value.length() != "2020-01-31".length()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private boolean word(String word) {
        space();
        int end = at + word.length();
        boolean there = text.startsWith(word, at) && (end >= text.length() || !letter(text.charAt(end)));
        at = there ? end : at;
        return there;
    }

    private boolean take(String expected) {
        space();
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private void space() {
        while (at < text.length() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
            at++;
        }
    }

    /** The character that is next; 0 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What may go on a word or a number. */
    private static boolean letter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '?' || c == '\'' || Character.isSurrogate(c);
    }

    private Cell complement(Cell.Fits fits) {
        Segments segments = Segments.of(kind, List.of(fits));
        Spans left = segments.all().without(segments.spans(fits));
        return new Cell.Fits(segments.ranges(left), !fits.nothing());
    }
}
