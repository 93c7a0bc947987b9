package dev.vesper.desk.operations;

import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.orders.ParentOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One instrument of one account, before the day and after it, if all proposed orders are filled at their decision prices:
 * what the rules cut is not in it.
 *
 * @param before share of the account's value in the morning
 * @param target share that its strategy aims at, of what is invested: the account's value less the cash it keeps
 * @param after share once the orders are filled
 */
public record ProposedHolding(String account, String symbol, double before, double target, double after) {

    /**
     * By account, as they were planned, then by symbol; what is neither held nor aimed at nor traded is absent.
     */
    static List<ProposedHolding> of(RebalanceResult decided) {
        Map<String, Map<String, Double>> traded = new HashMap<>();
        for (ParentOrder order : decided.orders()) {
            traded.computeIfAbsent(order.account(), account -> new HashMap<>())
                    .merge(
                            order.symbol(),
                            order.notional().doubleValue() * order.side().sign(),
                            Double::sum);
        }
        List<ProposedHolding> all = new ArrayList<>();
        for (AccountPlan plan : decided.plans()) {
            String account = plan.account().id();
            double value = plan.value().doubleValue();
            Map<String, Double> target = plan.target().weights();
            Map<String, Double> moved = traded.getOrDefault(account, Map.of());
            TreeSet<String> symbols = new TreeSet<>(plan.weightsBefore().keySet());
            symbols.addAll(target.keySet());
            symbols.addAll(moved.keySet());
            for (String symbol : symbols) {
                double before = plan.weightsBefore().getOrDefault(symbol, 0.0);
                double share = value == 0 ? 0 : moved.getOrDefault(symbol, 0.0) / value;
                all.add(new ProposedHolding(account, symbol, before, target.getOrDefault(symbol, 0.0), before + share));
            }
        }
        return all;
    }
}
