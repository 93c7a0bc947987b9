package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.text.Redaction;
import dev.vesper.basics.Money;
import dev.vesper.books.LotGain;
import dev.vesper.books.wash.DisallowedLoss;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.cost.AccountCost;
import dev.vesper.execution.cost.AccountDay;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderFigures;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Allocation;
import dev.vesper.portfolio.CurrencyHoldings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run, and what several sections need to know of it, worked out once by the floors below. What only one section shows it
 * asks of them itself.
 *
 * @param totals by currency
 * @param gains what the day realised of the lots of the morning
 * @param costs by account; none of a day on which nothing was worked
 */
public record RunFacts(
        RunReport report,
        List<ExecutedOrder> orders,
        OrderFigures ordered,
        SortedMap<String, CurrencyTotal> totals,
        Map<String, AccountCost> costs,
        List<AccountFigures> accounts,
        List<LotGain> gains,
        List<PersonDecision> decisions) {

    public static RunFacts of(RunReport report) {
        List<ExecutedOrder> orders =
                ExecutedOrders.of(report.orders(), report.sent(), report.fills(), report.session());
        return new RunFacts(
                report,
                orders,
                OrderFigures.of(orders),
                CurrencyTotal.of(orders),
                worked(report)
                        ? AccountCost.of(orders).stream().collect(Collectors.toMap(AccountCost::account, cost -> cost))
                        : Map.of(),
                accounts(report, orders),
                LotGain.of(
                        report.realised(),
                        report.firm().lots(),
                        report.fills(),
                        disallowed(report),
                        report.run().date()),
                PersonDecision.among(report.audit()));
    }

    /** What does not count of the losses that this run realised, by lot. */
    private static Map<String, BigDecimal> disallowed(RunReport report) {
        Set<String> orders = report.orders().stream().map(ParentOrder::id).collect(Collectors.toSet());
        return report.washSales().stream()
                .filter(wash -> orders.contains(wash.sale()))
                .collect(Collectors.toMap(wash -> wash.sold().toString(), DisallowedLoss::disallowed, BigDecimal::add));
    }

    /** Whether orders went out: a day that was refused before has no costs, only what was proposed. */
    public boolean worked() {
        return worked(report);
    }

    private static boolean worked(RunReport report) {
        return report.run().status() != RunStatus.REFUSED || !report.fills().isEmpty();
    }

    /** What is held in each currency, in the evening or in the morning. */
    public List<CurrencyHoldings> held(boolean evening) {
        SortedMap<String, Money> cash = new TreeMap<>();
        accounts.forEach(account -> cash.put(
                account.id(),
                evening ? account.day().cash() : account.plan().account().cash()));
        return CurrencyHoldings.of(
                cash, evening ? report.lotsAfter() : report.firm().lots());
    }

    /** Gains less losses that the day realised in one account. */
    public BigDecimal realised(String account) {
        return gains.stream()
                .filter(gain -> gain.lot().account().equals(account))
                .map(LotGain::gain)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Gains less losses of the day's closed lots, by currency. */
    public SortedMap<String, BigDecimal> realised() {
        Map<String, String> currencies =
                accounts.stream().collect(Collectors.toMap(AccountFigures::id, AccountFigures::currency));
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        for (LotGain gain : gains) {
            String currency = currencies.get(gain.lot().account());
            if (currency != null) {
                sums.merge(currency, gain.gain(), BigDecimal::add);
            }
        }
        return sums;
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
