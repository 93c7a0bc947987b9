package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Splits what is due in a slice between venues: a share to the dark ones, the rest to the lit, equal parts in each group. */
public final class VenueSplit {
    private VenueSplit() {}

    /** What one venue gets. */
    public record Part(Venue venue, long lots) {}

    /**
     * The parts in the order in which they are sent, dark venues first, each group in the table's order; they add up to the
     * lots due.
     *
     * <p>Where a group's part would be too small, all goes to the other (the lit where both are); where it is too small for
     * every venue of the group, the first ones get it. Example: 1,000 lots, 30 % dark, at least 100 each, one midpoint
     * venue, two lit: 300, 350, 350.
     *
     * @param due lots, more than zero
     * @param minimumLots smallest part worth sending
     * @param darkBps share tried at dark venues, 0 to 10,000 basis points; all, where no venue is lit
     */
    public static List<Part> of(long due, long minimumLots, int darkBps, List<Venue> venues) {
        List<Venue> dark = venues.stream().filter(Venue::dark).toList();
        List<Venue> lit = venues.stream().filter(venue -> !venue.dark()).toList();
        long hidden = lit.isEmpty() ? due : dark.isEmpty() ? 0 : darkLots(due, minimumLots, darkBps);
        List<Part> parts = new ArrayList<>();
        share(hidden, minimumLots, dark, parts);
        share(due - hidden, minimumLots, lit, parts);
        return parts;
    }

    /**
     * As {@link #of(long, long, int, List)}, but the dark share goes to the dark venues by what is known of each, and what none of
     * them is thought to have goes to the lit ones.
     *
     * <p>Example: 1,000 lots, 30 % dark, at least 100 each; of two midpoint venues the first never had anything: the second gets
     * 300, the lit venue 700.
     *
     * @param tails by the name of the venue, in lots of this instrument; one that is not there is unknown
     */
    public static List<Part> of(
            long due, long minimumLots, int darkBps, List<Venue> venues, Map<String, LiquidityTail> tails) {
        List<Venue> dark = venues.stream().filter(Venue::dark).toList();
        List<Venue> lit = venues.stream().filter(venue -> !venue.dark()).toList();
        if (lit.isEmpty() || dark.isEmpty()) {
            return of(due, minimumLots, darkBps, venues);
        }
        long[] parts = GreedyAllocation.whole(
                darkLots(due, minimumLots, darkBps),
                dark.stream()
                        .map(venue -> tails.getOrDefault(venue.name(), LiquidityTail.UNKNOWN))
                        .toList(),
                Collections.nCopies(dark.size(), 1L),
                Collections.nCopies(dark.size(), minimumLots));
        List<Part> all = new ArrayList<>();
        long left = due;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                all.add(new Part(dark.get(i), parts[i]));
                left -= parts[i];
            }
        }
        share(left, minimumLots, lit, all);
        return all;
    }

    private static long darkLots(long due, long minimum, int darkBps) {
        long lots = due / 10_000 * darkBps + due % 10_000 * darkBps / 10_000;
        return lots < minimum || (lots < due && due - lots < minimum) ? 0 : lots;
    }

    /** Equal parts; lots that are left over go to the first venues, one each. */
    private static void share(long lots, long minimum, List<Venue> venues, List<Part> parts) {
        if (lots == 0) {
            return;
        }
        int count = (int) Math.clamp(lots / Math.max(1, minimum), 1L, venues.size());
        for (int i = 0; i < count; i++) {
            parts.add(new Part(venues.get(i), lots / count + (i < lots % count ? 1 : 0)));
        }
    }
}
