package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictRankingTest {
    private final Verdict passed = verdict(Outcome.PASS, "passed", Map.of("limit", "1", "used", "0.99"));
    private final Verdict warned = verdict(Outcome.WARN, "warned", Map.of("limit", "1", "used", "0.9"));
    private final Verdict half = verdict(Outcome.CUT, "half", Map.of("limit", "10", "used", "15"));
    private final Verdict twice = verdict(Outcome.CUT, "twice", Map.of("limit", "0.1", "used", "0.2"));
    private final Verdict listed = verdict(Outcome.CUT, "listed", Map.of("days", "16"));
    private final Verdict denied = verdict(Outcome.DENY, "denied", Map.of());

    @Test
    void theSeverestComesFirstThenTheFullest() {
        assertEquals(
                List.of(denied, twice, half, listed, warned, passed),
                List.of(passed, warned, listed, half, twice, denied).stream()
                        .sorted(VerdictRanking.SEVEREST_FIRST)
                        .toList());
    }

    private static Verdict verdict(Outcome outcome, String subject, Map<String, String> numbers) {
        return Verdicts.of(outcome, "position-weight", "ACC1", subject, numbers);
    }
}
