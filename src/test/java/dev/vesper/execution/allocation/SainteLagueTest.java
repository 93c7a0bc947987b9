package dev.vesper.execution.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SainteLagueTest {
    private static SortedMap<String, Long> claims(List<Long> claims) {
        SortedMap<String, Long> all = new TreeMap<>();
        for (int i = 0; i < claims.size(); i++) {
            all.put("A" + (char) ('a' + i), claims.get(i));
        }
        return all;
    }

    private static List<Long> divided(long total, Long... claims) {
        return List.copyOf(SainteLague.divided(claims(List.of(claims)), total).values());
    }

    /** One after the other, as the definition says it. */
    private static SortedMap<String, Long> oneByOne(SortedMap<String, Long> claims, long total) {
        SortedMap<String, Long> parts = new TreeMap<>(claims);
        parts.replaceAll((id, claim) -> 0L);
        for (long i = 0; i < total; i++) {
            String next = claims.firstKey();
            for (String id : claims.keySet()) {
                if (claims.get(id) * (2 * parts.get(next) + 1) > claims.get(next) * (2 * parts.get(id) + 1)) {
                    next = id;
                }
            }
            parts.merge(next, 1L, Long::sum);
        }
        return parts;
    }

    @Test
    void elevenTakesNothingBackOfTen() {
        assertEquals(List.of(5L, 4L, 1L), divided(10, 6L, 6L, 2L));
        assertEquals(List.of(5L, 5L, 1L), divided(11, 6L, 6L, 2L));
        assertEquals(List.of(6L, 6L, 2L), divided(14, 6L, 6L, 2L));
    }

    @Test
    void aTieGoesToTheIdThatSortsFirst() {
        assertEquals(List.of(1L, 0L, 0L), divided(1, 5L, 5L, 5L));
        assertEquals(List.of(1L, 1L, 0L), divided(2, 5L, 5L, 5L));
    }

    @Test
    void whoClaimsNothingGetsNothing() {
        assertEquals(List.of(0L, 7L), divided(7, 0L, 3L));
        assertEquals(List.of(0L, 0L), divided(0, 0L, 0L));
    }

    @Test
    void aLargeTotalIsDividedAtOnce() {
        assertEquals(
                List.of(600_000_000_000_000L, 300_000_000_000_000L, 100_000_000_000_000L),
                divided(1_000_000_000_000_000L, 6_000L, 3_000L, 1_000L));
    }

    @Test
    void nobodyToGiveItTo() {
        assertThrows(IllegalArgumentException.class, () -> divided(1, 0L, 0L));
        assertThrows(IllegalArgumentException.class, () -> divided(-1, 1L));
        assertThrows(IllegalArgumentException.class, () -> divided(1, -1L, 3L));
    }

    @Property(tries = 500)
    void asOneByOne(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 1, max = 60) Long> orders,
            @ForAll @IntRange(max = 700) int total) {
        assertEquals(oneByOne(claims(orders), total), SainteLague.divided(claims(orders), total));
    }

    @Property(tries = 100)
    void neverTakenBackAndExactInTheEnd(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 40) Long> orders) {
        SortedMap<String, Long> claims = claims(orders);
        long all = orders.stream().mapToLong(Long::longValue).sum();
        SortedMap<String, Long> had = SainteLague.divided(claims, 0);
        for (long total = 1; total <= all; total++) {
            SortedMap<String, Long> has = SainteLague.divided(claims, total);
            assertEquals(total, has.values().stream().mapToLong(Long::longValue).sum());
            for (Map.Entry<String, Long> before : had.entrySet()) {
                assertTrue(has.get(before.getKey()) >= before.getValue(), had + " then " + has);
            }
            had = has;
        }
        assertEquals(claims, had);
    }

    /** The bound of the class comment, which of two is a half. */
    @Property(tries = 500)
    void nearItsExactPart(
            @ForAll @Size(min = 2, max = 30) List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> orders,
            @ForAll @LongRange(max = 1_000_000) long total) {
        SortedMap<String, Long> claims = claims(orders);
        double all = orders.stream().mapToDouble(Long::doubleValue).sum();
        SainteLague.divided(claims, total).forEach((id, part) -> {
            double share = claims.get(id) / all;
            double furthest = 0.5 + share * (orders.size() - 2) / 2;
            assertTrue(Math.abs(part - share * total) <= furthest + 1e-6, id + " has " + part + " of " + share * total);
        });
    }

    /** Who has which order changes with the ids alone. */
    @Property(tries = 200)
    void orderFree(
            @ForAll @Size(min = 2, max = 10) List<@LongRange(min = 1, max = 50) Long> orders,
            @ForAll @IntRange(max = 400) int total) {
        SortedMap<String, Long> claims = claims(orders);
        SortedMap<String, Long> turned = new TreeMap<>(Collections.reverseOrder());
        turned.putAll(claims);
        SortedMap<String, Long> other = SainteLague.divided(turned, total);
        assertEquals(SainteLague.divided(claims, total), new TreeMap<>(Map.copyOf(other)));
    }
}
