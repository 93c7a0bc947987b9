package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Verdicts for tests, for example a warning of {@code position-weight} on IBM in ACC1 that used 0.24 of 0.25. */
final class Verdicts {
    private Verdicts() {}

    static Verdict of(Outcome outcome, String rule, String account, String subject, Map<String, String> numbers) {
        Map<String, BigDecimal> values = new HashMap<>();
        numbers.forEach((name, number) -> values.put(name, new BigDecimal(number)));
        return new Verdict(
                new RuleVersion(rule, "v"),
                outcome,
                account,
                subject,
                "because",
                Verdict.numbers(values),
                "",
                Optional.empty());
    }

    static Verdict of(Outcome outcome, Map<String, String> numbers) {
        return of(outcome, "position-weight", "ACC1", "1", numbers);
    }
}
