package dev.vesper.execution.quality;

import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Span;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The market around a fill.
 *
 * @param before the best quote just before it; null where none was open
 * @param laterMids in currency units, by how much later; absent where no quote was open then, or the market had closed
 */
public record FillQuotes(@Nullable BestQuote before, Map<Horizon, BigDecimal> laterMids) {
    /** Nothing is known. */
    public static final FillQuotes NONE = new FillQuotes(null, Map.of());

    public FillQuotes {
        laterMids = Map.copyOf(laterMids);
    }

    /**
     * Of a fill at a moment.
     *
     * @param session when the market was open
     */
    public static FillQuotes of(BestQuotes quotes, Span session, long millis) {
        Map<Horizon, BigDecimal> mids = new EnumMap<>(Horizon.class);
        for (Horizon horizon : Horizon.values()) {
            long later = millis + horizon.millis();
            int moment = quotes.at(later);
            if (session.holds(later) && quotes.open(moment)) {
                mids.put(horizon, BigDecimal.valueOf(Math.multiplyExact(quotes.twiceMidE4(moment), 5L), 5));
            }
        }
        return new FillQuotes(BestQuote.before(quotes, millis).orElse(null), mids);
    }
}
