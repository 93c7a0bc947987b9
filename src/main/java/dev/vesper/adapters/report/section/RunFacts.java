package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.text.Redaction;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.cost.AccountDay;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderFigures;
import dev.vesper.portfolio.Allocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A run, and what several sections need to know of it, worked out once by the floors below. What only one section shows it
 * asks of them itself.
 *
 * @param totals by currency
 */
public record RunFacts(
        RunReport report,
        List<ExecutedOrder> orders,
        OrderFigures ordered,
        SortedMap<String, CurrencyTotal> totals,
        List<AccountFigures> accounts,
        List<PersonDecision> decisions) {

    public static RunFacts of(RunReport report) {
        List<ExecutedOrder> orders =
                ExecutedOrders.of(report.orders(), report.sent(), report.fills(), report.session());
        return new RunFacts(
                report,
                orders,
                OrderFigures.of(orders),
                CurrencyTotal.of(orders),
                accounts(report, orders),
                PersonDecision.among(report.audit()));
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

    private static List<AccountFigures> accounts(RunReport report, List<ExecutedOrder> orders) {
        List<AccountPlan> plans = report.plans();
        List<AccountDay> days = AccountDay.of(
                plans.stream().map(AccountPlan::account).toList(),
                orders,
                report.fills(),
                report.lotsAfter(),
                report.prices());
        double cashBuffer = report.firm().settings().rebalance().cashBuffer();
        List<AccountFigures> accounts = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            AccountPlan plan = plans.get(i);
            AccountDay day = days.get(i);
            accounts.add(new AccountFigures(
                    plan,
                    day,
                    Allocation.of(
                            plan.weightsBefore(),
                            plan.target().ofValue(cashBuffer),
                            day.after().weights())));
        }
        return List.copyOf(accounts);
    }
}
