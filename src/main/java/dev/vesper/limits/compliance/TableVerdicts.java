package dev.vesper.limits.compliance;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Numbers;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FactValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What compliance tables say of the orders of a book: of an order that a row denies or warns of, its reason with the row, and
 * the numbers that the table asked for.
 */
public final class TableVerdicts {
    /** The number of a verdict that names the row, counted from 1. */
    public static final String ROW = "row";

    private TableVerdicts() {}

    /** As a {@link dev.vesper.limits.judging.ComplianceCheck} says it. */
    public static List<Verdict> of(List<? extends ComplianceTable> tables, AccountBook book) {
        OrderVerdicts said = new OrderVerdicts();
        if (!tables.isEmpty()) {
            List<ComplianceTable> holding = new ArrayList<>();
            tables.forEach(table -> holding.add(table.on(book.date())));
            for (OrderFacts.Known known : OrderFacts.of(book)) {
                holding.forEach(table -> judge(table, book, known, said));
            }
        }
        return said.of(book, tables.stream().map(ComplianceTable::rule).toList());
    }

    private static void judge(ComplianceTable table, AccountBook book, OrderFacts.Known known, OrderVerdicts said) {
        ComplianceTable.Answer answer = table.decide(known.facts());
        Order order = known.order();
        switch (answer.action()) {
            case ALLOW -> {
                // it keeps the rule
            }
            case WARN ->
                said.warn(
                        table.rule(),
                        order,
                        sentence(order, " is to be looked at", answer) + lists(answer, book, order),
                        "",
                        numbers(table, known.facts(), answer));
            case DENY ->
                said.deny(
                        table.rule(),
                        order,
                        sentence(order, " is not allowed", answer) + lists(answer, book, order),
                        "",
                        numbers(table, known.facts(), answer));
        }
    }

    /** {@code Buying 100 IBM is not allowed (row 2): its country is under sanctions.} */
    private static String sentence(Order order, String what, ComplianceTable.Answer answer) {
        String reason = answer.reason().strip();
        return (order.buy() ? "Buying " : "Selling ") + Numbers.quantity(order.quantity()) + " " + order.symbol() + what
                + " (row " + answer.row() + "): " + reason + (reason.endsWith(".") ? "" : ".")
                + answer.told();
    }

    /** {@code  List esg-exclusions: no oil (board).}, for each list that the row asks for and the order's symbol is on. */
    private static String lists(ComplianceTable.Answer answer, AccountBook book, Order order) {
        String symbol = order.symbol();
        StringBuilder said = new StringBuilder();
        for (Fact<?> fact : answer.tested()) {
            if (fact.type() instanceof FactType.OnList(String key)) {
                book.lists().of(symbol, book.instruments().get(symbol)).forEach((name, entry) -> {
                    if (Fields.key(name).equals(key)) {
                        said.append(" List ")
                                .append(name)
                                .append(": ")
                                .append(entry.because())
                                .append('.');
                    }
                });
            }
        }
        return said.toString();
    }

    private static Map<String, BigDecimal> numbers(
            ComplianceTable table, FactValues facts, ComplianceTable.Answer answer) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (Fact<?> fact : table.asked()) {
            if (facts.cell(fact) instanceof BigDecimal number) {
                numbers.put(fact.name().toLowerCase(Locale.ROOT), number);
            }
        }
        numbers.put(ROW, BigDecimal.valueOf(answer.row()));
        return numbers;
    }
}
