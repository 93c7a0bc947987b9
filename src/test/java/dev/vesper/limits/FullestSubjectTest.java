package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FullestSubjectTest {
    @Test
    void oneForEachAccountAndRuleTheFullestFirst() {
        List<FullestSubject> fullest = fullest(List.of(
                verdict("position-weight", "ACC1", "ACC1/GE", "0.05"),
                verdict("position-weight", "ACC1", "ACC1/IBM", "0.24"),
                verdict("position-weight", "ACC2", "ACC2/GE", "-0.30"),
                verdict("sector-weight", "ACC1", "ACC1/Energy", "0.10"),
                Verdicts.of(Outcome.DENY, "no-wash-sale", "ACC1", "ACC1/GE", Map.of("days", "16"))));
        assertEquals(
                List.of("ACC2/GE", "ACC1/IBM", "ACC1/Energy"),
                fullest.stream().map(f -> f.verdict().subject()).toList());
        assertEquals(1.2, fullest.getFirst().utilisation(), 1e-12);
        assertEquals(0.96, fullest.get(1).utilisation(), 1e-12);
    }

    @Test
    void ofTwoThatAreAsFullTheFirstIsTold() {
        assertEquals(
                "ACC1/GE",
                fullest(List.of(
                                verdict("position-weight", "ACC1", "ACC1/GE", "0.1"),
                                verdict("position-weight", "ACC1", "ACC1/IBM", "0.1")))
                        .getFirst()
                        .verdict()
                        .subject());
    }

    @Test
    void theWarningLevelIsAShareOfTheLimitWhereThereIsOne() {
        FullestSubject warns = only(Map.of("limit", "0.25", "used", "0.24", "warning", "0.20"));
        assertEquals(0.8, warns.warningShare().orElseThrow(), 1e-12);
        assertEquals(new BigDecimal("0.24"), warns.used());
        assertEquals(new BigDecimal("0.25"), warns.limit());
        assertEquals(
                Optional.empty(), only(Map.of("limit", "0.25", "used", "0.24")).warningShare());
    }

    private static List<FullestSubject> fullest(List<Verdict> verdicts) {
        return VerdictFigures.of(verdicts::forEach).fullest();
    }

    private static FullestSubject only(Map<String, String> numbers) {
        return fullest(List.of(Verdicts.of(Outcome.PASS, numbers))).getFirst();
    }

    private static Verdict verdict(String rule, String account, String subject, String used) {
        return Verdicts.of(Outcome.PASS, rule, account, subject, Map.of("limit", "0.25", "used", used));
    }
}
