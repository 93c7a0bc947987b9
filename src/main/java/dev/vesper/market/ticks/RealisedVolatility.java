package dev.vesper.market.ticks;

import java.util.OptionalDouble;

/** How much the mid moved through a session: the root of the sum of squared log returns from one point of a grid to the next. */
public final class RealisedVolatility {
    private static final long GRID_MILLIS = 300_000;
    private static final int FEWEST = 6;

    private RealisedVolatility() {}

    /**
     * Of five-minute returns of open quotes, as a share of the price for the whole session, for example 0.012; a point of the grid
     * without open quotes is passed over. Empty where fewer than six returns are had.
     */
    public static OptionalDouble of(BestQuotes quotes, Span session) {
        double sum = 0;
        double last = 0;
        int returns = 0;
        for (long at = session.fromMillis() + GRID_MILLIS; at <= session.untilMillis(); at += GRID_MILLIS) {
            int moment = quotes.before(at);
            if (quotes.open(moment)) {
                double mid = quotes.twiceMidE4(moment);
                if (last > 0) {
                    double move = Math.log(mid / last);
                    sum += move * move;
                    returns++;
                }
                last = mid;
            }
        }
        return returns < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(sum));
    }
}
