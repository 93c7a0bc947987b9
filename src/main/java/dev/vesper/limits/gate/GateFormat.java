package dev.vesper.limits.gate;

import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation.Unit;
import java.util.List;

/**
 * How a {@link GateTable} lies in memory: little-endian, each part at a multiple of eight bytes. Offsets are from the first
 * byte of the whole.
 *
 * <pre>
 * head (64 bytes)
 *   0  u32  magic "VGT1"              24  u32  tables
 *   4  u32  format, 1                 28  u32  bytes of the whole
 *   8  u64  generation                32  32 bytes, SHA-256 of all that follows the head
 *  16  u32  accounts
 *  20  u32  instruments
 * directory, one entry of 64 bytes for each table
 *   0  u32  name, offset              32  u32  cells, offset
 *   4  u32  unit, below               36  u32  rows, offset
 *   8  u32  scale: decimal digits     40  u32  rows
 *  12  u32  classes of accounts       44  u32  measure, offset
 *  16  u32  classes of instruments    48  u32  version, offset
 *  20  u32  classes of each account   52  zero
 *  24  u32  classes of each instrument, bought and then sold
 *  28  zero
 *   units: 0 share of the account's value, 1 share of the average daily volume, 2 amount, 3 days, 4 count
 * names: u32 offset of each account's id, then of each instrument's symbol; both ascending
 * row (32 bytes)
 *   0  i64  limit times 10^scale, or -1 for none
 *   8  i64  warning times 10^scale, or -1 for none
 *  16  u32  row of the analyst's table, counted from 1
 *  20  u32  action: 0 deny, 1 cut, 2 warn
 *  24  u32  binds: 0 measured, 1 unmeasured, 2 undecided
 *  28  zero
 * text: u32 length in bytes, then UTF-8
 * </pre>
 *
 * <p>The row of an order: {@code cells[accountClass * classes of instruments + instrumentClass]}, a u32; all ones where the table
 * says nothing of such an order.
 */
final class GateFormat {
    static final int MAGIC = 0x31544756;
    static final int VERSION = 1;

    static final int HEAD = 64;
    static final int GENERATION = 8;
    static final int ACCOUNTS = 16;
    static final int INSTRUMENTS = 20;
    static final int TABLES = 24;
    static final int LENGTH = 28;
    static final int SUM = 32;

    static final int ENTRY = 64;
    static final int NAME = 0;
    static final int UNIT = 4;
    static final int SCALE = 8;
    static final int ACCOUNT_CLASSES = 12;
    static final int INSTRUMENT_CLASSES = 16;
    static final int OF_ACCOUNTS = 20;
    static final int OF_INSTRUMENTS = 24;
    static final int CELLS = 32;
    static final int ROWS = 36;
    static final int ROW_COUNT = 40;
    static final int MEASURE = 44;
    static final int RULE_VERSION = 48;

    static final int ROW = 32;
    static final int LIMIT = 0;
    static final int WARNING = 8;
    static final int NUMBER = 16;
    static final int ACTION = 20;
    static final int BINDS = 24;

    /** By their codes. */
    static final List<Unit> UNITS =
            List.of(Unit.SHARE_OF_VALUE, Unit.SHARE_OF_VOLUME, Unit.AMOUNT, Unit.DAYS, Unit.COUNT);

    /** By their codes. */
    static final List<LimitAction> ACTIONS = List.of(LimitAction.DENY, LimitAction.CUT, LimitAction.WARN);

    /** By their codes. */
    static final List<FlatRow.Binds> BINDINGS =
            List.of(FlatRow.Binds.MEASURED, FlatRow.Binds.UNMEASURED, FlatRow.Binds.UNDECIDED);

    /** Stands for no limit and no warning, which are never below zero. */
    static final long NONE = -1;

    private GateFormat() {}

    /** The next multiple of eight. */
    static int aligned(int offset) {
        return (offset + 7) & -8;
    }
}
