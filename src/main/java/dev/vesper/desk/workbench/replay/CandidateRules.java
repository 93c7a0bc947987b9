package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.waiver.Waivers;
import java.util.List;

/**
 * Rules that judge nothing but a replay.
 *
 * @param tables its limits, in the order of judging
 */
public record CandidateRules(CandidateBook book, List<LimitTable> tables) {
    public CandidateRules {
        tables = List.copyOf(tables);
    }

    /** The same rules with the waivers of a day. */
    CandidateRules waiving(Waivers waivers) {
        return new CandidateRules(book.waiving(waivers), tables);
    }
}
