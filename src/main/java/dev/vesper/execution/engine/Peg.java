package dev.vesper.execution.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the children of a parent follow, within its limit. While the quote is crossed or locked, lacks a side that counts, or is
 * too old, none is sent and none is moved.
 *
 * @param offset ticks from there, towards the other side where positive; at most 10,000 either way
 * @param tick in 1/10,000; prices are whole ticks, rounded away from the other side
 * @param intervalNanos at least between two moves of a parent's children, 1 to an hour's
 * @param staleNanos how long a quote counts, 0 for ever
 */
public record Peg(To to, long offset, long tick, long intervalNanos, long staleNanos) {
    /** To nothing: the far touch when a child is sent, and there it stays. */
    public static final Peg NONE = new Peg(To.NOTHING, 0, 1, 1, 0);

    /** What is followed. */
    public enum To {
        NOTHING(0),
        /** The touch of the own side (the bid for a buy); never as far as the other side. */
        PRIMARY(1),
        /** The touch of the other side. */
        MARKET(2),
        /** Between both; never as far as the other side. */
        MIDPOINT(3);

        private static final To[] ALL = values();

        private final int code;

        To(int code) {
            this.code = code;
        }

        /** How it is written in a record. */
        int code() {
            return code;
        }

        static @Nullable To of(int code) {
            return code < ALL.length ? ALL[code] : null;
        }
    }

    /** Whether each number is in its range. */
    boolean stand() {
        return Math.abs(Math.max(offset, -EngineFormat.MOST_TICKS - 1)) <= EngineFormat.MOST_TICKS
                && tick >= 1
                && tick <= EngineFormat.MOST_TICK
                && intervalNanos >= 1
                && intervalNanos <= EngineFormat.MOST_WAIT
                && staleNanos >= 0
                && staleNanos <= EngineFormat.MOST_TIME;
    }

    /** Where a child belongs, -1 where there is nothing to go by; 0 is none of bid, ask and limit. */
    long price(boolean buys, long bid, long ask, long limit) {
        long near = buys ? bid : ask;
        long far = buys ? ask : bid;
        boolean both = bid > 0 && ask > 0;
        if (both && bid >= ask) {
            return -1;
        }
        long from = switch (to) {
            case NOTHING -> 0;
            case PRIMARY -> near;
            case MARKET -> far;
            case MIDPOINT -> both ? Math.floorDiv(bid + ask + (buys ? 0 : 1), 2L) : 0;
        };
        if (from == 0) {
            return -1;
        }
        long sign = buys ? 1 : -1;
        // as a buyer counts: lower is further from the other side
        long price = sign * from + offset * tick;
        if (to != To.MARKET && far > 0) {
            price = Math.min(price, sign * far - tick);
        }
        if (limit > 0) {
            price = Math.min(price, sign * limit);
        }
        price = sign * Math.floorDiv(price, tick) * tick;
        return price >= 1 && price < EngineFormat.MOST_PRICE ? price : -1;
    }
}
