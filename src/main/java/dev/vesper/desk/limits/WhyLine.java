package dev.vesper.desk.limits;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One word of one rule that an order depends on: position-weight, row 2, says of IBM in ACC1 that 0.31 is above 0.25.
 *
 * @param version of the rule's file
 * @param subject what was judged: the order, its account, or what it shares with others, such as {@code ACC1/Energy}
 * @param reason a sentence with the values and the row
 * @param wouldPass the smallest change that would pass; empty where nothing would, or nothing acts
 * @param used and {@code limit}, {@code headroom} in the limit's own unit; null where the rule counts none
 * @param headroom what is left of the limit; negative by what is too much
 * @param permitted units that stay of an order that is cut
 */
public record WhyLine(
        String rule,
        String version,
        Outcome outcome,
        String subject,
        String reason,
        String wouldPass,
        @Nullable BigDecimal used,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal headroom,
        @Nullable BigDecimal permitted) {
    /** What acts first, then what warns. */
    static final Comparator<WhyLine> WORST_FIRST = Comparator.comparing(WhyLine::outcome)
            .reversed()
            .thenComparing(WhyLine::rule)
            .thenComparing(WhyLine::subject);

    static WhyLine of(Verdict verdict) {
        Optional<BigDecimal> used = verdict.used();
        Optional<BigDecimal> limit = verdict.limit();
        return new WhyLine(
                verdict.rule().name(),
                verdict.rule().version(),
                verdict.outcome(),
                verdict.subject(),
                verdict.reason(),
                verdict.remedy(),
                used.orElse(null),
                limit.orElse(null),
                limit.flatMap(level ->
                                used.map(is -> verdict.bound().beyond(is, level).negate()))
                        .orElse(null),
                verdict.permitted().orElse(null));
    }
}
