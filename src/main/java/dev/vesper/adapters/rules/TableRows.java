package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.NearestName;
import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.measure.Measure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.LiteralExpression;

/**
 * Looks at the rows of a table before any is asked: whole, filled, and none that is never reached or says otherwise than
 * another; of a limit, with one that means something, a warning below it and a known action.
 */
record TableRows(DmnTable table) {
    private static final int LIMIT = 0;
    private static final int WARNING = 1;
    private static final int ACTION = 2;
    private static final int MOST_DIGITS = 30;

    /** How a test or a list begins: FEEL has them as values, and a table would say nothing where it is asked. */
    private static final Pattern TEST = Pattern.compile("[=<>\\[\\]]|!=|not\\s*\\(|\\([^()]*\\.\\.");

    /**
     * The shape of any table.
     *
     * @param cells looks at the output cells of a row, which are all filled
     */
    void check(Consumer<DecisionRule> cells) {
        if (rows().isEmpty()) {
            throw table.findings()
                    .fatal(table.place(table.table()), "no-rows", "Expected at least one row, but the table is empty");
        }
        for (int r = 0; r < rows().size(); r++) {
            whole(r);
        }
        table.findings().refuse();
        for (int r = 0; r < rows().size(); r++) {
            if (filled(r)) {
                cells.accept(rows().get(r));
            }
        }
        takesAll();
    }

    /** What a limit may be of this measure, as far as a cell is a number. */
    void check(Measure measure) {
        for (DecisionRule row : rows()) {
            if (!measure.cuts() && text(row.getOutputEntry().get(ACTION)).equals("\"cut\"")) {
                at(
                        row.getOutputEntry().get(ACTION),
                        "unknown-action",
                        "Expected \"deny\" or \"warn\", but the cell says \"cut\": of " + measure.sentence()
                                + ", cutting an order to a part of its size is no remedy");
            }
            unquoted(row.getOutputEntry().get(LIMIT));
            unquoted(row.getOutputEntry().get(WARNING));
            Optional<BigDecimal> limit = amount(row, LIMIT);
            Optional<BigDecimal> warning = amount(row, WARNING);
            limit.ifPresent(l -> meant(row.getOutputEntry().get(LIMIT), l, measure));
            warning.ifPresent(w -> meant(row.getOutputEntry().get(WARNING), w, measure));
            if (limit.isPresent()) {
                warning.flatMap(level -> beyond(level, limit.get(), measure))
                        .ifPresent(why -> at(
                                row.getOutputEntry().get(WARNING),
                                measure.bound() == Bound.MAXIMUM ? "warning-above-limit" : "warning-below-limit",
                                why + ": nobody would ever be warned; maybe the two are exchanged"));
            }
        }
    }

    /** Why a warning does not come before its limit; empty where it does. */
    static Optional<String> beyond(BigDecimal warning, BigDecimal limit, Measure measure) {
        Bound bound = measure.bound();
        return bound.broken(warning, limit)
                ? Optional.of("Expected a warning of " + bound.so() + " the " + bound.level() + ", " + limit
                        + ", but it is " + warning)
                : Optional.empty();
    }

