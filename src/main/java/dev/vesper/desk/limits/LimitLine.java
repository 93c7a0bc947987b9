package dev.vesper.desk.limits;

import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitUtilisation.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How full one limit is at its fullest subject, for example position-weight in ACC1: IBM used 0.18 before the orders, they
 * asked for 0.27, and 0.25 of 0.25 after they were cut.
 *
 * @param rule the table, in the state {@code version} of its file
 * @param measure what it measures, a sentence without a full stop; empty where the table is not called like its measure
 * @param basis whether its numbers are shares or an amount; null where the measure is not known
 * @param bound whether the limit is the most or the least
 * @param account whose limit it is
 * @param subject what fills it most: an order, the account, or a sector of it
 * @param limit in the unit of the basis, greater than zero
 * @param warning where it begins to warn; null where it does not
 * @param before used before the orders; null where the market of the run is gone
 * @param asked used as the orders were judged first, before they were cut: the report's figure
 * @param after used once the orders that are left are done; null where the market of the run is gone
 * @param utilisation asked over limit, or limit over asked where it is the least; 1 is full: the report's figure
 * @param reason what the rule said
 * @param accounts how many accounts it was judged in
 * @param breached in how many of them more is used than allowed
 */
public record LimitLine(
        String rule,
        String version,
        String measure,
        @Nullable Unit basis,
        Bound bound,
        String account,
        String subject,
        BigDecimal limit,
        @Nullable BigDecimal warning,
        @Nullable BigDecimal before,
        BigDecimal asked,
        @Nullable BigDecimal after,
        double utilisation,
        LimitState state,
        String reason,
        int accounts,
        int breached) {
    /** Breaches first, then the fullest. */
    static final Comparator<LimitLine> WORST_FIRST = Comparator.comparing(LimitLine::state)
            .thenComparing(Comparator.comparingDouble(LimitLine::utilisation).reversed())
            .thenComparing(LimitLine::rule)
            .thenComparing(LimitLine::account);

    LimitLine among(int accounts, int breached) {
        return new LimitLine(
                rule,
                version,
                measure,
                basis,
                bound,
                account,
                subject,
                limit,
                warning,
                before,
                asked,
                after,
                utilisation,
                state,
                reason,
                accounts,
                breached);
    }
}
