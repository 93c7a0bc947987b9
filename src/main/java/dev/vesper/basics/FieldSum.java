package dev.vesper.basics;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The sum of many fields, one after the other: SHA-256 over their canonical text. Each field is its length in UTF-8 bytes (4
 * bytes, big-endian) and then the bytes, so ("ab", "c") is not ("a", "bc"); numbers are in decimal without trailing zeros
 * (100, not 100.00 or 1E+2), and what no store can keep, NUL and half surrogates, is U+FFFD.
 */
public final class FieldSum {
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private static final int BUFFER = 8192;

    private final Sha256 sum = new Sha256();
    private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);

    /** Adds a number. */
    public void add(BigDecimal number) {
        add(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    /** Adds a text. */
    public void add(String value) {
        int length = value.length();
        if (waiting.remaining() < Integer.BYTES + length) {
            flush();
        }
        if (waiting.remaining() < Integer.BYTES + length || !plain(value, length)) {
            byte[] text = encoded(value);
            flush();
            waiting.putInt(text.length);
            flush();
            sum.add(text);
        }
    }

    /** Adds a text of ASCII only, which is nearly every one, without making anything; false, and nothing, for another. */
    private boolean plain(String value, int length) {
        int start = waiting.position();
        waiting.putInt(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0 || c > 0x7F) {
                waiting.position(start);
                return false;
            }
            waiting.put((byte) c);
        }
        return true;
    }

    private byte[] encoded(String value) {
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(value.replace('\0', '\uFFFD')));
            byte[] text = new byte[encoded.remaining()];
            encoded.get(text);
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what cannot be encoded is replaced", e);
        }
    }

    private void flush() {
        sum.add(waiting.array(), waiting.position());
        waiting.clear();
    }

    /** The sum of all that was added, as 64 hex digits; what is added afterwards begins a new sum. */
    public String hex() {
        flush();
        return sum.hex();
    }
}
