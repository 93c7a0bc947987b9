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
 *           of a fill, a child's end and a refused replace the child; of a table of limits its version
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
 * window            4 u32 account, from 0, in the place of the instrument
 *                  24 i64 start 32 i64 end   40 i64 units of a lot   48 i64 points of the curve
 * curve            24 i64 time  32 i64 lots, 40 i64 time 48 i64 lots: from that time on so many are due in all;
 *                  the second only where the curve has two points left or more
 * style             3 u8  1 where its children are for an auction   24 i64 would-price, 0 for none (the parent)
 * other window     24 i64 start 32 i64 end, later than now (the parent)
 * peg               3 u8  to 0 nothing, 1 its own side's touch, 2 the other side's, 3 the middle (the parent)
 *                  24 i64 ticks from there, towards the other side where positive, at most 10,000 either way
 *                  32 i64 tick in 1/10,000   40 i64 nanoseconds between two moves, 1 to an hour's
 *                  48 i64 nanoseconds that a quote counts, 0 for ever
 * random           24 i64 seed  32 i64 least lots shown, 0 for the display   56 u32 basis points of a size, at most 5,000
 *                  60 u32 basis points of the time between two points, at most 5,000 (the parent)
 * cancel           nothing more (the parent)
 * fill             24 i64 lots  32 i64 price
 * child ended      nothing more (what is open of it is open no more)
 * replace refused  24 i64 price at which the child stands, 0 for at the market
 * halt, resume     nothing more (the instrument)
 * kill             nothing more (everything; for good)
 * stop, release     2 u8  what: 0 an instrument, 1 an account, its number at 4
 * position         24 i64 units held, negative where short   56 u32 account
 * cash              4 u32 account   24 i64 amount in 1/10,000, negative where it is owed
 * limits begin     24 i64 children in a window of time, 0 for any number   32 i64 nanoseconds of that window
 * of an instrument  3 u8  1 may not be bought, 2 may not be sold, or both
 *                  24 i64 units of a child, 0 for any   32 i64 amount of a child in 1/10,000, 0 for any
 *                  40 i64 basis points of the reference price, 0 for any
 * of an account     3 u8  1 where buys need cash   4 u32 account   24 i64 the least cash in 1/10,000
 *                  32 i64 least and 40 i64 most units that it may hold of each instrument
 * of a position    56 u32 account   32 i64 least and 40 i64 most units
 *                  24 i64 most units of a child that buys, 48 i64 of one that sells
 * limits           24 i64 rows of the table since its beginning: it counts from now on
 *
 * every decision
 *   0  u16  kind, see {@link DecisionKind}
 *   2  u8   side
 *   3  u8   why: {@link EndReason}, {@link RefusalReason} or {@link DenialReason}; of a child 1 where it is for an auction
 *   4  u32  instrument
 *   8  i64  time of the event
 *  16  i64  parent
 *  24  i64  child: 2^40 times its parent and its number among that parent's, from 1; never given twice;
 *           denied: what it would have come to
 *  32  i64  child, denied: lots; replace: lots still open; parent ended: lots filled
 *  40  i64  price, 0 for at the market
 *  48  i64  number of the event, counted from 0 since the engine was opened
 *  56  i64  denied: the limit, see {@link DenialReason}; zero else
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

    /** Most of what is held or owed, and of what is at the venues: amounts in 1/10,000, or units. */
    public static final long MOST_AMOUNT = 1L << 60;

    /** Most ticks between a pegged child and its reference. */
    public static final long MOST_TICKS = 10_000;

    /** The largest tick, in 1/10,000. */
    public static final long MOST_TICK = 1_000_000_000;

    /** Longest time between two moves of a pegged child, in nanoseconds. */
    public static final long MOST_WAIT = 3_600_000_000_000L;

    /** Most basis points by which sizes and times are drawn: half of them. */
    public static final int MOST_DRAWN = 5_000;

    /** Most children of a window of time that a limit may name. */
    public static final int MOST_RATE = 4_096;

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
    static final int WOULD = 24;
    static final int OFFSET = 24;
    static final int TICK = 32;
    static final int INTERVAL = 40;
    static final int STALE = 48;
    static final int SEED = 24;
    static final int LEAST_SHOWN = 32;
    static final int DRAWN_SIZE = 56;
    static final int DRAWN_TIME = 60;
    static final int STANDS_AT = 24;

    static final int UNITS_HELD = 24;
    static final int RATE = 24;
    static final int RATE_NANOS = 32;
    static final int MOST_CHILD_UNITS = 24;
    static final int MOST_CHILD_AMOUNT = 32;
    static final int BAND = 40;
    static final int LEAST_CASH = 24;
    static final int LEAST_HELD = 32;
    static final int MOST_HELD = 40;
    static final int MOST_BOUGHT = 24;
    static final int MOST_SOLD = 48;
    static final int OF_ACCOUNT = 56;
    static final int ROWS = 24;

    static final int CHILD = 24;
    static final int CHILD_LOTS = 32;
    static final int PRICE = 40;
    static final int EVENT = 48;
    static final int BOUND = 56;

    /** Bits of a child's number within its parent. */
    static final int CHILD_BITS = 40;

    static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The parent of a child. */
    public static long parentOf(long child) {
        return child >> CHILD_BITS;
    }

    private EngineFormat() {}
}