    /** A text is no number: the table would say nothing where it is asked. */
    private void unquoted(LiteralExpression cell) {
        String text = text(cell);
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            at(
                    cell,
                    "wrong-type",
                    "Expected a number, or null for none, but the cell says the text " + text
                            + "; maybe the quotation marks are too much");
        }
    }

    /** Why a number cannot be a limit or a warning of this measure; empty where it can. */
    static Optional<String> fault(BigDecimal number, Measure measure) {
        if (number.signum() < 0) {
            return Optional.of("Expected a number of zero or more, or null for none, but it is " + number);
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return Optional.of("Expected a number of at most " + MOST_DIGITS + " digits, but there are more");
        }
        BigDecimal highest = measure.highestLimit().orElse(number);
        if (number.compareTo(highest) > 0) {
            BigDecimal share = number.movePointLeft(2).stripTrailingZeros();
            return Optional.of("Expected a share between 0 and " + highest + ", but it is " + number
                    + (share.compareTo(highest) <= 0 ? "; " + number + " % is written " + share.toPlainString() : ""));
        }
        return Optional.empty();
    }

    private List<DecisionRule> rows() {
        return table.table().getRule();
    }

    private void whole(int r) {
        DecisionRule row = rows().get(r);
        int inputs = table.table().getInput().size();
        int outputs = table.outputs().size();
        if (row.getInputEntry().size() != inputs || row.getOutputEntry().size() != outputs) {
            table.findings()
                    .error(
                            new Place(DmnTable.line(row), r + 1, ""),
                            "row-shape",
                            "Expected " + inputs + " input and " + outputs
                                    + " output cells, one a column, but there are "
                                    + row.getInputEntry().size() + " and "
                                    + row.getOutputEntry().size() + "; an input that does not matter is \"-\"");
        }
    }

    private boolean filled(int r) {
        boolean filled = true;
        List<LiteralExpression> cells = rows().get(r).getOutputEntry();
        for (int c = 0; c < cells.size(); c++) {
            String text = text(cells.get(c));
            if (TEST.matcher(text).lookingAt()) {
                at(
                        cells.get(c),
                        "wrong-type",
                        "Expected a value, but " + text + " is a test or a list; an output says one value"
                                + (text.startsWith("=") ? ", without an equals sign" : ""));
                filled = false;
            }
            if (text.isEmpty()) {
                table.findings()
                        .error(
                                new Place(
                                        DmnTable.line(cells.get(c)),
                                        r + 1,
                                        table.outputs().get(c)),
                                "empty-output",
                                "Expected a value, but the cell is empty; null says that there is none");
                filled = false;
            }
        }
        return filled;
    }

    /** A known action, of a limit's row. */
    void action(DecisionRule row) {
        LiteralExpression cell = row.getOutputEntry().get(ACTION);
        String text = text(cell);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String word = quoted ? text.substring(1, text.length() - 1) : "";
        if (LimitAction.named(word).isEmpty()) {
            List<String> known = Arrays.stream(LimitAction.values())
                    .map(action -> action.name().toLowerCase(Locale.ROOT))
                    .toList();
            at(
                    cell,
                    "unknown-action",
                    "Expected \"deny\", \"cut\" or \"warn\", in quotes and lower case, but the cell says " + text
                            + NearestName.hint(text.replace("\"", ""), known));
        }
    }

    private void takesAll() {
        DecisionRule last = rows().getLast();
        boolean all = last.getInputEntry().stream()
                .allMatch(c -> "-".equals(String.valueOf(c.getText()).strip()));
        if (table.table().getHitPolicy() == HitPolicy.FIRST && !all) {
            table.findings()
                    .error(
                            new Place(DmnTable.line(last), rows().size(), ""),
                            "no-last-row",
                            "Expected a last row of \"-\" that fits whatever the others do not, but it has conditions: "
                                    + last.getInputEntry().stream()
                                            .map(c -> c.getText())
                                            .collect(Collectors.joining(", ")));
        }
    }

    private void meant(LiteralExpression cell, BigDecimal number, Measure measure) {
        fault(number, measure).ifPresent(why -> at(cell, "out-of-range", why));
    }

    private static Optional<BigDecimal> amount(DecisionRule row, int column) {
        String text = text(row.getOutputEntry().get(column));
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            return plain ? Optional.of(new BigDecimal(text)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty(); // FEEL says so when it is compiled
        }
    }

    static String text(@Nullable LiteralExpression cell) {
        return cell == null || cell.getText() == null ? "" : cell.getText().strip();
    }

    /** An error of a cell. */
    void at(LiteralExpression cell, String code, String message) {
        table.findings().error(table.place(cell), code, message);
    }
}
