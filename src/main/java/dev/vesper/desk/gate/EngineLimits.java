package dev.vesper.desk.gate;

import dev.vesper.execution.engine.AccountLimits;
import dev.vesper.execution.engine.InstrumentLimits;
import dev.vesper.execution.engine.LimitsTable;
import dev.vesper.execution.engine.PairLimits;
import dev.vesper.execution.engine.PositionLimits;
import dev.vesper.limits.gate.GateTable;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.OrderNotional;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.measure.ShareOfDailyVolume;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the gate's table of a firm from the flat table of its limits. All limits become units at the last close, by which the
 * rules judge too: a quarter of an account of 100,000 in one at 40 are 625 units.
 *
 * <p>The rules judge orders, the gate children: no child is larger than its order, so the gate lets pass what the rules let
 * pass, and stops what grew or was made beside them.
 */
public final class EngineLimits {
    private static final Map<String, PairCompiler.Turned> TURNED = Map.of(
            new PositionWeight().label(), PairCompiler.Turned.HELD,
            new OrderNotional().label(), PairCompiler.Turned.ORDER_OF_AMOUNT,
            new ShareOfDailyVolume().label(), PairCompiler.Turned.ORDER_OF_VOLUME);

    /** Of what no order is in. */
    private static final PositionLimits NOTHING = new PositionLimits(0, 0);

    private EngineLimits() {}

    /**
     * What came of it.
     *
     * @param table accounts and instruments by their numbers in the flat table, its generation as the version
     * @param leftOut tables that the gate does not ask, with why
     */
    public record Compiled(LimitsTable table, SortedMap<String, String> leftOut) {
        public Compiled {
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }
    }

    /**
     * Compiles the flat table of a firm for some orders: nothing else is let pass.
     *
     * @param firm the accounts of these orders at least, with what they hold and what closed at which price
     * @param orders whose accounts and instruments get a row
     */
    public static Compiled compile(
            GateTable gate, Collection<ValuedBook> firm, Collection<ParentOrder> orders, HouseLimits house) {
        Map<String, ValuedBook> books =
                firm.stream().collect(Collectors.toMap(ValuedBook::account, Function.identity()));
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<PairCompiler.UnitTable> tables = unitTables(gate, leftOut);
        SortedMap<Integer, InstrumentLimits> instruments = new TreeMap<>();
        SortedMap<Integer, AccountLimits> accounts = new TreeMap<>();
        SortedMap<LimitsTable.Pair, PairLimits> pairs = new TreeMap<>();
        for (ParentOrder order : orders) {
            ValuedBook book = books.get(order.account());
            int account = gate.account(order.account());
            int instrument = gate.instrument(order.symbol());
            if (book == null || account == GateTable.UNKNOWN || instrument == GateTable.UNKNOWN) {
                throw new IllegalArgumentException("Expected the account and the symbol of " + order.id()
                        + " among those of the flat table, but " + order.account() + " or " + order.symbol()
                        + " is not");
            }
            instruments.computeIfAbsent(
                    instrument,
                    _ -> new InstrumentLimits(!restricted(firm, order.symbol()), true, 0, 0, house.bandBps()));
            accounts.computeIfAbsent(account, _ -> new AccountLimits(house.cashCounts(), 0, NOTHING));
            pairs.computeIfAbsent(
                    new LimitsTable.Pair(account, instrument),
                    _ -> new PairCompiler(gate, tables, book, account).of(instrument));
        }
        return new Compiled(new LimitsTable(gate.generation(), house.rate(), instruments, accounts, pairs), leftOut);
    }

    private static List<PairCompiler.UnitTable> unitTables(GateTable gate, SortedMap<String, String> leftOut) {
        List<PairCompiler.UnitTable> tables = new ArrayList<>();
        for (int t = 0; t < gate.tables(); t++) {
            PairCompiler.Turned turned = TURNED.get(gate.measure(t));
            if (turned == null) {
                leftOut.put(
                        gate.rule(t).name(),
                        "it limits several positions or orders together, which is judged before orders are made");
                continue;
            }
            int number = t;
            tables.add(new PairCompiler.UnitTable(
                    t,
                    turned,
                    IntStream.range(0, gate.rows(t))
                            .mapToObj(row -> gate.shown(number, row))
                            .toList()));
        }
        return tables;
    }

    /** Lists are the firm's, so that what one account may not buy no other may. */
    private static boolean restricted(Collection<ValuedBook> firm, String symbol) {
        return firm.stream().anyMatch(book -> book.book().listsOf(symbol).contains(NamedList.RESTRICTED));
    }
}
