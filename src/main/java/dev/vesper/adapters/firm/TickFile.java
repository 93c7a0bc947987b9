package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.PlainTable;
import dev.vesper.basics.Problem;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.TickColumns;
import dev.vesper.market.ticks.Trades;
import java.nio.file.Path;

/**
 * Reads a recorded day of one instrument as it comes from its recorder, CSV or gzipped CSV: trades
 * {@code ms,price_e4,size,exchange,sale_condition_hex,suspicious} and quotes
 * {@code ms,bid_e4,bid_size,ask_e4,ask_size,exchange,quote_condition_hex,suspicious}. Times are milliseconds since midnight at
 * the venue, in any order; prices are times 10,000; columns are found by their names, further ones passed over.
 */
public final class TickFile {
    private static final long LAST_MILLIS = 86_399_999;
    private static final long MOST_PRICE_E4 = 10_000_000_000L;
    private static final long MOST_SIZE = 1_000_000_000_000L;

    private TickFile() {}

    /**
     * Reads trades.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static Trades trades(Path file) {
        try (PlainTable table = PlainTable.open(file)) {
            Header header = table.columns();
            int ms = header.require("ms");
            int price = header.require("price_e4");
            int size = header.require("size");
            int exchange = header.require("exchange");
            int condition = header.require("sale_condition_hex");
            int suspicious = header.require("suspicious");
            TickColumns rows = new TickColumns(Trades.COLUMNS);
            while (table.next()) {
                rows.row(table.whole(ms, LAST_MILLIS));
                rows.put(1, positive(table, price, MOST_PRICE_E4));
                rows.put(2, positive(table, size, MOST_SIZE));
                rows.put(3, table.letter(exchange));
                rows.put(4, table.hexadecimal(condition));
                rows.put(5, table.whole(suspicious, 1));
            }
            return Trades.of(rows);
        }
    }

    /**
     * Reads quotes.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static Quotes quotes(Path file) {
        try (PlainTable table = PlainTable.open(file)) {
            Header header = table.columns();
            int ms = header.require("ms");
            int bid = header.require("bid_e4");
            int bidSize = header.require("bid_size");
            int ask = header.require("ask_e4");
            int askSize = header.require("ask_size");
            int exchange = header.require("exchange");
            int condition = header.require("quote_condition_hex");
            int suspicious = header.require("suspicious");
            TickColumns rows = new TickColumns(Quotes.COLUMNS);
            while (table.next()) {
                rows.row(table.whole(ms, LAST_MILLIS));
                rows.put(1, table.whole(bid, MOST_PRICE_E4));
                rows.put(2, table.whole(bidSize, MOST_SIZE));
                rows.put(3, table.whole(ask, MOST_PRICE_E4));
                rows.put(4, table.whole(askSize, MOST_SIZE));
                rows.put(5, table.letter(exchange));
                rows.put(6, table.hexadecimal(condition));
                rows.put(7, table.whole(suspicious, 1));
            }
            return Quotes.of(rows);
        }
    }

    private static long positive(PlainTable table, int column, long most) {
        long value = table.whole(column, most);
        if (value == 0) {
            throw table.problem(column, "Expected a whole number from 1 to " + most);
        }
        return value;
    }
}
