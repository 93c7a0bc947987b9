package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Claim;
import dev.vesper.limits.Orders;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.gate.FlatRow;
import dev.vesper.limits.gate.GateCompiler;
import dev.vesper.limits.gate.GateTable;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules that Vesper comes with, as a flat table. */
class GateOfTheRulesTest {
    @Test
    void theFlatTableSaysWhatTheDroolsTablesSay() {
        List<LimitTable> tables = new DroolsRuleBook(Path.of("rules"), RuleTrust.delivered()).tables();
        AccountBook book = Books.cash(100_000)
                .instrument("IBM", "Equity", "Technology")
                .instrument("XOM", "Equity", "Energy")
                .instrument("SPY", "ETF", "")
                .holds("IBM", 100)
                .volume("XOM", 50_000)
                .orders(Orders.buy("o-1", "XOM", 200), Orders.sell("o-2", "IBM", 50), Orders.buy("o-3", "SPY", 10))
                .book();
        Set<String> symbols = new TreeSet<>(book.instruments().keySet());
        GateCompiler.Compiled compiled = GateCompiler.compile(1, tables, List.of(ValuedBook.of(book)), symbols);
        assertTrue(compiled.leftOut().isEmpty(), compiled.leftOut().toString());
        GateTable gate = GateTable.read(compiled.table().bytes());
        Set<String> compared = new TreeSet<>();
        for (int t = 0; t < tables.size(); t++) {
            for (Measured measured : tables.get(t).measure().of(ValuedBook.of(book))) {
                RiskLimit limit = tables.get(t).decide(measured.facts());
                for (ParentOrder order : orders(measured)) {
                    int row = gate.row(t, 0, gate.instrument(order.symbol()), order.side());
                    FlatRow said = gate.shown(t, row);
                    assertEquals(limit.row(), said.row(), gate.names().get(t));
                    assertEquals(limit.action(), said.action());
                    assertEquals(
                            limit.limit().map(n -> n.stripTrailingZeros().toPlainString()),
                            said.limit().map(n -> n.toPlainString()));
                    compared.add(gate.names().get(t));
                }
            }
        }
        assertEquals(
                Set.of(
                        "order-notional",
                        "position-weight",
                        "share-of-daily-volume",
                        "daily-turnover",
                        "sector-weight",
                        "gross-exposure"),
                compared);
    }

    private static List<ParentOrder> orders(Measured measured) {
        return switch (measured) {
            case Measured.Used used ->
                used.used().claims().stream().map(Claim::order).toList();
            case Measured.Unknown unknown -> unknown.orders();
        };
    }
}
