package dev.vesper.desk.gate;

import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.PairLimits;
import dev.vesper.execution.engine.PositionLimits;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.gate.FlatRow;
import dev.vesper.limits.gate.GateTable;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the tables come to in units, for one account in one instrument at its last close. */
final class PairCompiler {
    private static final long MOST = EngineFormat.MOST_AMOUNT;
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(MOST);

    /** What a row of a table is turned into. */
    enum Turned {
        /** The most units that may be held. */
        HELD,
        /** The most units of an order, of an amount. */
        ORDER_OF_AMOUNT,
        /** The most units of an order, of a share of the daily volume. */
        ORDER_OF_VOLUME
    }

    /** A table that has a form in units: its place in the flat table, and its rows. */
    record UnitTable(int number, Turned turned, List<FlatRow> rows) {}

    private final GateTable gate;
    private final List<UnitTable> tables;
    private final ValuedBook book;
    private final int account;

    PairCompiler(GateTable gate, List<UnitTable> tables, ValuedBook book, int account) {
        this.gate = gate;
        this.tables = tables;
        this.book = book;
        this.account = account;
    }

    /** What has no price is not traded: nobody can say how much it would be. */
    PairLimits of(int instrument) {
        String symbol = gate.symbol(instrument);
        BigDecimal price = book.holdings().price(symbol);
        boolean priced = price.signum() > 0;
        long bought = priced ? MOST : 0;
        long sold = priced ? MOST : 0;
        long most = MOST;
        long least = book.book().shortAllowed() ? -MOST : 0;
        for (UnitTable table : priced ? tables : List.<UnitTable>of()) {
            if (table.turned == Turned.HELD) {
                most = Math.min(most, units(table, instrument, Side.BUY, symbol, price));
                least = Math.max(least, -units(table, instrument, Side.SELL, symbol, price));
                bought = Math.min(bought, decided(table, instrument, Side.BUY) ? MOST : 0);
                sold = Math.min(sold, decided(table, instrument, Side.SELL) ? MOST : 0);
            } else {
                bought = Math.min(bought, units(table, instrument, Side.BUY, symbol, price));
                sold = Math.min(sold, units(table, instrument, Side.SELL, symbol, price));
            }
        }
        return new PairLimits(new PositionLimits(least, most), bought, sold);
    }

    private long units(UnitTable table, int instrument, Side side, String symbol, BigDecimal price) {
        if (!decided(table, instrument, side)) {
            return table.turned == Turned.HELD ? MOST : 0;
        }
        int number = gate.row(table.number, account, instrument, side);
        if (number == GateTable.NOTHING || !binds(table.rows.get(number))) {
            return MOST;
        }
        BigDecimal limit = table.rows.get(number).limit().orElseThrow();
        return switch (table.turned) {
            case HELD -> floor(limit.multiply(book.base()), price);
            case ORDER_OF_AMOUNT -> floor(limit, price);
            case ORDER_OF_VOLUME ->
                floor(
                        limit.multiply(book.book().averageDailyVolume().getOrDefault(symbol, BigDecimal.ZERO)),
                        BigDecimal.ONE);
        };
    }

    /** Whether the rules could judge an order at all: a row fits, and what it limits is known or it only warns. */
    private boolean decided(UnitTable table, int instrument, Side side) {
        int number = gate.row(table.number, account, instrument, side);
        if (number == GateTable.NOTHING) {
            return true;
        }
        FlatRow row = table.rows.get(number);
        return switch (row.binds()) {
            case MEASURED -> true;
            case UNMEASURED -> row.action() == LimitAction.WARN;
            case UNDECIDED -> false;
        };
    }

    private static boolean binds(FlatRow row) {
        return row.binds() == FlatRow.Binds.MEASURED
                && row.action() != LimitAction.WARN
                && row.limit().isPresent();
    }

    private static long floor(BigDecimal amount, BigDecimal price) {
        return amount.divide(price, 0, RoundingMode.FLOOR).min(MOST_UNITS).longValueExact();
    }
}
