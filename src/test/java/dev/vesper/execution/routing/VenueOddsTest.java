package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VenueOddsTest {
    @Property
    void readAgainItGivesTheSameBits(@ForAll long seed) {
        LiquidityTail tail = LiquidityTail.learned(LiquidityTailTest.drawn(new Random(seed)), 1);
        VenueOdds odds = new VenueOdds(new TreeMap<>(Map.of("DARK", new TreeMap<>(Map.of("S00", tail)))));
        VenueOdds read = VenueOdds.parse(odds.text());
        assertEquals(odds.text(), read.text());
        assertEquals(tail.steps(), read.of("S00").get("DARK").steps());
    }

    @Test
    void isATableThatPeopleCanRead() {
        LiquidityTail tail = LiquidityTail.learned(
                List.of(new CensoredFill(100, 100), new CensoredFill(300, 100), new CensoredFill(300, 300)), 1);
        assertEquals(
                "venue,symbol,lots,odds\nPOOL,S00,100,1.0\nPOOL,S00,,0.5\n",
                new VenueOdds(new TreeMap<>(Map.of("POOL", new TreeMap<>(Map.of("S00", tail))))).text());
    }

    @Test
    void nothingKnownIsNothing() {
        assertTrue(VenueOdds.NONE.none());
        assertEquals(Map.of(), VenueOdds.NONE.of("S00"));
        assertTrue(VenueOdds.parse(VenueOdds.NONE.text()).none());
    }

    @Test
    void anotherTextIsNotRead() {
        assertThrows(IllegalArgumentException.class, () -> VenueOdds.parse("odds\n"));
        assertThrows(IllegalArgumentException.class, () -> VenueOdds.parse("venue,symbol,lots,odds\nPOOL,S00,1\n"));
    }
}
