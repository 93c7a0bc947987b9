package dev.vesper.execution.allocation;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The divisor method of Sainte-Laguë: whole things are divided one after the other, each to whom the quotient of claim and
 * (2 × what he has + 1) is largest, ties to the id that sorts first. For example 10 by the claims 6, 6, 2 give 5, 4, 1, and 11
 * give 5, 5, 1.
 *
 * <p>As the total grows nobody ever loses one, and where it is the sum of the claims everybody has his claim. The largest
 * remainder, by which an account may lose one (6, 6, 2 get 4, 4, 2 of 10 and 5, 5, 1 of 11), has neither. What it costs: somebody may be further
 * than one from his exact part, for n of them and a part p of all claims at most by ½ + p (n − 2) / 2.
 *
 * <p>Reference: M. L. Balinski and H. P. Young, Fair Representation, 2nd ed., Brookings 2001, chapters 8 and 9.
 */
public final class SainteLague {
    private SainteLague() {}

    /**
     * Divides a total.
     *
     * @param claims by id, each 0 or more
     * @param total 0 or more; it may be more than all claims together
     * @return by id, which sum to the total
     * @throws IllegalArgumentException where a claim or the total is below 0, or nobody claims any of a total above 0
     */
    public static SortedMap<String, Long> divided(SortedMap<String, Long> claims, long total) {
        BigInteger all = claims.values().stream().map(SainteLague::checked).reduce(BigInteger.ZERO, BigInteger::add);
        if (total < 0 || (total > 0 && all.signum() == 0)) {
            throw new IllegalArgumentException(
                    "Expected a total of 0 or more and a claim above 0, but got " + total + " for " + claims.size());
        }
        SortedMap<String, Long> parts = new TreeMap<>();
        long given = 0;
        for (Map.Entry<String, Long> claim : claims.entrySet()) {
            long part = total == 0 ? 0 : nearest(claim.getValue(), total, all);
            parts.put(claim.getKey(), part);
            given += part;
        }
        give(parts, claims, total - given);
        takeBack(parts, claims, given - total);
        return parts;
    }

    /** The exact part, rounded to the nearest, a half down: whoever has more than that is among the next. */
    private static long nearest(long claim, long total, BigInteger all) {
        return BigInteger.valueOf(claim)
                .multiply(BigInteger.valueOf(total))
                .shiftLeft(1)
                .add(all)
                .subtract(BigInteger.ONE)
                .divide(all.shiftLeft(1))
                .longValueExact();
    }

    private static void give(SortedMap<String, Long> parts, SortedMap<String, Long> claims, long more) {
        if (more <= 0) {
            return;
        }
        PriorityQueue<Place> next = new PriorityQueue<>(Place.FIRST);
        claims.forEach((id, claim) -> {
            if (claim > 0) {
                next.add(new Place(id, claim, parts.getOrDefault(id, 0L)));
            }
        });
        for (long i = 0; i < more; i++) {
            Place given = next.remove();
            parts.merge(given.id, 1L, Long::sum);
            next.add(new Place(given.id, given.claim, given.before + 1));
        }
    }

    private static void takeBack(SortedMap<String, Long> parts, SortedMap<String, Long> claims, long tooMany) {
        if (tooMany <= 0) {
            return;
        }
        PriorityQueue<Place> last = new PriorityQueue<>(Place.FIRST.reversed());
        parts.forEach((id, part) -> {
            if (part > 0) {
                last.add(new Place(id, claims.getOrDefault(id, 0L), part - 1));
            }
        });
        for (long i = 0; i < tooMany; i++) {
            Place taken = last.remove();
            parts.merge(taken.id, -1L, Long::sum);
            if (taken.before > 0) {
                last.add(new Place(taken.id, taken.claim, taken.before - 1));
            }
        }
    }

    private static BigInteger checked(long claim) {
        if (claim < 0) {
            throw new IllegalArgumentException("Expected a claim of 0 or more, but got " + claim);
        }
        return BigInteger.valueOf(claim);
    }

    /**
     * One thing that somebody is given: those of all ids stand in one order, and a total takes as many of the first.
     *
     * @param before how many he has without it
     */
    private record Place(String id, long claim, long before) {
        static final Comparator<Place> FIRST =
                ((Comparator<Place>) Place::byQuotient).reversed().thenComparing(Place::id);

        private static int byQuotient(Place one, Place other) {
            return weighed(one.claim, other.before).compareTo(weighed(other.claim, one.before));
        }

        private static BigInteger weighed(long claim, long before) {
            return BigInteger.valueOf(claim)
                    .multiply(BigInteger.valueOf(before).shiftLeft(1).add(BigInteger.ONE));
        }
    }
}
