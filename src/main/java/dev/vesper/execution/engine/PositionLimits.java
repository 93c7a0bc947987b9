package dev.vesper.execution.engine;

/**
 * What an account may hold of an instrument.
 *
 * @param least units, negative where it may be short
 * @param most units
 */
public record PositionLimits(long least, long most) {
    /** Anything, long or short. */
    public static final PositionLimits NONE = new PositionLimits(-EngineFormat.MOST_AMOUNT, EngineFormat.MOST_AMOUNT);

    /** Whatever is paid for, and never short. */
    public static final PositionLimits LONG_ONLY = new PositionLimits(0, EngineFormat.MOST_AMOUNT);

    boolean stand() {
        return least >= -EngineFormat.MOST_AMOUNT && least <= most && most <= EngineFormat.MOST_AMOUNT;
    }
}
