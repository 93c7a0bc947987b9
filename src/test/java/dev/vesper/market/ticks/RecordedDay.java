package dev.vesper.market.ticks;

/** A small day, row by row. */
final class RecordedDay {
    private final TickColumns trades = new TickColumns(Trades.COLUMNS);
    private final TickColumns quotes = new TickColumns(Quotes.COLUMNS);

    RecordedDay trade(long millis, long priceE4, long size) {
        return trade(millis, priceE4, size, 1);
    }

    RecordedDay trade(long millis, long priceE4, long size, long conditions) {
        trades.row(millis);
        trades.put(1, priceE4);
        trades.put(2, size);
        trades.put(3, 'N');
        trades.put(4, conditions);
        return this;
    }

    /** A price of 0 leaves the side as it is. */
    RecordedDay quote(long millis, long bidE4, long askE4) {
        return quote(millis, bidE4, askE4, 'N', 1);
    }

    RecordedDay quote(long millis, long bidE4, long askE4, char exchange, long conditions) {
        quotes.row(millis);
        quotes.put(1, bidE4);
        quotes.put(3, askE4);
        quotes.put(5, exchange);
        quotes.put(6, conditions);
        return this;
    }

    Trades trades() {
        return Trades.of(trades);
    }

    Quotes quotes() {
        return Quotes.of(quotes);
    }

    BestQuotes best() {
        return BestQuotes.of(quotes());
    }
}
