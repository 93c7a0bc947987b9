package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Divides what is due in a slice among the venues that take orders, by what is known of each and by its rulebook. Where nothing is
 * known, and no venue has lots or a least quantity, it is {@link VenueSplit}.
 *
 * <ul>
 *   <li><b>Dark</b>: the share that is tried there goes lot by lot where it is likeliest filled ({@link GreedyAllocation}). Lots
 *       with odds below {@link #LEAST_ODDS} are not tried, they go to the lit venues. A fill smaller than a tenth of the part is
 *       not accepted.
 *   <li><b>Lit</b>: the rest goes lot by lot where its odds times what a fill is worth are best. A fill now is worth
 *       {@link #WORTH_BPS} basis points more than one later, less what the venue charges for it. Equals share evenly, the nearest
 *       venue gets the odd lot.
 *   <li><b>Exploration</b>: with each turn another lit venue gets at least a tenth of the lit lots, so that none is forgotten, and
 *       each tenth turn a dark venue that would get nothing gets the smallest part.
 *   <li><b>Rulebook</b>: a part is a multiple of the venue's lot and no less than its least quantity. What fits nowhere waits.
 * </ul>
 *
 * @param minimumLots smallest part worth sending
 * @param darkBps share tried at dark venues, 0 to 10,000 basis points
 * @param lot units of the instrument
 * @param price of a unit, in currency units, more than zero
 * @param tails by the name of the venue, in lots; empty where nothing is known
 * @param darkMost most lots that a dark venue may be shown, by its name; one that is not there may see all
 * @param turn whose turn it is to be explored: 0 or more, one more with each slice; below 0 none is
 */
public record RoutedSplit(
        long minimumLots,
        int darkBps,
        BigDecimal lot,
        BigDecimal price,
        Map<String, LiquidityTail> tails,
        Map<String, Long> darkMost,
        long turn) {
    /** A lot that is less likely filled is not tried at a dark venue. */
    static final double LEAST_ODDS = 0.05;

    /** What a fill in this slice is worth over one in the next, in basis points. */
    static final double WORTH_BPS = 10;

    /** What is thought of a venue that never fills: still a little, so that what nobody else takes goes somewhere. */
    private static final double LEAST_WORTH = 0.001;

    private static final int TENTH = 10;

    public RoutedSplit {
        tails = Map.copyOf(tails);
        darkMost = Map.copyOf(darkMost);
    }

    /**
     * The parts in the order in which they are sent, dark venues first; they sum to what is due, or to less where some of it fits
     * no venue's rulebook or, without a lit venue, where no dark one may be shown more.
     *
     * @param due lots, more than zero
     */
    public List<RoutedPart> of(long due, List<Venue> venues) {
        if (tails.isEmpty() && darkMost.isEmpty() && venues.stream().allMatch(this::takesAny)) {
            return VenueSplit.of(due, minimumLots, darkBps, venues).stream()
                    .map(part -> new RoutedPart(part.venue(), part.lots(), 0))
                    .toList();
        }
        List<Venue> dark = venues.stream().filter(Venue::dark).toList();
        List<Venue> lit = venues.stream()
                .filter(venue -> !venue.dark())
                .sorted(Comparator.comparingLong(venue -> venue.terms().latencyMicros()))
                .toList();
        long hidden = lit.isEmpty() ? due : dark.isEmpty() ? 0 : VenueSplit.darkLots(due, minimumLots, darkBps);
        long[] darkParts = dark(hidden, dark, lit.isEmpty());
        long[] litParts = lit(due - Arrays.stream(darkParts).sum(), lit);
        List<RoutedPart> parts = new ArrayList<>();
        add(dark, darkParts, parts);
        add(lit, litParts, parts);
        return parts;
    }

    private boolean takesAny(Venue venue) {
        return VenueCost.step(venue, lot) == 1 && VenueCost.minimum(venue, lot) <= 1;
    }

    private void add(List<Venue> venues, long[] lots, List<RoutedPart> parts) {
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] > 0) {
                Venue venue = venues.get(i);
                long least = !venue.dark() || tails.isEmpty() ? 0 : (lots[i] + TENTH - 1) / TENTH;
                parts.add(new RoutedPart(venue, lots[i], least));
            }
        }
    }

    private long[] dark(long lots, List<Venue> dark, boolean alone) {
        List<LiquidityTail> tried = dark.stream()
                .map(venue -> alone ? tail(venue).worth(1, LEAST_WORTH).within(0, most(venue)) : tried(venue))
                .toList();
        long[] parts = GreedyAllocation.whole(lots, tried, steps(dark), least(dark));
        if (alone) {
            place(lots, dark, tried, parts);
        } else if (explores() && !dark.isEmpty() && turn % TENTH == 0) {
            int i = (int) (turn / TENTH % dark.size());
            long least = least(dark.get(i));
            boolean room = least <= lots - Arrays.stream(parts).sum() && least <= most(dark.get(i));
            parts[i] = parts[i] == 0 && room ? least : parts[i];
        }
        return parts;
    }

    /** The lots of a dark venue that are likely enough. */
    private LiquidityTail tried(Venue venue) {
        return tail(venue).within(LEAST_ODDS, most(venue));
    }

    private long[] lit(long lots, List<Venue> lit) {
        boolean known = lit.stream().anyMatch(venue -> tails.containsKey(venue.name()));
        List<LiquidityTail> worth = lit.stream()
                .map(venue -> tail(venue).worth(known ? factor(venue) : 1, LEAST_WORTH))
                .toList();
        long[] parts = GreedyAllocation.whole(lots, worth, steps(lit), least(lit));
        place(lots, lit, worth, parts);
        if (known && explores() && lit.size() > 1) {
            explore(lots, lit, parts);
        }
        return parts;
    }

    /** What a fill is worth after its fee, as a part of what it may be worth at most; a twentieth where the fee eats it all. */
    private double factor(Venue venue) {
        double feeBps = VenueCost.taking(venue, price).doubleValue() / price.doubleValue() * 10_000;
        return Math.clamp((1 - feeBps / WORTH_BPS) / 2, 1.0 / 20, 1);
    }

    /** Puts what is left over where it fits: to a venue that has a part, the best first, and only then to another. */
    private void place(long lots, List<Venue> venues, List<LiquidityTail> worth, long[] parts) {
        long left = lots - Arrays.stream(parts).sum();
        List<Integer> order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> parts[i] > 0 ? 0 : 1)
                        .thenComparingDouble(i -> -worth.get(i).atLeast(1)))
                .toList();
        for (int i : order) {
            long step = VenueCost.step(venues.get(i), lot);
            long room = venues.get(i).dark() ? most(venues.get(i)) - parts[i] : left;
            long more = Math.min(left, room) / step * step;
            if (more > 0 && parts[i] + more >= VenueCost.minimum(venues.get(i), lot)) {
                parts[i] += more;
                left -= more;
            }
        }
    }

    /** The venue whose turn it is gets its tenth from the one that has most; where there is too little to divide, now and then all. */
    private void explore(long lots, List<Venue> lit, long[] parts) {
        int to = (int) (turn % lit.size());
        int from = 0;
        for (int i = 1; i < parts.length; i++) {
            from = parts[i] > parts[from] ? i : from;
        }
        long floor = Math.max(least(lit.get(to)), (lots + TENTH - 1) / TENTH);
        if (parts[to] >= floor || to == from) {
            return;
        }
        long step = VenueCost.step(lit.get(to), lot);
        long both = step / gcd(step, VenueCost.step(lit.get(from), lot)) * VenueCost.step(lit.get(from), lot);
        long moved = (floor - parts[to] + both - 1) / both * both;
        if (parts[from] - moved < least(lit.get(from))) {
            boolean now = turn / lit.size() % TENTH == 0;
            boolean fits = parts[from] % step == 0 && parts[to] + parts[from] >= VenueCost.minimum(lit.get(to), lot);
            moved = now && fits ? parts[from] : 0;
        }
        parts[from] -= moved;
        parts[to] += moved;
    }

    private boolean explores() {
        return turn >= 0 && !tails.isEmpty();
    }

    private LiquidityTail tail(Venue venue) {
        return tails.getOrDefault(venue.name(), LiquidityTail.UNKNOWN);
    }

    private long most(Venue venue) {
        return darkMost.getOrDefault(venue.name(), Long.MAX_VALUE);
    }

    private List<Long> steps(List<Venue> venues) {
        return venues.stream().map(venue -> VenueCost.step(venue, lot)).toList();
    }

    private List<Long> least(List<Venue> venues) {
        return venues.stream().map(this::least).toList();
    }

    /** The smallest part that is worth sending and allowed there. */
    private long least(Venue venue) {
        long step = VenueCost.step(venue, lot);
        long least = Math.max(1, Math.max(minimumLots, VenueCost.minimum(venue, lot)));
        return (least + step - 1) / step * step;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
