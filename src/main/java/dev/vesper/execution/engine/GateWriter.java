package dev.vesper.execution.engine;

/** Lays out, among the events of a writer, what the gate is told: what is held, what is stopped, and tables of limits. */
public final class GateWriter {
    /** What a stop is of. */
    public enum Of {
        INSTRUMENT,
        ACCOUNT;

        private static final Of[] ALL = values();

        byte code() {
            return (byte) (this == INSTRUMENT ? 0 : 1);
        }

        static Of of(int code) {
            return ALL[code];
        }
    }

    private final EventWriter writer;

    public GateWriter(EventWriter writer) {
        this.writer = writer;
    }

    public void stop(long time, Of what, int number) {
        stopped(EventKind.STOP, time, what, number);
    }

    public void release(long time, Of what, int number) {
        stopped(EventKind.RELEASE, time, what, number);
    }

    /**
     * What an account holds; fills change it from then on.
     *
     * @param units negative where it is short
     */
    public void position(long time, int account, int instrument, long units) {
        long at = writer.begin(EventKind.POSITION, time, instrument, 0);
        writer.put(at, EngineFormat.UNITS_HELD, units);
        writer.put(at, EngineFormat.OF_ACCOUNT, account);
    }

    /**
     * What cash an account has; fills change it from then on.
     *
     * @param amount in 1/10,000 of the currency
     */
    public void cash(long time, int account, long amount) {
        long at = writer.begin(EventKind.CASH, time, account, 0);
        writer.put(at, EngineFormat.UNITS_HELD, amount);
    }

    /** Begins a table; its rows follow in any order, then {@link #limits}. */
    public void begin(long time, long version, RateLimit rate) {
        long at = writer.begin(EventKind.LIMITS_BEGIN, time, 0, version);
        writer.put(at, EngineFormat.RATE, rate.children());
        writer.put(at, EngineFormat.RATE_NANOS, rate.nanos());
    }

    public void instrument(long time, long version, int instrument, InstrumentLimits limits) {
        long at = writer.begin(EventKind.INSTRUMENT_LIMITS, time, instrument, version);
        writer.put(at, EngineFormat.REASON, (byte) ((limits.mayBuy() ? 0 : 1) + (limits.maySell() ? 0 : 2)));
        writer.put(at, EngineFormat.MOST_CHILD_UNITS, limits.mostUnits());
        writer.put(at, EngineFormat.MOST_CHILD_AMOUNT, limits.mostAmount());
        writer.put(at, EngineFormat.BAND, (long) limits.bandBps());
    }

    public void account(long time, long version, int account, AccountLimits limits) {
        long at = writer.begin(EventKind.ACCOUNT_LIMITS, time, account, version);
        writer.put(at, EngineFormat.REASON, (byte) (limits.cashCounts() ? 1 : 0));
        writer.put(at, EngineFormat.LEAST_CASH, limits.leastCash());
        held(at, limits.held());
    }

    public void position(long time, long version, int account, int instrument, PairLimits limits) {
        long at = writer.begin(EventKind.POSITION_LIMITS, time, instrument, version);
        writer.put(at, EngineFormat.OF_ACCOUNT, account);
        writer.put(at, EngineFormat.MOST_BOUGHT, limits.mostBought());
        writer.put(at, EngineFormat.MOST_SOLD, limits.mostSold());
        held(at, limits.held());
    }

    /**
     * The table counts from this event on, in place of the one before; where a row was refused, that one goes on.
     *
     * @param rows that were written since its beginning
     */
    public void limits(long time, long version, long rows) {
        long at = writer.begin(EventKind.LIMITS, time, 0, version);
        writer.put(at, EngineFormat.ROWS, rows);
    }

    private void held(long at, PositionLimits limits) {
        writer.put(at, EngineFormat.LEAST_HELD, limits.least());
        writer.put(at, EngineFormat.MOST_HELD, limits.most());
    }

    private void stopped(EventKind kind, long time, Of what, int number) {
        long at = writer.begin(kind, time, number, 0);
        writer.put(at, EngineFormat.SIDE, what.code());
    }
}
