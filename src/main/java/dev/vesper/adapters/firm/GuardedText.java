package dev.vesper.adapters.firm;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * A stream that lets only sane UTF-8 text pass, so that what reads it need not be afraid: it refuses bytes that are not
 * UTF-8, lines longer than {@link #LONGEST_LINE} and archives that swell beyond reason, and says where. A byte order
 * mark at the start is dropped. Nothing is kept in memory but the caller's buffer.
 */
final class GuardedText extends FilterInputStream {
    /** Bytes; a wide file of 20,000 symbols needs a fifth of it. */
    static final int LONGEST_LINE = 1 << 20;
    /** Bytes unpacked before the ratio is looked at. */
    static final long SWELLING_ALLOWED = 64L << 20;
    /** Unpacked to packed; prices reach 3 to 40. */
    static final long WORST_RATIO = 200;

    private final String file;
    private final long packedBytes;
    private long unpacked;
    private long line = 1;
    private int inLine;
    private int column = 1;
    private boolean quoted;
    private boolean carriageReturn;
    private int expected;
    private int lowest = 0x80;
    private int highest = 0xBF;
    private int lead;
    private int markSeen;

    /** @param packedBytes size of the file on disk where it is compressed, 0 where it is plain */
    GuardedText(InputStream in, String file, long packedBytes) {
        super(in);
        this.file = file;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int kept = 0;
        while (kept == 0) {
            int n = in.read(buffer, offset, length);
            if (n < 0) {
                if (expected > 0) {
                    throw notUtf8(lead);
                }
                return -1;
            }
            for (int i = offset; i < offset + n; i++) {
                int b = buffer[i] & 0xFF;
                if (unpacked++ < 3 && byteOrderMark(b)) {
                    continue;
                }
                accept(b);
                buffer[offset + kept++] = buffer[i];
            }
            if (packedBytes > 0 && unpacked > SWELLING_ALLOWED && unpacked / packedBytes > WORST_RATIO) {
                throw Problem.input(
                        Place.of(file, line),
                        "Expected a compressed table, but " + packedBytes + " bytes unpack to more than " + unpacked
                                + "; maybe it is not what it claims to be");
            }
        }
        return kept;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("every byte is looked at");
    }

    /** Whether the byte belongs to the byte order mark EF BB BF at the very start. */
    private boolean byteOrderMark(int b) {
        boolean fits = markSeen == unpacked - 1 && b == (markSeen == 0 ? 0xEF : markSeen == 1 ? 0xBB : 0xBF);
        if (fits) {
            markSeen++;
            return true;
        }
        if (markSeen > 0 && markSeen == unpacked - 1) {
            throw notUtf8(b);
        }
        if (unpacked == 1 && (b == 0xFF || b == 0xFE)) {
            throw Problem.input(
                    new Place(file, 1, 1), "Expected UTF-8, but the file looks like UTF-16; save it as UTF-8");
        }
        return false;
    }

    private void accept(int b) {
        if (expected > 0) {
            if (b < lowest || b > highest) {
                throw notUtf8(lead);
            }
            expected--;
            lowest = 0x80;
            highest = 0xBF;
        } else if (b >= 0x80) {
            lead(b);
        } else if (b == 0) {
            throw Problem.input(
                    new Place(file, line, column),
                    "Expected text, but there is a zero byte; maybe the file is UTF-16 or not text at all");
        }
        count(b);
    }

    /** First byte of a longer character (RFC 3629, section 4): how many follow, and what the next may be. */
    private void lead(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            expected = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            expected = 2;
            lowest = b == 0xE0 ? 0xA0 : 0x80;
            highest = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            expected = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            throw notUtf8(b);
        }
        lead = b;
    }

    /** Keeps line and column; a line ends with a line feed, a carriage return, or both. */
    private void count(int b) {
        if (carriageReturn && b != '\n') {
            newLine();
        }
        carriageReturn = b == '\r';
        if (b == '\n') {
            newLine();
            return;
        }
        if (++inLine > LONGEST_LINE) {
            throw Problem.input(
                    Place.of(file, line),
                    "Expected lines of at most " + LONGEST_LINE + " bytes, but this one is longer; maybe the file is"
                            + " not a table, or its line ends are missing");
        }
        if (b == '"') {
            quoted = !quoted;
        } else if (b == ',' && !quoted) {
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
        String hint = b >= 0x80 && b <= 0x9F ? "Windows-1252" : "ISO-8859-1 (Latin-1) or Windows-1252";
        return Problem.input(
                new Place(file, line, column),
                String.format(Locale.ROOT, "Expected UTF-8, but byte 0x%02X does not fit;", b) + " the file looks like "
                        + hint + "; save it as UTF-8");
    }
}
