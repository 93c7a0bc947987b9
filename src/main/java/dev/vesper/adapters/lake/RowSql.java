package dev.vesper.adapters.lake;

import dev.vesper.data.Check;
import dev.vesper.data.Field;
import java.time.LocalDate;

/** DuckDB expressions for values and row checks. An expression for a check is true where the row breaks it. */
final class RowSql {
    private static final String NUMBER = "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?";
    private static final String INTEGER = "[+-]?[0-9]+";

    private final LocalDate today;

    RowSql(LocalDate today) {
        this.today = today;
    }

    /** The typed value of a field, null where its text is empty or unreadable. */
    static String value(Field field) {
        String text = text(field.name());
        return switch (field.type()) {
            case STRING, OTHER -> text;
            case DATE ->
                "CASE WHEN regexp_full_match(" + text + ", " + Duck.text(DateFormat.pattern(field.format()))
                        + ") THEN try_strptime(" + text + ", " + Duck.text(DateFormat.strptime(field.format()))
                        + ")::DATE END";
            // the pattern first: DuckDB alone would take 1_000 and nan for numbers
            case NUMBER ->
                "CASE WHEN regexp_full_match(" + text + ", " + Duck.text(NUMBER) + ") AND isfinite(TRY_CAST(" + text
                        + " AS DOUBLE)) THEN TRY_CAST(" + text + " AS DOUBLE) END";
            case INTEGER ->
                "CASE WHEN regexp_full_match(" + text + ", " + Duck.text(INTEGER) + ") THEN TRY_CAST(" + text
                        + " AS BIGINT) END";
            case BOOLEAN -> "CASE lower(" + text + ") WHEN 'true' THEN true WHEN 'false' THEN false END";
        };
    }

    /** The column that holds the trimmed text of a field. */
    static String text(String field) {
        return Duck.name(textName(field));
    }

    static String textName(String field) {
        return field + "_text";
    }

    String broken(Check.OfRow check) {
        return switch (check) {
            case Check.Typed c ->
                text(c.field().name()) + " IS NOT NULL AND "
                        + Duck.name(c.field().name()) + " IS NULL";
            case Check.NotNull c -> text(c.field()) + " IS NULL";
            case Check.NotMissing c ->
                text(c.field()) + " IS NULL" + (c.missing().isEmpty() ? "" : " OR " + in(c.field(), c.missing()));
            case Check.Range c -> range(c);
            case Check.Length c ->
                "length(" + text(c.field()) + ") NOT BETWEEN " + Math.max(0, c.least()) + " AND "
                        + (c.most() < 0 ? Integer.MAX_VALUE : c.most());
            case Check.Matches c -> "NOT regexp_full_match(" + text(c.field()) + ", " + Duck.text(c.pattern()) + ")";
            case Check.OneOf c -> "NOT " + in(c.field(), c.values());
            case Check.NotAfterToday c -> Duck.name(c.field()) + " > " + date(today);
            case Check.Known c -> text(c.field()) + " NOT IN (SELECT value FROM " + Duck.name("set_" + c.set()) + ")";
            case Check.Compare c ->
                "NOT (" + Duck.name(c.left()) + " " + c.comparison().sign() + " " + Duck.name(c.right()) + ")";
        };
    }

    static String date(LocalDate date) {
        return "DATE '" + date + "'";
    }

    /** An empty text in the list stands for a missing value, which no list can hold: it breaks NotNull, not this. */
    private static String in(String field, java.util.List<String> values) {
        return "(" + text(field) + " IN ("
                + String.join(", ", values.stream().map(Duck::text).toList()) + "))";
    }

    private static String range(Check.Range check) {
        String value = Duck.name(check.field().name());
        boolean isDate = check.field().type() == dev.vesper.data.FieldType.DATE;
        String low = check.low();
        String high = check.high();
        String below = low == null
                ? "false"
                : value + (check.lowExcluded() ? " <= " : " < ") + (isDate ? "DATE " + Duck.text(low) : low);
        String above = high == null
                ? "false"
                : value + (check.highExcluded() ? " >= " : " > ") + (isDate ? "DATE " + Duck.text(high) : high);
        return "(" + below + ") OR (" + above + ")";
    }
}
