package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.measure.Measure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
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

    /**
     * The shape of any table.
     *
     * @param cells looks at the output cells of a row, which are all filled
     */
    void check(Consumer<DecisionRule> cells) {
        if (rows().isEmpty()) {
            throw table.file()
                    .problem(DmnTable.line(table.table()), "Expected at least one row, but the table is empty");
        }
        for (int r = 0; r < rows().size(); r++) {
            whole(r);
        }
        for (DecisionRule row : rows()) {
            filled(row);
            cells.accept(row);
        }
        takesAll();
        reached();
    }

    /** What a limit may be of this measure, as far as a cell is a number. */
    void check(Measure measure) {
        for (DecisionRule row : rows()) {
            Optional<BigDecimal> limit = amount(row, LIMIT);
            Optional<BigDecimal> warning = amount(row, WARNING);
            limit.ifPresent(l -> meant(row.getOutputEntry().get(LIMIT), l, measure));
            warning.ifPresent(w -> meant(row.getOutputEntry().get(WARNING), w, measure));
            if (limit.isPresent() && warning.isPresent() && warning.get().compareTo(limit.get()) > 0) {
                throw at(
                        row.getOutputEntry().get(WARNING),
                        "Expected a warning of at most the limit, " + limit.get() + ", but it is " + warning.get()
                                + ": nobody would ever be warned; maybe the two are exchanged");
            }
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
            throw table.file()
                    .problem(
                            DmnTable.line(row),
                            "row " + (r + 1) + ": Expected " + inputs + " input and " + outputs
                                    + " output cells, one a column, but there are "
                                    + row.getInputEntry().size() + " and "
                                    + row.getOutputEntry().size() + "; an input that does not matter is \"-\"");
        }
    }

    private void filled(DecisionRule row) {
        for (LiteralExpression cell : row.getOutputEntry()) {
            if (text(cell).isEmpty()) {
                throw at(cell, "Expected a value, but the cell is empty; null says that there is none");
            }
        }
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
            throw at(
                    cell,
                    "Expected \"deny\", \"cut\" or \"warn\", in quotes and lower case, but the cell says " + text
                            + NearestName.hint(text.replace("\"", ""), known));
        }
    }

    private void takesAll() {
        DecisionRule last = rows().getLast();
        boolean all = last.getInputEntry().stream()
                .allMatch(c -> "-".equals(String.valueOf(c.getText()).strip()));
        if (table.table().getHitPolicy() == HitPolicy.FIRST && !all) {
            throw table.file()
                    .problem(
                            DmnTable.line(last),
                            "row " + rows().size()
                                    + ": Expected a last row of \"-\" that fits whatever the others do not, but it has conditions: "
                                    + last.getInputEntry().stream()
                                            .map(c -> c.getText())
                                            .collect(Collectors.joining(", ")));
        }
    }

    private void reached() {
        for (int later = 1; later < rows().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                fitTogether(earlier, later);
            }
        }
    }

    private void fitTogether(int earlier, int later) {
        List<CellSet> above = inputs(earlier);
        List<CellSet> below = inputs(later);
        HitPolicy policy = table.table().getHitPolicy();
        if (policy == HitPolicy.FIRST) {
            if (all(above, below, CellSet::covers)) {
                throw between(
                        later,
                        "Expected a row that is reached, but row " + (earlier + 1)
                                + " comes first and fits all that it fits; maybe it belongs above row "
                                + (earlier + 1));
            }
        } else if (all(above, below, CellSet::meets)
                && (policy == HitPolicy.UNIQUE || !outputs(earlier).equals(outputs(later)))) {
            throw between(
                    later,
                    "Expected one answer, but row " + (earlier + 1)
                            + " fits some of the same; maybe the hit policy is to be FIRST");
        }
    }

    private List<String> outputs(int row) {
        return rows().get(row).getOutputEntry().stream().map(TableRows::text).toList();
    }

    private RuntimeException between(int row, String message) {
        return table.file().problem(DmnTable.line(rows().get(row)), "row " + (row + 1) + ": " + message);
    }

    private List<CellSet> inputs(int row) {
        return rows().get(row).getInputEntry().stream()
                .map(cell -> CellSet.of(String.valueOf(cell.getText())))
                .toList();
    }

    private static boolean all(List<CellSet> above, List<CellSet> below, BiPredicate<CellSet, CellSet> compared) {
        for (int c = 0; c < above.size(); c++) {
            if (!compared.test(above.get(c), below.get(c))) {
                return false;
            }
        }
        return true;
    }

    private void meant(LiteralExpression cell, BigDecimal number, Measure measure) {
        fault(number, measure).ifPresent(why -> {
            throw at(cell, why);
        });
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

    RuntimeException at(LiteralExpression cell, String message) {
        return table.file().problem(DmnTable.line(cell), table.where(cell) + message);
    }
}
