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
        Map<String, Map<String, VenueTotal>> all = new TreeMap<>();
        for (Fill fill : fills) {
            String currency = currencies.get(fill.parentId());
            if (currency != null) {
                VenueTotal one = new VenueTotal(currency, fill.venue(), 1, fill.notional(), 0, fill.fee());
                all.computeIfAbsent(currency, c -> new TreeMap<>()).merge(fill.venue(), one, VenueTotal::plus);
            }
        }
        List<VenueTotal> totals = new ArrayList<>();
        for (Map<String, VenueTotal> venues : all.values()) {
            BigDecimal sum =
                    venues.values().stream().map(VenueTotal::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
            venues.values().forEach(venue -> totals.add(venue.of(sum)));
        }
        return List.copyOf(totals);
    }

    private VenueTotal plus(VenueTotal other) {
        return new VenueTotal(
                currency, venue, fills + other.fills, notional.add(other.notional), 0, fees.add(other.fees));
    }

    private VenueTotal of(BigDecimal sum) {
        return new VenueTotal(currency, venue, fills, notional, notional.doubleValue() / sum.doubleValue(), fees);
    }

    /** Fees in basis points of what was filled. */
    public double feeBps() {
        return fees.doubleValue() / notional.doubleValue() * 10_000;
    }
}
