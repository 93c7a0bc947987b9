package dev.vesper.desk.execution;

import dev.vesper.execution.WorkingSession;

/** How market time goes by. */
public interface MarketPace {
    /** As fast as the venues answer: every moment has come. */
    MarketPace FAST = (_, _) -> 0;

    /**
     * How long it is until a moment of a session.
     *
     * @param marketMillis milliseconds since midnight at the exchange
     * @return milliseconds; zero or less where it has come
     */
    long leftMillis(WorkingSession session, long marketMillis);
}
