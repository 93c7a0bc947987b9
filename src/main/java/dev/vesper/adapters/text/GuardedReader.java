package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Lets only sane UTF-8 text pass, so that what reads it need not be afraid: it refuses bytes that are not UTF-8, zero
 * bytes, lines longer than {@link #LONGEST_LINE} and archives that swell beyond reason, and says where. A byte order mark
 * at the start is dropped. The JDK's decoder judges the bytes; this class knows where they stand.
 */
final class GuardedReader extends Reader {
    /** Characters; a wide file of 20,000 symbols needs a fifth of it. */
    static final int LONGEST_LINE = 1 << 20;
    /** Bytes unpacked before the ratio is looked at. */
    static final long SWELLING_ALLOWED = 64L << 20;
    /** Unpacked to packed; prices reach 3 to 40. */
    static final long WORST_RATIO = 200;

    private static final int BUFFER = 1 << 14;
    private static final char MARK = '\uFEFF';

    private final InputStream in;
    private final String file;
    private final long packedBytes;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;
    private boolean begun;
    private long unpacked;
    private long line = 1;
    private int inLine;
    private int column = 1;
    private boolean quoted;
    private boolean carriageReturn;

    /** @param packedBytes size of the file on disk where it is compressed, 0 where it is plain */
    GuardedReader(InputStream in, String file, long packedBytes) {
        this.in = in;
        this.file = file;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int n = Math.min(length, chars.remaining());
        chars.get(buffer, offset, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void decode() throws IOException {
        fill();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(0) == MARK) {
                chars.get();
            }
        }
        for (int i = chars.position(); i < chars.limit(); i++) {
            count(chars.get(i));
        }
        if (result.isError()) {
            throw notUtf8(bytes.get(bytes.position()) & 0xFF);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + n);
            unpacked += n;
        }
        bytes.flip();
        refuseSwelling(packedBytes, unpacked, Place.of(file, line));
    }

    /** Refuses an archive that swells beyond reason. */
    static void refuseSwelling(long packedBytes, long unpacked, Place place) {
        if (packedBytes > 0 && unpacked > SWELLING_ALLOWED && unpacked / packedBytes > WORST_RATIO) {
            throw Problem.input(
                    place,
                    "Expected a compressed table, but " + packedBytes + " bytes unpack to more than " + unpacked
                            + "; maybe it is not what it claims to be");
        }
    }

    /** Keeps line and column; a line ends with a line feed, a carriage return, or both. */
    private void count(char c) {
        if (carriageReturn && c != '\n') {
            newLine();
        }
        carriageReturn = c == '\r';
        if (c == '\n') {
            newLine();
            return;
        }
        if (c == 0) {
            throw Problem.input(
                    new Place(file, line, column),
                    "Expected text, but there is a zero byte; maybe the file is UTF-16 or not text at all");
        }
        if (++inLine > LONGEST_LINE) {
            throw Problem.input(
                    Place.of(file, line),
                    "Expected lines of at most " + LONGEST_LINE + " characters, but this one is longer; maybe the file"
                            + " is not a table, or its line ends are missing");
        }
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            column++;
        }
    }

    private void newLine() {
        line++;
        inLine = 0;
        column = 1;
        quoted = false;
    }

    private Problem notUtf8(int b) {
        Place place = new Place(file, line, column);
        if (!begun && (b == 0xFF || b == 0xFE)) {
            return Problem.input(place, "Expected UTF-8, but the file looks like UTF-16; save it as UTF-8");
        }
        String hint = b >= 0x80 && b <= 0x9F ? "Windows-1252" : "ISO-8859-1 (Latin-1) or Windows-1252";
        return Problem.input(
                place,
                String.format(Locale.ROOT, "Expected UTF-8, but byte 0x%02X does not fit;", b) + " the file looks like "
                        + hint + "; save it as UTF-8");
    }
}
