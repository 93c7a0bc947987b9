package dev.vesper.execution.analysis;

import dev.vesper.execution.ImplementationShortfall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a group of orders cost together, or the fills of one venue.
 *
 * @param name of the group
 * @param orders how many have a part in it
 * @param fills how many count
 * @param units filled
 * @param notional filled units at fill prices
 * @param filledAtDecision filled units at decision prices
 * @param shortfall of the orders; of a venue without opportunity, its paper being what it filled
 * @param vwap slippage to the market's average price while each order was worked, of orders during which it traded
 */
public record GroupCost(
        String name,
        int orders,
        int fills,
        BigDecimal units,
        BigDecimal notional,
        BigDecimal filledAtDecision,
        ImplementationShortfall shortfall,
        Slippage vwap,
        FillSpreads spreads) {

    /** All orders together. */
    public static GroupCost all(List<OrderCost> costs) {
        return costs.stream().map(cost -> one("all", cost)).reduce(none("all"), GroupCost::plus);
    }

    /** Orders that have a word in common, such as their strategy; by that word. */
    public static List<GroupCost> by(Function<WorkedOrder, String> word, List<OrderCost> costs) {
        SortedMap<String, GroupCost> groups = new TreeMap<>();
        for (OrderCost cost : costs) {
            String name = word.apply(cost.order());
            groups.merge(name, one(name, cost), GroupCost::plus);
        }
        return new ArrayList<>(groups.values());
    }

    /** The fills of each venue; by its name. */
    public static List<GroupCost> byVenue(List<OrderCost> costs, MarketDay market) {
        SortedMap<String, GroupCost> groups = new TreeMap<>();
        for (OrderCost cost : costs) {
            Map<String, List<WorkedFill>> venues =
                    cost.fills().stream().collect(Collectors.groupingBy(WorkedFill::venue));
            venues.forEach((venue, fills) -> groups.merge(venue, part(venue, cost, fills, market), GroupCost::plus));
        }
        return new ArrayList<>(groups.values());
    }

    private static GroupCost none(String name) {
        return new GroupCost(
                name,
                0,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ImplementationShortfall.NONE,
                Slippage.NONE,
                FillSpreads.NONE);
    }

    private static GroupCost one(String name, OrderCost cost) {
        return of(name, cost, cost.shortfall(), cost.spreads());
    }

    private static GroupCost part(String venue, OrderCost cost, List<WorkedFill> fills, MarketDay market) {
        OrderCost there = new OrderCost(
                cost.order(),
                fills,
                cost.arrival(),
                cost.end(),
                cost.shortfallOf(fills),
                cost.market(),
                cost.averageMid(),
                cost.reversion(),
                FillSpreads.of(cost.order().side(), fills, market));
        return of(venue, there, there.shortfall(), there.spreads());
    }

    private static GroupCost of(String name, OrderCost cost, ImplementationShortfall shortfall, FillSpreads spreads) {
        return new GroupCost(
                name,
                1,
                cost.fills().size(),
                cost.filled(),
                cost.notional(),
                cost.filled().multiply(cost.order().decisionPrice()),
                shortfall,
                cost.market().vwap().map(cost::against).orElse(Slippage.NONE),
                spreads);
    }

    private GroupCost plus(GroupCost other) {
        return new GroupCost(
                name,
                orders + other.orders,
                fills + other.fills,
                units.add(other.units),
                notional.add(other.notional),
                filledAtDecision.add(other.filledAtDecision),
                shortfall.plus(other.shortfall),
                vwap.plus(other.vwap),
                spreads.plus(other.spreads));
    }
}
