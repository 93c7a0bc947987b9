package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import java.util.ArrayList;
import java.util.List;

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

    /** How much of what is due is tried at dark venues; nothing where either part would be too small. */
    static long darkLots(long due, long minimum, int darkBps) {
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
