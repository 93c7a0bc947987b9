package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.text.Redaction;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.cost.AccountFlow;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.portfolio.AccountValue;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run, and what several sections need to know of it, worked out once. What only one section shows it works out itself.
 *
 * @param totals by currency
 * @param lots at the end of the day
 */
public record RunFacts(
        RunReport report,
        List<ExecutedOrder> orders,
        SortedMap<String, CurrencyTotal> totals,
        List<AccountFigures> accounts,
        List<TaxLot> lots,
        VerdictFigures limits,
        List<PersonDecision> decisions) {

    public static RunFacts of(RunReport report) {
        List<ExecutedOrder> orders = ExecutedOrders.of(
                report.orders(), report.children(), report.outcomes(), report.fills(), report.session());
        // without a fill they are those of the morning
        List<TaxLot> lots = report.fills().isEmpty() && report.lotsAfter().isEmpty()
                ? report.firm().lots()
                : report.lotsAfter();
        return new RunFacts(
                report,
                orders,
                CurrencyTotal.of(orders),
                accounts(report, orders, lots),
                lots,
                VerdictFigures.of(report.rebalance().verdicts()),
                PersonDecision.among(report.audit()));
    }

    public long ordersWith(OrderStatus status) {
        return orders.stream().filter(o -> o.status() == status).count();
    }

    /** A sentence without the machine's folders. */
    public String safe(String text) {
        return Redaction.of(text, Path.of(report.run().firm()));
    }

    /** The last name of the firm's folder. */
    public String firmFolder() {
        return Redaction.name(Path.of(report.run().firm()));
    }

    /** The instrument's name, or its symbol where it has none. */
    public String name(String symbol) {
        var instrument = report.firm().instruments().get(symbol);
        return instrument == null || instrument.name().isBlank() ? symbol : instrument.name();
    }

    private static List<AccountFigures> accounts(RunReport report, List<ExecutedOrder> orders, List<TaxLot> lots) {
        Map<String, AccountFlow> flows = AccountFlow.of(report.fills());
        Map<String, Long> counts =
                orders.stream().collect(Collectors.groupingBy(o -> o.order().account(), Collectors.counting()));
        Map<String, List<TaxLot>> held = lots.stream().collect(Collectors.groupingBy(TaxLot::account));
        double invested = 1 - report.firm().settings().rebalance().cashBuffer();
        return report.rebalance().plans().stream()
                .map(plan -> {
                    String id = plan.account().id();
                    AccountFlow flow = flows.getOrDefault(id, AccountFlow.NONE);
                    BigDecimal cash = plan.account().cash().amount().add(flow.cash());
                    AccountValue after = AccountValue.of(id, cash, held.getOrDefault(id, List.of()), report.prices());
                    return new AccountFigures(plan, target(plan, invested), after, flow, counts.getOrDefault(id, 0L));
                })
                .toList();
    }

    private static SortedMap<String, Double> target(AccountPlan plan, double invested) {
        SortedMap<String, Double> target = new TreeMap<>();
        plan.target().weights().forEach((symbol, weight) -> target.put(symbol, weight * invested));
        return target;
    }
}
