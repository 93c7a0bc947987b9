package dev.vesper.limits.gate;

import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The limits of a firm's accounts in its instruments, as they lie in memory in the form that {@link GateFormat} describes. Asking
 * allocates nothing; it never changes, so that threads may share it.
 *
 * <p>Example: of the table {@code position-weight} the account ACC1 may hold a quarter in IBM: the row has limit 25, scale 2,
 * unit {@code SHARE_OF_VALUE}, action {@code CUT}.
 */
public final class GateTable {
    /** Of an account or instrument that is not in it. */
    public static final int UNKNOWN = -1;

    /** The table says nothing of such an order. */
    public static final int NOTHING = FlatTable.NOTHING;

    private final ByteBuffer bytes;
    private final int accounts;
    private final int instruments;
    private final int tables;

    GateTable(ByteBuffer bytes) {
        this.bytes =
                bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        this.accounts = this.bytes.getInt(GateFormat.ACCOUNTS);
        this.instruments = this.bytes.getInt(GateFormat.INSTRUMENTS);
        this.tables = this.bytes.getInt(GateFormat.TABLES);
    }

    /**
     * What was written, looked at from end to end, so that nothing that is asked afterwards can lie outside of it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is of another form, cut short, or altered
     */
    public static GateTable read(ByteBuffer bytes) {
        GateReader.check(bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        return new GateTable(bytes);
    }

    /** The whole, to be stored or handed to native code. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Which state of the rules and of the firm: a later one is higher. */
    public long generation() {
        return bytes.getLong(GateFormat.GENERATION);
    }

    public int accounts() {
        return accounts;
    }

    public int instruments() {
        return instruments;
    }

    public int tables() {
        return tables;
    }

    public String account(int account) {
        return name(account);
    }

    public String symbol(int instrument) {
        return name(accounts + instrument);
    }

    /** The number of an account, or {@link #UNKNOWN}. */
    public int account(String id) {
        return find(id, 0, accounts);
    }

    /** The number of an instrument, or {@link #UNKNOWN}. */
    public int instrument(String symbol) {
        int found = find(symbol, accounts, accounts + instruments);
        return found < 0 ? UNKNOWN : found - accounts;
    }

    /** The analyst's table in its version. */
    public RuleVersion rule(int table) {
        return new RuleVersion(text(entry(table, GateFormat.NAME)), text(entry(table, GateFormat.RULE_VERSION)));
    }

    /** What it limits, such as {@code position-weight}. */
    public String measure(int table) {
        return text(entry(table, GateFormat.MEASURE));
    }

    public Unit unit(int table) {
        return GateFormat.UNITS.get(entry(table, GateFormat.UNIT));
    }

    /** Decimal digits of its limits and warnings. */
    public int scale(int table) {
        return entry(table, GateFormat.SCALE);
    }

    /** How many different limits it comes to. */
    public int rows(int table) {
        return entry(table, GateFormat.ROW_COUNT);
    }

    /** Cells that the table has: classes of accounts times classes of instruments. */
    public int cells(int table) {
        return entry(table, GateFormat.ACCOUNT_CLASSES) * entry(table, GateFormat.INSTRUMENT_CLASSES);
    }

    /** The row that counts for an order, or {@link #NOTHING}. */
    public int row(int table, int account, int instrument, Side side) {
        int entry = GateFormat.HEAD + table * GateFormat.ENTRY;
        int ofAccount = bytes.getInt(bytes.getInt(entry + GateFormat.OF_ACCOUNTS) + Integer.BYTES * account);
        int ofInstrument = bytes.getInt(bytes.getInt(entry + GateFormat.OF_INSTRUMENTS)
                + Integer.BYTES * (2 * instrument + (side == Side.BUY ? 0 : 1)));
        int cell = ofAccount * bytes.getInt(entry + GateFormat.INSTRUMENT_CLASSES) + ofInstrument;
        return bytes.getInt(bytes.getInt(entry + GateFormat.CELLS) + Integer.BYTES * cell);
    }

    /** The hard limit of a row times ten to the {@link #scale}; -1 where it has none. */
    public long limit(int table, int row) {
        return bytes.getLong(row(table, row) + GateFormat.LIMIT);
    }

    /** The warning level of a row times ten to the {@link #scale}; -1 where it has none. */
    public long warning(int table, int row) {
        return bytes.getLong(row(table, row) + GateFormat.WARNING);
    }

    public LimitAction action(int table, int row) {
        return GateFormat.ACTIONS.get(bytes.getInt(row(table, row) + GateFormat.ACTION));
    }

    public FlatRow.Binds binds(int table, int row) {
        return GateFormat.BINDINGS.get(bytes.getInt(row(table, row) + GateFormat.BINDS));
    }

    /** All of a row, for people. */
    public FlatRow shown(int table, int row) {
        return new FlatRow(
                bytes.getInt(row(table, row) + GateFormat.NUMBER),
                number(limit(table, row), scale(table)),
                number(warning(table, row), scale(table)),
                action(table, row),
                binds(table, row));
    }

    private static Optional<BigDecimal> number(long scaled, int scale) {
        return scaled == GateFormat.NONE
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(scaled, scale).stripTrailingZeros());
    }

    private int row(int table, int row) {
        return entry(table, GateFormat.ROWS) + GateFormat.ROW * row;
    }

    private int entry(int table, int field) {
        return bytes.getInt(GateFormat.HEAD + table * GateFormat.ENTRY + field);
    }

    private String name(int number) {
        return text(bytes.getInt(GateFormat.HEAD + tables * GateFormat.ENTRY + Integer.BYTES * number));
    }

    private String text(int offset) {
        byte[] utf8 = new byte[bytes.getInt(offset)];
        bytes.get(offset + Integer.BYTES, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int find(String name, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = name(middle).compareTo(name);
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return UNKNOWN;
    }

    /** Names of all tables, in the order of judging. */
    public List<String> names() {
        return IntStream.range(0, tables).mapToObj(table -> rule(table).name()).toList();
    }
}
