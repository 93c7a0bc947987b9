package dev.vesper.execution.breaker;

/**
 * The breaker of one venue.
 *
 * @param slice first one that it holds for; what the venue answered in earlier ones counts no more
 * @param byHand whether a person opened it: then only a person closes it
 */
public record Breaker(String venue, BreakerPosition position, int slice, boolean byHand) {
    static Breaker untouched(String venue) {
        return new Breaker(venue, BreakerPosition.CLOSED, 0, false);
    }

    Breaker moved(BreakerPosition to, int from, boolean hand) {
        return new Breaker(venue, to, from, hand);
    }

    boolean is(BreakerPosition wanted) {
        return position == wanted;
    }
}
