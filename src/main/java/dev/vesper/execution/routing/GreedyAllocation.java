package dev.vesper.execution.routing;

import dev.vesper.execution.routing.LiquidityTail.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides lots among venues that show nothing: each lot goes where it is likeliest filled, given what already goes there. With
 * given odds no division has more filled on average, because the odds of a venue only fall (Ganchev and others, Communications of
 * the ACM 53, 2010, figure 1). Lots that are equally likely at several venues are shared evenly, so that all of them are learned
 * of.
 *
 * <p>Example: 400 lots, venue A fills 100 surely and 300 with odds 1/2, venue B any number with odds 3/4: A 100, B 300.
 */
public final class GreedyAllocation {
    private GreedyAllocation() {}

    /**
     * The lots of each venue, in the order of the tails. They sum to the lots given, but where no venue is thought to have more.
     *
     * @param lots zero or more
     */
    public static long[] of(long lots, List<LiquidityTail> tails) {
        long[] given = new long[tails.size()];
        List<List<Step>> steps = tails.stream().map(LiquidityTail::steps).toList();
        int[] next = new int[given.length];
        long left = lots;
        while (left > 0) {
            double best = IntStream.range(0, given.length)
                    .filter(i -> next[i] < steps.get(i).size())
                    .mapToDouble(i -> steps.get(i).get(next[i]).odds())
                    .max()
                    .orElse(0);
            if (best <= 0) {
                break;
            }
            List<Integer> equals = new ArrayList<>();
            for (int i = 0; i < given.length; i++) {
                if (next[i] < steps.get(i).size() && steps.get(i).get(next[i]).odds() == best) {
                    equals.add(i);
                }
            }
            long[] room = equals.stream()
                    .mapToLong(i -> steps.get(i).get(next[i]).lots())
                    .toArray();
            long[] parts = level(left, room);
            for (int e = 0; e < parts.length; e++) {
                given[equals.get(e)] += parts[e];
                left -= parts[e];
                next[equals.get(e)]++;
            }
        }
        return given;
    }

    /**
     * As {@link #of}, in parts that venues take: a part that is no multiple of the venue's step is rounded down, and a venue whose
     * part is below its least leaves, the one with the smallest part first, so that the others get its lots.
     *
     * @param steps above zero, in the order of the tails
     * @param least zero or more, in the order of the tails
     */
    static long[] whole(long lots, List<LiquidityTail> tails, List<Long> steps, List<Long> least) {
        List<LiquidityTail> staying = new ArrayList<>(tails);
        while (true) {
            long[] parts = of(lots, staying);
            int smallest = -1;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = parts[i] / steps.get(i) * steps.get(i);
                boolean leaves = staying.get(i) != LiquidityTail.NOTHING && parts[i] < Math.max(1, least.get(i));
                if (leaves && (smallest < 0 || parts[i] <= parts[smallest])) {
                    smallest = i;
                }
            }
            if (smallest < 0) {
                return parts;
            }
            staying.set(smallest, LiquidityTail.NOTHING);
        }
    }

    /** Even parts, none above its room; the odd lots go to the first. */
    private static long[] level(long lots, long[] room) {
        long[] parts = new long[room.length];
        long left = lots;
        while (left > 0) {
            int open = (int) IntStream.range(0, room.length)
                    .filter(i -> parts[i] < room[i])
                    .count();
            if (open == 0) {
                break;
            }
            long each = Math.max(1, left / open);
            for (int i = 0; i < room.length && left > 0; i++) {
                long more = Math.min(Math.min(each, left), room[i] - parts[i]);
                parts[i] += more;
                left -= more;
            }
        }
        return parts;
    }
}
