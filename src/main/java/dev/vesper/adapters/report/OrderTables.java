package dev.vesper.adapters.report;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page's tables of orders, costs, limits and venues. */
final class OrderTables {
    private final RunFacts facts;
    private final int rows;

    OrderTables(RunFacts facts, int rows) {
        this.facts = facts;
        this.rows = rows;
    }

    Table orders() {
        Table.Builder table = new Table.Builder(
                rows,
                "orders.csv",
                "_Order",
                "_Account",
                "_Symbol",
                "Name",
                "Side",
                "#Quantity",
                "#Filled",
                "#Decision price",
                "#Average price",
                "#Filled notional",
                "_",
                "!Status");
        for (OrderFact fact : facts.orders()) {
            ParentOrder order = fact.order();
            table.row(
                    tone(fact.status()),
                    order.id(),
                    order.account(),
                    order.symbol(),
                    Svg.fitted(facts.name(order.symbol()), 32),
                    order.side().name().toLowerCase(java.util.Locale.ROOT),
                    Figures.quantity(order.quantity()),
                    Figures.quantity(fact.filled()),
                    Figures.price(order.decisionPrice()),
                    fact.averagePrice().map(p -> Figures.decimals(p, 4)).orElse(Figures.NONE),
                    Figures.amount(fact.filledNotional()),
                    order.currency(),
                    fact.status().words() + (fact.reason().isEmpty() ? "" : " · " + Svg.fitted(fact.reason(), 60)));
        }
        return table.build();
    }

    private static String tone(OrderFact.Status status) {
        return switch (status) {
            case FILLED -> "good";
            case PARTIAL, WORKING -> "warn";
            case UNFILLED, NOT_SENT -> "bad";
        };
    }

    /** The dearest orders first, in the size of their cost, then one sum for each currency. */
    Table costs() {
        Table.Builder table = new Table.Builder(
                rows,
                "costs.csv",
                "_Order",
                "_Account",
                "_Symbol",
                "Side",
                "#Paper notional",
                "_",
                "#Delay",
                "#Execution",
                "#Opportunity",
                "#Fees",
                "#Total",
                "#bps");
        List<OrderFact> dearest = new ArrayList<>(facts.orders());
        dearest.sort(
                (a, b) -> b.costs().total().abs().compareTo(a.costs().total().abs()));
        for (OrderFact fact : dearest) {
            ParentOrder order = fact.order();
            table.row(
                    "",
                    cells(
                            List.of(
                                    order.id(),
                                    order.account(),
                                    order.symbol(),
                                    order.side().name().toLowerCase(java.util.Locale.ROOT)),
                            fact.costs(),
                            order.currency()));
        }
        for (CurrencyTotal total : facts.totals().values()) {
            table.total(cells(List.of("all orders", "", "", ""), total.costs(), total.currency()));
            ImplementationShortfall costs = total.costs();
            table.total(
                    "in basis points",
                    "",
                    "",
                    "",
                    "",
                    "bps",
                    Figures.bps(costs.bps(costs.delay())),
                    Figures.bps(costs.bps(costs.execution())),
                    Figures.bps(costs.bps(costs.opportunity())),
                    Figures.bps(costs.bps(costs.fees())),
                    Figures.bps(total.costBps()),
                    "");
        }
        return table.build();
    }

    private static String[] cells(List<String> names, ImplementationShortfall costs, String currency) {
        List<String> cells = new ArrayList<>(names);
        cells.addAll(List.of(
                Figures.amount(costs.paper()),
                currency,
                Figures.signed(costs.delay(), 2),
                Figures.signed(costs.execution(), 2),
                Figures.signed(costs.opportunity(), 2),
                Figures.signed(costs.fees(), 2),
                Figures.signed(costs.total(), 2),
                Figures.bps(costs.bps(costs.total()))));
        return cells.toArray(String[]::new);
    }

    Table limits() {
        Table.Builder table = new Table.Builder(
                rows, "limits.csv", "!Outcome", "_Rule", "_Account", "_Subject", "Reason", "What would pass");
        for (Verdict verdict : facts.notPassed()) {
            table.row(
                    verdict.outcome() == Outcome.WARN ? "warn" : "bad",
                    switch (verdict.outcome()) {
                        case WARN -> "warned";
                        case CUT -> "cut";
                        case DENY -> "denied";
                        case PASS -> "passed";
                    },
                    verdict.rule(),
                    verdict.account(),
                    verdict.subject(),
                    facts.safe(verdict.reason()),
                    verdict.wouldPass().isEmpty() ? "nothing" : verdict.wouldPass());
        }
        return table.build();
    }

    Table venues() {
        Table.Builder table =
                new Table.Builder(rows, "fills.csv", "Venue", "#Fills", "#Notional", "#Share", "#Fees", "#Fee bps");
        Map<String, String> currencies = new HashMap<>();
        facts.orders().forEach(o -> currencies.put(o.order().id(), o.order().currency()));
        boolean several = facts.totals().size() > 1;
        for (CurrencyTotal total : facts.totals().values()) {
            Map<String, List<Fill>> byVenue = new TreeMap<>();
            facts.report().fills().stream()
                    .filter(f -> total.currency().equals(currencies.get(f.parentId())))
                    .forEach(f -> byVenue.computeIfAbsent(f.venue(), v -> new ArrayList<>())
                            .add(f));
            byVenue.forEach((venue, fills) -> {
                double notional = notional(fills).doubleValue();
                BigDecimal fees = fills.stream().map(Fill::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
                table.row(
                        "",
                        several ? venue + ", " + total.currency() : venue,
                        Figures.count(fills.size()),
                        Figures.amount(notional(fills)),
                        Figures.percent(notional / total.filled().doubleValue(), 1),
                        Figures.amount(fees),
                        Figures.decimals(BigDecimal.valueOf(fees.doubleValue() / notional * 10_000), 2));
            });
        }
        return table.build();
    }

    private static BigDecimal notional(List<Fill> fills) {
        return fills.stream().map(f -> f.price().multiply(f.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
