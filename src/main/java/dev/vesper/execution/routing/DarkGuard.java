package dev.vesper.execution.routing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a dark venue from learning how much there is by taking a little of it again and again. After {@link #PINGS} small fills
 * in a row, each at most a fifth of what was shown, the venue is shown at most twice the larger of the last two: with one that
 * pings on, ever less, until it is less than is worth sending and the venue is left for the rest of the session. A larger fill
 * ends the row; no fill at all says nothing.
 *
 * <p>Example: 300 shown and 40 filled, 300 and 30: no more than 80 are shown; 10 of these filled: 60, then 8: 20.
 */
public final class DarkGuard {
    /** Small fills in a row that make a venue suspect. */
    static final int PINGS = 2;

    private static final BigDecimal SMALL = new BigDecimal("0.2");

    /** Of one instrument and side at one venue. */
    private record Pings(int row, BigDecimal last, BigDecimal before) {
        static final Pings NONE = new Pings(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private final Map<String, Pings> pings = new HashMap<>();

    /**
     * Hears what came of a part.
     *
     * @param of the instrument and the side, as one text
     * @param shown units, more than zero
     * @param filled units, from zero to what was shown
     */
    public void heard(String of, String venue, BigDecimal shown, BigDecimal filled) {
        if (filled.signum() == 0) {
            return;
        }
        String key = key(of, venue);
        if (filled.compareTo(shown.multiply(SMALL)) > 0) {
            pings.remove(key);
        } else {
            Pings so = pings.getOrDefault(key, Pings.NONE);
            pings.put(key, new Pings(so.row + 1, filled, so.last));
        }
    }

    /** The most units that a venue may be shown; below zero where it may see all. */
    public BigDecimal most(String of, String venue) {
        Pings so = pings.getOrDefault(key(of, venue), Pings.NONE);
        return so.row < PINGS ? BigDecimal.ONE.negate() : so.last.max(so.before).multiply(BigDecimal.TWO);
    }

    private static String key(String of, String venue) {
        return venue + ' ' + of;
    }
}
