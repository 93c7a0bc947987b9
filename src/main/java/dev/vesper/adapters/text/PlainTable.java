package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file, plain or gzip, of nothing but numbers and single letters, such as half a million quotes of a day: its bytes are
 * looked at where they lie, and no text is made of a cell. Line 1 is the header; cells are not quoted.
 *
 * <p>Each complaint names file, line and column. Not for use by several threads.
 */
public final class PlainTable implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int SHOWN = 40;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final Path path;
    private final String name;
    private final long packedBytes;
    private final Header header;

    private byte[] buffer = new byte[LONGEST_LINE << 1];
    private int begin;
    private int filled;
    private int next;
    private long unpacked;
    private boolean ended;
    private long line;
    /** Where each cell of the line ends; a cell begins one after the end of the one before. */
    private int[] ends = new int[16];

    private int cells;

    private PlainTable(InputStream in, Path path) throws IOException {
        this.in = in;
        this.path = path;
        this.name = TextFile.nameOf(path);
        this.packedBytes = TextFile.packedBytes(path);
        this.header = header();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws Problem of kind INPUT where it is no such table
     */
    public static PlainTable open(Path file) {
        try {
            InputStream in = TextFile.unpacked(file);
            try {
                return new PlainTable(in, file);
            } catch (IOException | RuntimeException failed) {
                in.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw TextFile.unreadable(file, failed);
        }
    }

    /** The names of its columns, each at most once. */
    public Header columns() {
        return header;
    }

    /** Goes to the next line that is not empty; false where there is none. */
    public boolean next() {
        try {
            while (line()) {
                if (cells > 1 || ends[0] > begin) {
                    if (cells != header.names().size()) {
                        throw Problem.input(
                                Place.of(name, line),
                                "Expected " + header.names().size() + " columns as in the header, but the line has "
                                        + cells);
                    }
                    return true;
                }
            }
            return false;
        } catch (IOException failed) {
            throw TextFile.unreadable(path, failed);
        }
    }

    /**
     * A cell of decimal digits.
     *
     * @param most the largest number allowed, below 10 to the 17th
     */
    public long whole(int column, long most) {
        int from = start(column);
        int to = ends[column];
        long value = 0;
        boolean digits = to > from && to - from <= 18;
        for (int i = from; digits && i < to; i++) {
            int digit = buffer[i] - '0';
            digits = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (!digits || value > most) {
            throw problem(column, "Expected a whole number from 0 to " + most);
        }
        return value;
    }

    /** A cell of one to fifteen hexadecimal digits, in either case. */
    public long hexadecimal(int column) {
        int from = start(column);
        int to = ends[column];
        long value = 0;
        boolean digits = to > from && to - from <= 15;
        for (int i = from; digits && i < to; i++) {
            int digit = Character.digit(buffer[i], 16);
            digits = digit >= 0;
            value = value << 4 | digit;
        }
        if (!digits) {
            throw problem(column, "Expected hexadecimal digits, at most 15");
        }
        return value;
    }

    /** A cell of one letter, A to Z. */
    public char letter(int column) {
        int from = start(column);
        if (ends[column] != from + 1 || buffer[from] < 'A' || buffer[from] > 'Z') {
            throw problem(column, "Expected one letter, A to Z");
        }
        return (char) buffer[from];
    }

    /** A complaint about a cell of this line: what was expected, and what stands there. */
    public Problem problem(int column, String expected) {
        int from = start(column);
        int length = ends[column] - from;
        String text = new String(buffer, from, Math.min(length, SHOWN), StandardCharsets.UTF_8);
        return Problem.input(
                new Place(name, line, column + 1),
                expected + ", but got \"" + text + (length > SHOWN ? " [...]" : "") + "\"");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failed) {
            throw TextFile.unreadable(path, failed);
        }
    }

    private Header header() throws IOException {
        if (!line()) {
            throw Problem.input(Place.of(name), "Expected a header line, but the file is empty");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            names.add(PlainText.stripped(new String(buffer, start(i), ends[i] - start(i), StandardCharsets.UTF_8)));
        }
        if (names.getFirst().startsWith(BYTE_ORDER_MARK)) {
            names.set(0, names.getFirst().substring(1));
        }
        Header read = new Header(name, line, names);
        read.noDuplicates();
        return read;
    }

    private int start(int column) {
        return column == 0 ? begin : ends[column - 1] + 1;
    }

    /** Finds the next line and its commas. */
    private boolean line() throws IOException {
        begin = next;
        cells = 0;
        int at = begin;
        while (true) {
            if (at == filled) {
                int moved = begin;
                if (!fill()) {
                    if (at == moved) {
                        next = filled;
                        return false;
                    }
                    end(at - moved);
                    next = filled;
                    break;
                }
                at -= moved;
            }
            byte one = buffer[at];
            if (one == ',') {
                end(at);
            } else if (one == '\n') {
                end(at > begin && buffer[at - 1] == '\r' ? at - 1 : at);
                next = at + 1;
                break;
            }
            at++;
        }
        line++;
        return true;
    }

    private void end(int at) {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = at;
    }

    /** Moves the line that is begun to the front and reads on; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, filled - begin);
        for (int i = 0; i < cells; i++) {
            ends[i] -= begin;
        }
        filled -= begin;
        begin = 0;
        if (filled > LONGEST_LINE) {
            throw Problem.input(
                    Place.of(name, line + 1),
                    "Expected lines of at most " + LONGEST_LINE
                            + " characters, but this one is longer; maybe the file is not such a table");
        }
        int read = ended ? -1 : in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
            return false;
        }
        filled += read;
        unpacked += read;
        GuardedReader.refuseSwelling(packedBytes, unpacked, Place.of(name, line + 1));
        return true;
    }
}
