package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.portfolio.Allocation.Holding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private final Allocation allocation = allocation(
            Map.of("GE", 0.5, "IBM", 0.25, "OLD", 0.125),
            Map.of("GE", 0.25, "IBM", 0.25, "NEW", 0.25, "ZERO", 0.0),
            Map.of("GE", 0.25, "IBM", 0.25, "NEW", 0.125));

    @Test
    void theLargestOfTheThreeSharesComesFirstThenTheName() {
        assertEquals(
                List.of("GE", "IBM", "NEW", "OLD"),
                allocation.holdings().stream().map(Holding::symbol).toList());
        assertEquals(new Holding("NEW", 0, 0.25, 0.125), allocation.holdings().get(2));
    }

    @Test
    void whatIsInNoHoldingIsCash() {
        assertEquals(new Holding("", 0.125, 0.25, 0.375), allocation.cash());
        assertEquals(new Holding("", 1, 1, 1), new Allocation(List.of()).cash());
    }

    @Test
    void allBehindTheLargestAreOneLine() {
        assertEquals(
                List.of("GE"),
                allocation.largest(1).stream().map(Holding::symbol).toList());
        assertEquals(Optional.of(new Holding("", 0.375, 0.5, 0.375)), allocation.others(1));
        assertEquals(Optional.empty(), allocation.others(4));
        assertEquals(4, allocation.largest(9).size());
    }

    @Test
    void theDistanceIsHalfTheSumOfAllDifferencesWithCash() {
        assertEquals(0.125, allocation.distance(), "NEW is an eighth short, cash an eighth over");
        assertEquals(
                0, allocation(Map.of(), Map.of("GE", 0.5), Map.of("GE", 0.5)).distance());
        assertEquals(
                1, allocation(Map.of(), Map.of("GE", 1.0), Map.of("IBM", 1.0)).distance());
    }

    @Test
    void aShortPositionIsAsLargeAsALongOne() {
        Allocation shorted = allocation(Map.of("GE", -0.5, "IBM", 0.25), Map.of(), Map.of("GE", -0.5, "IBM", 0.25));
        assertEquals("GE", shorted.holdings().getFirst().symbol());
        assertEquals(1.25, shorted.cash().after());
    }

    @Test
    void theFurthestFromItsTargetComesFirst() {
        Allocation there = allocation(Map.of(), Map.of("GE", 0.5), Map.of("GE", 0.5));
        assertEquals(
                List.of(allocation, there),
                List.of(there, allocation).stream()
                        .sorted(Allocation.FURTHEST_FIRST)
                        .toList());
    }

    private static Allocation allocation(
            Map<String, Double> before, Map<String, Double> target, Map<String, Double> after) {
        return Allocation.of(new TreeMap<>(before), new TreeMap<>(target), new TreeMap<>(after));
    }
}
