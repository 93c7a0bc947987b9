package dev.vesper.limits.compliance;

import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import java.util.List;

/** What may be done at all, row by row, for example no purchase of a name that is rated below BBB. */
public interface ComplianceTable {
    RuleVersion rule();

    /** The facts by which a row is found, of those in {@link OrderFacts#ALL} and of the firm's own columns. */
    List<Fact<?>> asked();

    /** What the row that fits says. */
    Answer decide(FactValues facts);

    /**
     * What a row says.
     *
     * @param reason for people, in words; empty where nothing is to be said of an order that may go
     * @param row counted from 1
     */
    record Answer(ComplianceAction action, String reason, int row) {}
}
