package dev.vesper.execution.cost;

import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one venue filled in one currency, for example 120 fills for 1.2 million USD at 0.3 basis points of fees.
 *
 * @param notional at fill prices
 * @param share of all that was filled in the currency, 0 to 1
 */
public record VenueTotal(String currency, String venue, int fills, BigDecimal notional, double share, BigDecimal fees) {

    /**
     * All fills by currency, then venue.
     *
     * @param orders the parents; a fill of any other parent is passed over: its currency is not known
     */
    public static List<VenueTotal> of(List<Fill> fills, List<ExecutedOrder> orders) {
        Map<String, String> currencies = new HashMap<>();
        orders.forEach(o -> currencies.put(o.order().id(), o.order().currency()));
        Map<String, Map<String, Sum>> all = new TreeMap<>();
        for (Fill fill : fills) {
            String currency = currencies.get(fill.parentId());
            if (currency != null) {
                all.computeIfAbsent(currency, c -> new TreeMap<>())
                        .computeIfAbsent(fill.venue(), v -> new Sum())
                        .add(fill);
            }
        }
        List<VenueTotal> totals = new ArrayList<>();
        all.forEach((currency, venues) -> {
            BigDecimal filled =
                    venues.values().stream().map(sum -> sum.notional).reduce(BigDecimal.ZERO, BigDecimal::add);
            venues.forEach((venue, sum) -> totals.add(new VenueTotal(
                    currency,
                    venue,
                    sum.fills,
                    sum.notional,
                    sum.notional.doubleValue() / filled.doubleValue(),
                    sum.fees)));
        });
        return List.copyOf(totals);
    }

    /** A large day has hundreds of thousands of fills: they are added in place. */
    private static final class Sum {
        private int fills;
        private BigDecimal notional = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;

        void add(Fill fill) {
            fills++;
            notional = notional.add(fill.notional());
            fees = fees.add(fill.fee());
        }
    }

    /** Fees in basis points of what was filled. */
    public double feeBps() {
        return fees.doubleValue() / notional.doubleValue() * 10_000;
    }
}
