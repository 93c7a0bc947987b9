package dev.vesper.execution.cost;

import dev.vesper.execution.ImplementationShortfall;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What trading cost one account, for example ACC1, 36 orders, 1,204.50 or 14 basis points of what they were worth.
 *
 * @param costs positive is a cost
 */
public record AccountCost(String account, String currency, long orders, ImplementationShortfall costs) {
    /** What cost most for its size comes first: currencies are not compared. */
    public static final Comparator<AccountCost> DEAREST_FIRST = Comparator.comparingDouble(
                    (AccountCost cost) -> cost.costs().totalBps())
            .reversed();

    /** All orders, by account; one without an order is absent. */
    public static List<AccountCost> of(List<ExecutedOrder> orders) {
        SortedMap<String, AccountCost> all = new TreeMap<>();
        for (ExecutedOrder order : orders) {
            all.merge(
                    order.order().account(),
                    new AccountCost(order.order().account(), order.order().currency(), 1, order.costs()),
                    AccountCost::plus);
        }
        return List.copyOf(all.values());
    }

    private AccountCost plus(AccountCost other) {
        return new AccountCost(account, currency, orders + other.orders, costs.plus(other.costs));
    }
}
