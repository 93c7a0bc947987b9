package dev.vesper.adapters.report;

import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the report says, worked out once from the run: page, files and terminal summary show the same facts.
 *
 * @param totals by currency
 */
record RunFacts(
        RunReport report,
        List<OrderFact> orders,
        List<AccountFact> accounts,
        SortedMap<String, CurrencyTotal> totals,
        List<PersonDecision> decisions) {

    static RunFacts of(RunReport report) {
        List<OrderFact> orders = orderFacts(report);
        SortedMap<String, CurrencyTotal> totals = new TreeMap<>();
        for (OrderFact fact : orders) {
            String currency = fact.order().currency();
            totals.put(
                    currency,
                    totals.getOrDefault(currency, CurrencyTotal.none(currency)).plus(fact));
        }
        List<AccountFact> accounts = report.rebalance().plans().stream()
                .map(plan -> accountFact(report, plan, orders))
                .toList();
        return new RunFacts(report, orders, accounts, totals, PersonDecision.among(report.audit()));
    }

    /** How many checks ended in an outcome. */
    long checks(Outcome outcome) {
        return report.rebalance().verdicts().stream()
                .filter(v -> v.outcome() == outcome)
                .count();
    }

    int checked() {
        return report.rebalance().verdicts().size();
    }

    long breached() {
        return checks(Outcome.CUT) + checks(Outcome.DENY);
    }

    /** Verdicts that did not pass, the severest first, otherwise in their own order. */
    List<Verdict> notPassed() {
        return report.rebalance().verdicts().stream()
                .filter(v -> v.outcome() != Outcome.PASS)
                .sorted((a, b) -> b.outcome().compareTo(a.outcome()))
                .toList();
    }

    long ordersWith(OrderFact.Status status) {
        return orders.stream().filter(o -> o.status() == status).count();
    }

    /** Seconds of a stage, empty while it runs. */
    static Optional<Double> seconds(StageRecord stage) {
        Instant end = stage.finishedAt();
        return end == null ? Optional.empty() : Optional.of(Figures.seconds(stage.startedAt(), end));
    }

    /** A sentence without the machine's folders. */
    String safe(String text) {
        return Redaction.of(text, Path.of(report.run().firm()));
    }

    String firmFolder() {
        return Redaction.name(Path.of(report.run().firm()));
    }

    /** The instrument's name, or its symbol where it has none. */
    String name(String symbol) {
        var instrument = report.firm().instruments().get(symbol);
        return instrument == null || instrument.name().isBlank() ? symbol : instrument.name();
    }

    /** Utilisation of a limit: used over limit, 1 is full; empty where the verdict carries no such numbers. */
    static Optional<Double> utilisation(Verdict verdict) {
        BigDecimal limit = verdict.numbers().get("limit");
        BigDecimal used = verdict.numbers().get("used");
        return limit == null || used == null || limit.signum() <= 0
                ? Optional.empty()
                : Optional.of(used.abs().doubleValue() / limit.doubleValue());
    }

    /** The lots at the end of the day; without a fill they are those of the morning. */
    static List<TaxLot> lots(RunReport report) {
        return report.fills().isEmpty() && report.lotsAfter().isEmpty()
                ? report.firm().lots()
                : report.lotsAfter();
    }

    private static List<OrderFact> orderFacts(RunReport report) {
        Map<String, List<Fill>> fills = report.fills().stream().collect(Collectors.groupingBy(Fill::parentId));
        Map<String, List<ChildOrder>> children =
                report.children().stream().collect(Collectors.groupingBy(ChildOrder::parentId));
        Map<String, BigDecimal> lastFill = report.fills().stream()
                .collect(
                        Collectors.toMap(Fill::symbol, Function.identity(), (a, b) -> b.millis() >= a.millis() ? b : a))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().price()));
        List<OrderFact> facts = new ArrayList<>();
        for (ParentOrder order : report.orders()) {
            SessionPrices session = report.session().get(order.symbol());
            BigDecimal arrival = session == null ? order.decisionPrice() : session.arrival();
            BigDecimal last =
                    session == null ? lastFill.getOrDefault(order.symbol(), order.decisionPrice()) : session.last();
            List<ChildOrder> sent = children.getOrDefault(order.id(), List.of());
            List<Fill> own = fills.getOrDefault(order.id(), List.of());
            List<ChildOutcome> ends = sent.stream()
                    .map(c -> report.outcomes().get(c.clientOrderId()))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            BigDecimal filled = own.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            facts.add(new OrderFact(
                    order,
                    status(order, filled, sent.size(), ends.size()),
                    own,
                    sent.size(),
                    filled,
                    arrival,
                    last,
                    ImplementationShortfall.of(order, own, arrival, last),
                    ends.stream()
                            .map(ChildOutcome::reason)
                            .filter(r -> !r.isEmpty())
                            .findFirst()
                            .orElse("")));
        }
        return List.copyOf(facts);
    }

    private static OrderFact.Status status(ParentOrder order, BigDecimal filled, int sent, int ended) {
        if (filled.compareTo(order.quantity()) >= 0) {
            return OrderFact.Status.FILLED;
        }
        if (sent == 0) {
            return OrderFact.Status.NOT_SENT;
        }
        if (ended < sent) {
            return OrderFact.Status.WORKING;
        }
        return filled.signum() > 0 ? OrderFact.Status.PARTIAL : OrderFact.Status.UNFILLED;
    }

    private static AccountFact accountFact(RunReport report, AccountPlan plan, List<OrderFact> orders) {
        String id = plan.account().id();
        BigDecimal cash = plan.account().cash().amount();
        BigDecimal traded = BigDecimal.ZERO;
        for (Fill fill : report.fills()) {
            if (fill.account().equals(id)) {
                BigDecimal notional = fill.price().multiply(fill.quantity());
                traded = traded.add(notional);
                cash = cash.subtract(
                                notional.multiply(BigDecimal.valueOf(fill.side().sign())))
                        .subtract(fill.fee());
            }
        }
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        for (TaxLot lot : lots(report)) {
            if (lot.account().equals(id)) {
                report.prices()
                        .lastClose(lot.symbol())
                        .ifPresent(
                                c -> values.merge(lot.symbol(), c.price().multiply(lot.quantity()), BigDecimal::add));
            }
        }
        BigDecimal value = values.values().stream().reduce(cash, BigDecimal::add);
        SortedMap<String, Double> after = new TreeMap<>();
        values.forEach(
                (symbol, v) -> after.put(symbol, value.signum() == 0 ? 0 : v.doubleValue() / value.doubleValue()));
        double invested = 1 - report.firm().settings().rebalance().cashBuffer();
        SortedMap<String, Double> target = new TreeMap<>();
        plan.target().weights().forEach((symbol, weight) -> target.put(symbol, weight * invested));
        return new AccountFact(
                plan,
                cash,
                value,
                plan.weightsBefore(),
                target,
                after,
                traded,
                Math.toIntExact(orders.stream()
                        .filter(o -> o.order().account().equals(id))
                        .count()));
    }
}
