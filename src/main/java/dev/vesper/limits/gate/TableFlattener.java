package dev.vesper.limits.gate;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Problem;
import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.Side;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one table once for all accounts and instruments that it cannot tell apart.
 *
 * <p>That is exact where a measure's facts are of the account ({@link CommonFacts#OF_ACCOUNT}), or of the instrument and the
 * side: the tests hold every measure to it.
 */
final class TableFlattener {
    /** Cells that a table may have, which are 16 MiB. */
    static final int MOST = 4 << 20;

    private final LimitTable table;
    private final List<ValuedBook> accounts;
    private final List<String> symbols;
    private final Map<FlatRow, Integer> rows = new LinkedHashMap<>();
    private @Nullable Unit unit;

    private TableFlattener(LimitTable table, List<ValuedBook> accounts, List<String> symbols) {
        this.table = table;
        this.accounts = accounts;
        this.symbols = symbols;
    }

    /** Someone's number in a class, and the first of the class. */
    private record Classes(IntBuffer of, List<Integer> first) {}

    /**
     * A table over a firm.
     *
     * @throws Problem of kind INPUT where it has no flat form, saying why
     */
    static FlatTable flat(LimitTable table, List<ValuedBook> accounts, List<String> symbols) {
        if (table.measure().bound() == Bound.MINIMUM) {
            throw Problem.usage("Expected a table that says how much may be, but "
                    + table.rule().name() + " says how much must be, which the flat form does not tell apart");
        }
        if (!table.measure().addsUp()) {
            throw Problem.usage("Expected a table of what each order adds to, but "
                    + table.rule().name() + " limits " + table.measure().sentence());
        }
        FlatTable flat = new TableFlattener(table, accounts, symbols).flat();
        for (FlatRow row : flat.rows()) {
            flat.scaled(row.limit());
            flat.scaled(row.warning());
        }
        return flat;
    }

    private FlatTable flat() {
        Classes ofAccounts = classes(accounts.stream().map(this::seen).toList());
        List<List<Optional<Object>>> vectors = new ArrayList<>();
        for (String symbol : symbols) {
            vectors.add(seen(symbol, Side.BUY));
            vectors.add(seen(symbol, Side.SELL));
        }
        Classes ofInstruments = classes(vectors);
        long size = (long) ofAccounts.first.size() * ofInstruments.first.size();
        if (size > MOST) {
            throw Problem.usage("Expected a table of at most " + MOST + " cells, but "
                    + table.rule().name()
                    + " tells " + ofAccounts.first.size() + " accounts and " + ofInstruments.first.size()
                    + " instruments and sides apart");
        }
        IntBuffer cells = IntBuffer.allocate((int) size);
        for (int account : ofAccounts.first) {
            for (int instrument : ofInstruments.first) {
                cells.put(cell(account, symbols.get(instrument / 2), side(instrument)));
            }
        }
        return new FlatTable(
                table.rule(),
                table.measure().label(),
                unit == null ? Unit.AMOUNT : unit,
                ofAccounts.of,
                ofInstruments.of,
                ofInstruments.first.size(),
                cells.flip(),
                List.copyOf(rows.keySet()));
    }

    private static Side side(int place) {
        return place % 2 == 0 ? Side.BUY : Side.SELL;
    }

    private int cell(int account, String symbol, Side side) {
        Optional<Measured> measured = measured(accounts.get(account), symbol, side);
        if (measured.isEmpty()) {
            return FlatTable.NOTHING;
        }
        if (measured.get() instanceof Measured.Used used) {
            unit = used.used().unit();
        }
        FlatRow row = row(measured.get());
        Integer known = rows.putIfAbsent(row, rows.size());
        return known == null ? rows.size() - 1 : known;
    }

    private FlatRow row(Measured measured) {
        try {
            return FlatRow.of(table.decide(measured.facts()), measured instanceof Measured.Used);
        } catch (Problem noRow) {
            return FlatRow.NO_ROW;
        }
    }

    private Optional<Measured> measured(ValuedBook account, String symbol, Side side) {
        List<Measured> found = Trial.of(table.measure(), account, symbol, side);
        if (found.size() > 1) {
            throw Problem.usage("Expected an order to be measured once by "
                    + table.rule().name() + ", but one in " + symbol + " is measured " + found.size() + " times");
        }
        return found.stream().findFirst();
    }

    /** All that the table knows of an account. */
    private List<Optional<Object>> seen(ValuedBook account) {
        FactValues facts = CommonFacts.ofAccount(account);
        List<Optional<Object>> seen = new ArrayList<>();
        for (Fact<?> fact : table.asked()) {
            if (CommonFacts.OF_ACCOUNT.contains(fact) || fact.type() instanceof FactType.OfFirm) {
                seen.add(Optional.ofNullable(facts.cell(fact)));
            }
        }
        return seen;
    }

    /** All that the table knows of an instrument on one side, by what it is in the first account. */
    private List<Optional<Object>> seen(String symbol, Side side) {
        Optional<Measured> measured = measured(accounts.getFirst(), symbol, side);
        List<Optional<Object>> seen = new ArrayList<>();
        seen.add(measured.map(Measured::getClass));
        measured.ifPresent(found -> {
            FactValues facts = found.facts();
            for (Fact<?> fact : table.asked()) {
                if (fact.type() instanceof FactType.OfFirm) {
                    seen.add(Optional.of(accounts.getFirst().book().fields(symbol).all().stream()
                            .map(Fields.Field::name)
                            .toList()));
                }
                if (!CommonFacts.OF_ACCOUNT.contains(fact)) {
                    seen.add(Optional.ofNullable(facts.cell(fact)));
                }
            }
        });
        return seen;
    }

    private static <V> Classes classes(List<V> vectors) {
        Map<V, Integer> known = new LinkedHashMap<>();
        IntBuffer of = IntBuffer.allocate(vectors.size());
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            Integer number = known.putIfAbsent(vectors.get(i), known.size());
            if (number == null) {
                first.add(i);
                number = known.size() - 1;
            }
            of.put(number);
        }
        return new Classes(of.flip(), first);
    }
}
