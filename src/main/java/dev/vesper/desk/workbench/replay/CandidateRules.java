package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.limits.judging.LimitTable;
import java.util.List;

/**
 * Rules that judge nothing but a replay.
 *
 * @param tables its limits, in the order of judging
 */
public record CandidateRules(RuleBook book, List<LimitTable> tables) {
    public CandidateRules {
        tables = List.copyOf(tables);
    }
}
