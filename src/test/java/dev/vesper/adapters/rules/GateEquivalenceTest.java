package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.gate.EngineLimits;
import dev.vesper.desk.gate.HouseLimits;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Decision;
import dev.vesper.execution.engine.DecisionKind;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.GateWriter;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.LimitsTable;
import dev.vesper.execution.engine.Terms;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.gate.Firms;
import dev.vesper.limits.gate.GateCompiler;
import dev.vesper.limits.gate.GateTable;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The engine's gate denies exactly those orders that the delivered rules deny or cut, of what both know: one order of an
 * account, at the last close.
 */
class GateEquivalenceTest {
    private static final Set<String> SHARED =
            Set.of("position-weight", "order-notional", "share-of-daily-volume", "restricted-list", "no-short");
    private static final int FIRMS = 60;

    private final DroolsRuleBook rules = new DroolsRuleBook(Path.of("rules"), RuleTrust.delivered());
    private final Map<String, Integer> met = new TreeMap<>();

    @Test
    void theGateDeniesWhatTheRulesDoNotLetPass() {
        for (int seed = 0; seed < FIRMS; seed++) {
            Random random = new Random(seed);
            List<ValuedBook> firm = Firms.of(random).stream()
                    .map(book -> ValuedBook.of(book.book().withOrders(List.of())))
                    .toList();
            Set<String> symbols = firm.getFirst().book().instruments().keySet();
            GateTable flat =
                    GateCompiler.compile(1, rules.tables(), firm, symbols).table();
            List<ParentOrder> orders = orders(random, firm, symbols);
            EngineLimits.Compiled compiled = EngineLimits.compile(flat, firm, orders, HouseLimits.NONE);
            assertEquals(
                    Set.of("daily-turnover", "gross-exposure", "sector-weight"),
                    compiled.leftOut().keySet());
            for (ParentOrder order : orders) {
                ValuedBook book = firm.get(flat.account(order.account()));
                assertEquals(order.account(), book.account());
                compare(flat, compiled.table(), book, order);
            }
        }
        assertEquals(SHARED, met.keySet().stream().filter(SHARED::contains).collect(Collectors.toSet()));
        assertTrue(met.getOrDefault("passed", 0) > 100, met::toString);
        assertTrue(SHARED.stream().allMatch(rule -> met.get(rule) > 5), met::toString);
    }

    private void compare(GateTable flat, LimitsTable table, ValuedBook book, ParentOrder order) {
        List<String> against = rules.check(book.book().withOrders(List.of(order)), DecisionSink.NONE).stream()
                .filter(verdict -> verdict.outcome().acts()
                        && verdict.subject().equals(order.id())
                        && SHARED.contains(verdict.rule().name()))
                .map(Verdict::rule)
                .map(rule -> rule.name())
                .toList();
        if (turnsWithoutMore(book, order)) {
            return;
        }
        (against.isEmpty() ? Stream.of("passed") : against.stream()).forEach(rule -> met.merge(rule, 1, Integer::sum));
        Decision decision = decided(flat, table, book, order);
        assertEquals(
                against.isEmpty() ? DecisionKind.CHILD : DecisionKind.DENIED,
                decision.kind(),
                () -> order + " of " + book.holdings() + ": " + against + " but " + decision.line());
    }

    /**
     * From long to short, or back, with no more than before: the rules never touch an order that lowers what is used, also where
     * that is more than the limit; the gate knows positions, not what they were, and goes by the limit.
     */
    private static boolean turnsWithoutMore(ValuedBook book, ParentOrder order) {
        BigDecimal before = book.holdings().units(order.symbol());
        BigDecimal after = before.add(
                order.quantity().multiply(BigDecimal.valueOf(order.side().sign())));
        return before.signum() * after.signum() < 0 && after.abs().compareTo(before.abs()) <= 0;
    }

    /** What an engine does with the order, that is told all that the rules know of the account. */
    private static Decision decided(GateTable flat, LimitsTable table, ValuedBook book, ParentOrder order) {
        EngineCapacity capacity = new EngineCapacity(flat.instruments(), 1, 1, 1, 1_000_000_000, flat.accounts());
        int account = flat.account(order.account());
        MemorySegment events = MemorySegment.ofArray(new byte[(table.events() + 100) * EngineFormat.RECORD]);
        MemorySegment decisions =
                MemorySegment.ofArray(new byte[(capacity.mostDecisionsOfAnEvent() + 100) * EngineFormat.RECORD]);
        try (Engine engine = new JavaEngine(capacity)) {
            EventWriter writer = new EventWriter(events);
            table.tell(writer, 0);
            book.holdings()
                    .units()
                    .forEach((symbol, units) -> new GateWriter(writer)
                            .position(0, account, flat.instrument(symbol), units.longValueExact()));
            int instrument = flat.instrument(order.symbol());
            long price = order.decisionPrice().movePointRight(4).longValueExact();
            writer.quote(0, instrument, price, price);
            long lots = order.quantity().longValueExact();
            writer.parent(0, instrument, account, 0, order.side(), Terms.of(lots), Curve.atOnce(0, 9, lots), 1);
            long handled = engine.handle(events, writer.count(), decisions);
            assertEquals(writer.count(), Engine.taken(handled));
            assertEquals(1, Engine.made(handled));
            return Decision.at(decisions, 0);
        }
    }

    private static List<ParentOrder> orders(Random random, List<ValuedBook> firm, Set<String> symbols) {
        List<ParentOrder> orders = new ArrayList<>();
        for (ValuedBook book : firm) {
            for (String symbol : symbols) {
                if (book.book().prices().containsKey(symbol)) {
                    orders.add(order(random, book, symbol, Side.BUY));
                    orders.add(order(random, book, symbol, Side.SELL));
                }
            }
        }
        return orders;
    }

    private static ParentOrder order(Random random, ValuedBook book, String symbol, Side side) {
        long most = switch (random.nextInt(3)) {
            case 0 -> 20;
            case 1 -> 150;
            default -> 1_000;
        };
        return new ParentOrder(
                "O-1",
                book.account(),
                symbol,
                side,
                BigDecimal.valueOf(1 + random.nextLong(most)),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                book.book().prices().get(symbol),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }
}
