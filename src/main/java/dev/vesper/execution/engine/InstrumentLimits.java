package dev.vesper.execution.engine;

/**
 * What bounds each child of an instrument, on either side and for every account.
 *
 * @param mayBuy false where it is restricted
 * @param maySell the same
 * @param mostUnits 0 for any
 * @param mostAmount units times price in 1/10,000 of the currency, 0 for any
 * @param bandBps how far a price may be from the last quote's middle, or the last trade; basis points, 0 for any
 */
public record InstrumentLimits(boolean mayBuy, boolean maySell, long mostUnits, long mostAmount, int bandBps) {
    /** May be traded as one likes. */
    public static final InstrumentLimits NONE = new InstrumentLimits(true, true, 0, 0, 0);

    boolean stand() {
        return within(mostUnits) && within(mostAmount) && bandBps >= 0 && bandBps <= 10_000;
    }

    private static boolean within(long most) {
        return most >= 0 && most <= EngineFormat.MOST_AMOUNT;
    }
}
