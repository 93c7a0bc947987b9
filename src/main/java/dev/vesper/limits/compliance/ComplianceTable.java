package dev.vesper.limits.compliance;

import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import java.time.LocalDate;
import java.util.List;

/** What may be done at all, row by row, for example no purchase of a name that is rated below BBB. */
public interface ComplianceTable {
    RuleVersion rule();

    /** The facts by which a row is found, of those in {@link OrderFacts#ALL} and of the firm's own columns. */
    List<Fact<?>> asked();

    /** The rows of it that hold on a day. */
    default ComplianceTable on(LocalDate day) {
        return this;
    }

    /** What the row that fits says. */
    Answer decide(FactValues facts);

    /**
     * What a row says.
     *
     * @param reason for people, in words; empty where nothing is to be said of an order that may go
     * @param row counted from 1
     * @param told what is said behind it, see {@link dev.vesper.limits.RowTerms#told}; may be empty
     * @param tested the facts that the row looks at
     */
    record Answer(ComplianceAction action, String reason, int row, String told, List<Fact<?>> tested) {
        public Answer {
            tested = List.copyOf(tested);
        }
    }
}
