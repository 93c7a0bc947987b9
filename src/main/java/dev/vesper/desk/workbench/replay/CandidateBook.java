package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.limits.waiver.Waivers;

/** Rules that can be asked what they would say under the waivers of another day. */
public interface CandidateBook extends RuleBook {
    /** The same rules with other waivers; what is waived must be of rules that may be. */
    CandidateBook waiving(Waivers waivers);
}
