package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedOddsTest {
    private static final LearnedOdds.Asked S00 = new LearnedOdds.Asked("S00", BigDecimal.ONE, BigDecimal.TEN);
    private static final LearnedOdds.Asked S01 = new LearnedOdds.Asked("S01", BigDecimal.TEN, BigDecimal.valueOf(2));

    /** Of ten tries of S00 five found nothing; w is 10 and all that is known is of S00: (10/2 + 5) / (10 + 10). */
    @Test
    void aTryThatFoundNothingLessensTheOdds() {
        List<TriedChild> tried = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tried.add(child("DARK", "S00", 8, i % 2 == 0 ? 0 : 8, false));
        }
        VenueOdds odds = LearnedOdds.of(tried, List.of(S00, S01));
        assertEquals(Set.of("DARK"), odds.tails().keySet());
        assertEquals(0.5, odds.of("S00").get("DARK").atLeast(1));
        assertEquals(0.5, odds.of("S00").get("DARK").atLeast(1_000_000));
        assertEquals(0.5, odds.of("S01").get("DARK").atLeast(1), "of all instruments");
    }

    /** 4 units of S00 at 10 are as much money as 2 lots of 10 units of S01 at 2. */
    @Test
    void whatIsKnownOfOthersIsMeasuredInMoney() {
        VenueOdds odds = LearnedOdds.of(List.of(child("DARK", "S00", 100, 4, false)), List.of(S01));
        LiquidityTail tail = odds.of("S01").get("DARK");
        assertEquals(1, tail.atLeast(1));
        assertEquals(0, tail.atLeast(3));
    }

    @Test
    void aChildThatWasCutShortSaysOnlyWhatItFound() {
        List<TriedChild> tried = List.of(child("DARK", "S00", 100, 4, true), child("DARK", "S00", 100, 0, true));
        assertEquals(
                1, LearnedOdds.of(tried, List.of(S00)).of("S00").get("DARK").atLeast(100));
    }

    @Test
    void theOrderOfTheHistoryChangesNothing() {
        List<TriedChild> tried = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tried.add(child(
                    i % 3 == 0 ? "LIT" : "DARK",
                    i % 2 == 0 ? "S00" : "S01",
                    1 + i * 7,
                    i * i % (2 + i * 7),
                    i % 5 == 0));
        }
        String text = LearnedOdds.of(tried, List.of(S00, S01)).text();
        Collections.shuffle(tried, new java.util.Random(7));
        assertEquals(text, LearnedOdds.of(tried, List.of(S01, S00)).text());
    }

    @Test
    void aLongHistoryHasFewSteps() {
        List<TriedChild> tried = new ArrayList<>();
        for (int i = 1; i < 20_000; i++) {
            tried.add(child("DARK", "S00", 100_000, i, false));
        }
        long lines = LearnedOdds.of(tried, List.of(S00)).text().lines().count();
        assertTrue(lines < 250, lines + " lines");
    }

    @Test
    void amountsAreRoundedDown() {
        assertEquals(31, LearnedOdds.down(31, 5));
        assertEquals(32, LearnedOdds.down(33, 5));
        assertEquals(992, LearnedOdds.down(1_023, 5));
        assertEquals(0, LearnedOdds.down(0, 5));
    }

    private static TriedChild child(String venue, String symbol, int sent, int filled, boolean cutShort) {
        return new TriedChild(
                venue,
                symbol,
                BigDecimal.valueOf(sent),
                BigDecimal.valueOf(Math.min(sent, filled)),
                symbol.equals("S00") ? BigDecimal.TEN : BigDecimal.valueOf(2),
                cutShort);
    }
}
