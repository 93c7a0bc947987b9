package dev.vesper.adapters.rules;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule says of the subject of a case, or should say: {@code deny}, {@code cut to 250}.
 *
 * @param permitted units that stay, where it is a cut
 */
record CaseOutcome(Outcome outcome, Optional<BigDecimal> permitted) {
    CaseOutcome {
        permitted = permitted.map(p -> p.signum() == 0 ? BigDecimal.ZERO : p.stripTrailingZeros());
    }

    static CaseOutcome of(Verdict verdict) {
        return new CaseOutcome(verdict.outcome(), verdict.permitted());
    }

    /** As a case says it, by the columns of its sheet. */
    Map<String, String> cells() {
        return Map.of(
                "outcome",
                outcome.word(),
                "permitted",
                permitted.map(BigDecimal::toPlainString).orElse(""));
    }

    @Override
    public String toString() {
        return outcome.word() + permitted.map(p -> " to " + p.toPlainString()).orElse("");
    }
}
