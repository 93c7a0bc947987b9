package dev.vesper.limits.gate;

import dev.vesper.basics.Problem;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RuleVersion;
import java.math.BigDecimal;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One limit table over a firm's accounts and instruments: which row counts for each of them on each side. Accounts that the
 * table cannot tell apart share a class, and so do instruments and sides.
 *
 * @param rule the analyst's table in its version
 * @param measure what it limits, such as {@code position-weight}
 * @param unit of the limits
 * @param accounts the class of each account
 * @param instruments the class of each instrument, bought and then sold: two for each
 * @param classes how many classes of instruments there are
 * @param cells by class of account, then class of instrument: a row, or {@link #NOTHING}
 * @param rows that are in use
 */
record FlatTable(
        RuleVersion rule,
        String measure,
        Unit unit,
        IntBuffer accounts,
        IntBuffer instruments,
        int classes,
        IntBuffer cells,
        List<FlatRow> rows) {
    /** The table says nothing of such an order, such as a sector's limit of an instrument that is not classified. */
    static final int NOTHING = -1;

    FlatTable {
        rows = List.copyOf(rows);
    }

    /** Decimal digits that all its limits and warnings need. */
    int scale() {
        return rows.stream()
                .flatMap(row -> Stream.of(row.limit(), row.warning()).flatMap(Optional::stream))
                .mapToInt(BigDecimal::scale)
                .reduce(0, Math::max);
    }

    /**
     * A limit or warning times ten to the {@link #scale}; -1 for none.
     *
     * @throws Problem of kind INPUT where it has more digits than 64 bits hold
     */
    long scaled(Optional<BigDecimal> number) {
        try {
            return number.map(n -> n.setScale(scale()).unscaledValue().longValueExact())
                    .orElse(GateFormat.NONE);
        } catch (ArithmeticException large) {
            throw Problem.usage("Expected limits that 64 bits hold with " + scale() + " decimal digits, but "
                    + rule.name() + " has " + number.orElseThrow().toPlainString());
        }
    }

    /** Bytes of its numbers. */
    int bytes() {
        return Integer.BYTES * (accounts.limit() + instruments.limit() + cells.limit());
    }
}
