package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictFiguresTest {
    @Test
    void aDayIsCountedByHowItsChecksEnded() {
        List<Verdict> verdicts = List.of(
                Verdicts.of(Outcome.PASS, Map.of()),
                Verdicts.of(Outcome.PASS, Map.of()),
                Verdicts.of(Outcome.WARN, Map.of()),
                Verdicts.of(Outcome.CUT, Map.of()),
                Verdicts.of(Outcome.CUT, Map.of()),
                Verdicts.of(Outcome.DENY, Map.of()));
        VerdictFigures figures = VerdictFigures.of(verdicts::forEach);
        assertEquals(6, figures.checked());
        assertEquals(2, figures.count(Outcome.PASS));
        assertEquals(3, figures.breached());
        assertEquals(verdicts.subList(2, 6), figures.told(), "what passed is not told");
        VerdictFigures none = VerdictFigures.of(each -> {});
        assertEquals(0, none.checked());
        assertEquals(0, none.count(Outcome.WARN));
    }

    @Test
    void aLimitIsFullWhereAllOfItIsUsed() {
        assertEquals(Optional.of(1.2), utilisation(Map.of("limit", "25", "used", "30")));
        assertEquals(Optional.of(0.5), utilisation(Map.of("limit", "2", "used", "-1")));
    }

    @Test
    void withoutALimitAboveZeroNobodyCanSayHowFullItIs() {
        assertEquals(Optional.empty(), utilisation(Map.of("used", "30")));
        assertEquals(Optional.empty(), utilisation(Map.of("limit", "25")));
        assertEquals(Optional.empty(), utilisation(Map.of("limit", "0", "used", "30")));
    }

    private static Optional<Double> utilisation(Map<String, String> numbers) {
        return VerdictFigures.utilisation(Verdicts.of(Outcome.PASS, numbers));
    }
}
