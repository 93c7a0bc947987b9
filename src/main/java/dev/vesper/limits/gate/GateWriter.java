package dev.vesper.limits.gate;

import dev.vesper.basics.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Lays tables out in the form of {@link GateFormat}. */
final class GateWriter {
    private final ByteBuffer bytes;

    private GateWriter(int most) {
        bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Lays out tables.
     *
     * @param accounts ids, ascending
     * @param symbols ascending
     */
    static ByteBuffer write(long generation, List<String> accounts, List<String> symbols, List<FlatTable> tables) {
        GateWriter writer = new GateWriter(most(accounts, symbols, tables));
        writer.write(accounts, symbols, tables);
        return writer.headed(generation, accounts.size(), symbols.size(), tables.size());
    }

    private static int most(List<String> accounts, List<String> symbols, List<FlatTable> tables) {
        long most = GateFormat.HEAD + 8L * (accounts.size() + symbols.size());
        for (String name : (Iterable<String>) Stream.concat(accounts.stream(), symbols.stream())::iterator) {
            most += room(name);
        }
        for (FlatTable table : tables) {
            most += GateFormat.ENTRY
                    + table.bytes()
                    + 32
                    + (long) GateFormat.ROW * table.rows().size();
            most += room(table.rule().name()) + room(table.rule().version()) + room(table.measure());
        }
        return Math.toIntExact(most);
    }

    private static long room(String text) {
        return 16 + 3L * text.length();
    }

    private void write(List<String> accounts, List<String> symbols, List<FlatTable> tables) {
        int directory = GateFormat.HEAD;
        int names = directory + GateFormat.ENTRY * tables.size();
        bytes.position(GateFormat.aligned(names + Integer.BYTES * (accounts.size() + symbols.size())));
        for (String name : (Iterable<String>) Stream.concat(accounts.stream(), symbols.stream())::iterator) {
            bytes.putInt(names, text(name));
            names += Integer.BYTES;
        }
        for (FlatTable table : tables) {
            write(directory, table);
            directory += GateFormat.ENTRY;
        }
    }

    private void write(int entry, FlatTable table) {
        int classes = table.classes();
        bytes.putInt(entry + GateFormat.NAME, text(table.rule().name()));
        bytes.putInt(entry + GateFormat.RULE_VERSION, text(table.rule().version()));
        bytes.putInt(entry + GateFormat.MEASURE, text(table.measure()));
        bytes.putInt(entry + GateFormat.UNIT, GateFormat.UNITS.indexOf(table.unit()));
        bytes.putInt(entry + GateFormat.SCALE, table.scale());
        bytes.putInt(
                entry + GateFormat.ACCOUNT_CLASSES,
                classes == 0 ? 0 : table.cells().limit() / classes);
        bytes.putInt(entry + GateFormat.INSTRUMENT_CLASSES, classes);
        bytes.putInt(entry + GateFormat.OF_ACCOUNTS, ints(table.accounts()));
        bytes.putInt(entry + GateFormat.OF_INSTRUMENTS, ints(table.instruments()));
        bytes.putInt(entry + GateFormat.CELLS, ints(table.cells()));
        bytes.putInt(entry + GateFormat.ROW_COUNT, table.rows().size());
        bytes.putInt(entry + GateFormat.ROWS, bytes.position());
        for (FlatRow row : table.rows()) {
            bytes.putLong(table.scaled(row.limit()));
            bytes.putLong(table.scaled(row.warning()));
            bytes.putInt(row.row());
            bytes.putInt(GateFormat.ACTIONS.indexOf(row.action()));
            bytes.putInt(GateFormat.BINDINGS.indexOf(row.binds()));
            bytes.putInt(0);
        }
    }

    private int ints(IntBuffer ints) {
        int at = bytes.position();
        for (int i = 0; i < ints.limit(); i++) {
            bytes.putInt(ints.get(i));
        }
        bytes.position(GateFormat.aligned(bytes.position()));
        return at;
    }

    private int text(String text) {
        int at = bytes.position();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(utf8.length).put(utf8);
        bytes.position(GateFormat.aligned(bytes.position()));
        return at;
    }

    private ByteBuffer headed(long generation, int accounts, int symbols, int tables) {
        int length = bytes.position();
        bytes.putInt(0, GateFormat.MAGIC);
        bytes.putInt(4, GateFormat.VERSION);
        bytes.putLong(GateFormat.GENERATION, generation);
        bytes.putInt(GateFormat.ACCOUNTS, accounts);
        bytes.putInt(GateFormat.INSTRUMENTS, symbols);
        bytes.putInt(GateFormat.TABLES, tables);
        bytes.putInt(GateFormat.LENGTH, length);
        byte[] body = new byte[length - GateFormat.HEAD];
        bytes.get(GateFormat.HEAD, body);
        bytes.put(GateFormat.SUM, HexFormat.of().parseHex(Sha256.of(body)));
        return bytes.flip();
    }
}
