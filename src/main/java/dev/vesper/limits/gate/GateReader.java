package dev.vesper.limits.gate;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Looks at the bytes of a table before anything is asked of them. */
final class GateReader {
    private final ByteBuffer bytes;

    private GateReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws Problem of kind INPUT that says what does not hold */
    static void check(ByteBuffer bytes) {
        new GateReader(bytes).check();
    }

    private void check() {
        expect(bytes.limit() >= GateFormat.HEAD, "it is " + bytes.limit() + " bytes long");
        expect(bytes.getInt(0) == GateFormat.MAGIC, "it begins otherwise");
        expect(bytes.getInt(4) == GateFormat.VERSION, "it is of the form " + bytes.getInt(4));
        int length = bytes.getInt(GateFormat.LENGTH);
        expect(bytes.limit() == length, "it is " + bytes.limit() + " bytes long and says " + length);
        byte[] body = new byte[length - GateFormat.HEAD];
        bytes.get(GateFormat.HEAD, body);
        byte[] sum = new byte[HexFormat.of().parseHex(Sha256.of(body)).length];
        bytes.get(GateFormat.SUM, sum);
        expect(HexFormat.of().formatHex(sum).equals(Sha256.of(body)), "its sum is another: it was altered");
        int accounts = count(GateFormat.ACCOUNTS);
        int instruments = count(GateFormat.INSTRUMENTS);
        int tables = count(GateFormat.TABLES);
        int names = GateFormat.HEAD + within(tables, GateFormat.ENTRY);
        within(names, accounts + (long) instruments, Integer.BYTES);
        for (int name = 0; name < accounts + instruments; name++) {
            text(bytes.getInt(names + Integer.BYTES * name));
        }
        for (int table = 0; table < tables; table++) {
            table(GateFormat.HEAD + GateFormat.ENTRY * table, accounts, instruments);
        }
    }

    private void table(int entry, int accounts, int instruments) {
        text(bytes.getInt(entry + GateFormat.NAME));
        text(bytes.getInt(entry + GateFormat.RULE_VERSION));
        text(bytes.getInt(entry + GateFormat.MEASURE));
        word(entry + GateFormat.UNIT, GateFormat.UNITS.size());
        word(entry + GateFormat.SCALE, Long.SIZE);
        int rows = count(entry + GateFormat.ROW_COUNT);
        int at = bytes.getInt(entry + GateFormat.ROWS);
        within(at, rows, GateFormat.ROW);
        for (int row = 0; row < rows; row++) {
            int offset = at + GateFormat.ROW * row;
            expect(bytes.getLong(offset + GateFormat.LIMIT) >= GateFormat.NONE, "a limit is below zero");
            expect(bytes.getLong(offset + GateFormat.WARNING) >= GateFormat.NONE, "a warning is below zero");
            word(offset + GateFormat.ACTION, GateFormat.ACTIONS.size());
            word(offset + GateFormat.BINDS, GateFormat.BINDINGS.size());
        }
        int ofAccounts = count(entry + GateFormat.ACCOUNT_CLASSES);
        int ofInstruments = count(entry + GateFormat.INSTRUMENT_CLASSES);
        numbers(bytes.getInt(entry + GateFormat.OF_ACCOUNTS), accounts, 0, ofAccounts);
        numbers(bytes.getInt(entry + GateFormat.OF_INSTRUMENTS), 2L * instruments, 0, ofInstruments);
        numbers(bytes.getInt(entry + GateFormat.CELLS), (long) ofAccounts * ofInstruments, FlatTable.NOTHING, rows);
    }

    private void numbers(int offset, long count, int least, int below) {
        within(offset, count, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int number = bytes.getInt(offset + Integer.BYTES * i);
            expect(number >= least && number < below, "a number lies outside of what it counts");
        }
    }

    private void word(int offset, int below) {
        int word = bytes.getInt(offset);
        expect(word >= 0 && word < below, "it holds a word that nobody knows, " + word);
    }

    private int count(int offset) {
        int count = bytes.getInt(offset);
        expect(count >= 0 && count <= bytes.limit(), "it holds a number that is too large, " + count);
        return count;
    }

    private int within(int count, int size) {
        within(GateFormat.HEAD, count, size);
        return count * size;
    }

    private void within(int offset, long count, int size) {
        expect(offset >= 0 && offset + count * size <= bytes.limit(), "a part of it lies outside of it");
    }

    private void text(int offset) {
        within(offset, 1, Integer.BYTES);
        int length = bytes.getInt(offset);
        expect(length >= 0, "a part of it lies outside of it");
        within(offset + Integer.BYTES, length, 1);
    }

    private static void expect(boolean holds, String but) {
        if (!holds) {
            throw Problem.usage("Expected a table of limits for the gate, but " + but);
        }
    }
}
