package dev.vesper.execution.engine;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * How events and decisions lie in memory: records of 64 bytes, little-endian, one after the other. What a kind does not name is
 * not read in an event and zero in a decision. Times are nanoseconds since midnight at the venue, prices are in 1/10,000 of the
 * currency, quantities of orders in lots and those of the market in units.
 *
 * <pre>
 * every event
 *   0  u16  kind, see {@link EventKind}
 *   2  u8   side of a parent: 0 buy, 1 sell
 *   3  u8   why a child ended: 0 cancelled or expired, 1 rejected
 *   4  u32  instrument, from 0
 *   8  i64  time, never less than that of the event before
 *  16  i64  parent: a number of the caller's below the capacity, free again once its end was decided;
 *           of a fill and a child's end the child
 *
 * quote            24 i64 bid   32 i64 ask   (0 where there is none)
 * trade            24 i64 price 32 i64 units
 * time passes      nothing more
 * parent, amend    24 i64 lots of the whole
 *                  32 i64 limit price, 0 for none
 *                  40 i64 smallest child, 1 or more
 *                  48 i64 largest child, 0 for none
 *                  56 u32 cap: basis points of the market's volume since the start, 0 for none
 *                  60 u32 display: lots open at a time, 0 for all
 * window           24 i64 start 32 i64 end   40 i64 units of a lot   48 i64 points of the curve
 * curve            24 i64 time  32 i64 lots, 40 i64 time 48 i64 lots: from that time on so many are due in all;
 *                  the second only where the curve has two points left or more
 * cancel           nothing more (the parent)
 * fill             24 i64 lots  32 i64 price
 * child ended      nothing more (what is open of it is open no more)
 * halt, resume     nothing more (the instrument)
 * kill             nothing more (everything; for good)
 *
 * every decision
 *   0  u16  kind, see {@link DecisionKind}
 *   2  u8   side
 *   3  u8   why: {@link EndReason} or {@link RefusalReason}
 *   4  u32  instrument
 *   8  i64  time of the event
 *  16  i64  parent
 *  24  i64  child: 2^40 times its parent and its number among that parent's, from 1; never given twice
 *  32  i64  child: lots; replace: lots still open; parent ended: lots filled
 *  40  i64  price, 0 for at the market
 *  48  i64  number of the event, counted from 0 since the engine was opened
 *  56  zero
 *   refused: all of 2 to 15 as in the event but the reason; its parent or child at 16
 * </pre>
 */
public final class EngineFormat {
    /** Bytes of an event, and of a decision. */
    public static final int RECORD = 64;

    /** The latest time, in nanoseconds since midnight. */
    public static final long MOST_TIME = 1L << 60;

    /** Most units of an order, and most that an instrument trades; 10,000 times as many are below 2^63. */
    public static final long MOST_UNITS = 900_000_000_000_000L;

    /** Above every price. */
    public static final long MOST_PRICE = 1L << 60;

    static final int KIND = 0;
    static final int SIDE = 2;
    static final int REASON = 3;
    static final int INSTRUMENT = 4;
    static final int TIME = 8;
    static final int ORDER = 16;

    static final int BID = 24;
    static final int ASK = 32;
    static final int UNITS = 32;
    static final int LOTS = 24;
    static final int LIMIT = 32;
    static final int MINIMUM = 40;
    static final int MAXIMUM = 48;
    static final int CAP = 56;
    static final int DISPLAY = 60;
    static final int START = 24;
    static final int END = 32;
    static final int LOT_UNITS = 40;
    static final int POINTS = 48;
    static final int POINT_TIME = 24;
    static final int POINT_LOTS = 32;
    static final int POINT = 16;
    static final int FILL_PRICE = 32;

    static final int CHILD = 24;
    static final int CHILD_LOTS = 32;
    static final int PRICE = 40;
    static final int EVENT = 48;

    /** Bits of a child's number within its parent. */
    static final int CHILD_BITS = 40;

    static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private EngineFormat() {}
}
