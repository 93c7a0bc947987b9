package dev.vesper.orders.slice;

import dev.vesper.basics.Sha256;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Sums over rows. The canonical text of a row is its fields in the order of the record, each as its length in UTF-8 bytes
 * (4 bytes, big-endian) and then the bytes; numbers are in decimal without trailing zeros (100, not 100.00 or 1E+2), and
 * what no store can keep, NUL and half surrogates, is U+FFFD.
 */
public final class RowSums {
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private static final int BUFFER = 8192;

    private final Sha256 sum = new Sha256();
    private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);

    private RowSums() {}

    /** In the order in which they are sent, which belongs to what is vouched for. */
    public static RowSum children(List<ChildOrder> children) {
        RowSums sums = new RowSums();
        for (ChildOrder child : children) {
            sums.add(child.clientOrderId());
            sums.add(child.parentId());
            sums.add(Integer.toString(child.slice()));
            sums.add(child.venue());
            sums.add(child.symbol());
            sums.add(child.side().name());
            sums.add(child.quantity());
            sums.add(child.limitPrice());
            sums.add(Long.toString(child.sentMillis()));
            sums.add(Long.toString(child.expireMillis()));
        }
        return new RowSum(children.size(), sums.hex());
    }

    /** By client order id, whatever the order given. */
    public static RowSum outcomes(Collection<ChildOutcome> outcomes) {
        RowSums sums = new RowSums();
        List<ChildOutcome> ordered = outcomes.stream()
                .sorted(Comparator.comparing(ChildOutcome::clientOrderId))
                .toList();
        for (ChildOutcome outcome : ordered) {
            sums.add(outcome.clientOrderId());
            sums.add(outcome.state().name());
            sums.add(outcome.filled());
            sums.add(outcome.reason());
        }
        return new RowSum(ordered.size(), sums.hex());
    }

    /** By venue and execution id, whatever the order given. */
    public static RowSum fills(Collection<Fill> fills) {
        RowSums sums = new RowSums();
        List<Fill> ordered = fills.stream()
                .sorted(Comparator.comparing(Fill::venue).thenComparing(Fill::executionId))
                .toList();
        for (Fill fill : ordered) {
            sums.add(fill.venue());
            sums.add(fill.executionId());
            sums.add(fill.clientOrderId());
            sums.add(fill.parentId());
            sums.add(fill.account());
            sums.add(fill.symbol());
            sums.add(fill.side().name());
            sums.add(fill.quantity());
            sums.add(fill.price());
            sums.add(fill.fee());
            sums.add(Long.toString(fill.millis()));
        }
        return new RowSum(ordered.size(), sums.hex());
    }

    /** The link of an event to the one before: the sum of the link before and what the event says. */
    static String link(String previous, String kind, int slice, RowSum... rows) {
        RowSums sums = new RowSums();
        sums.add(previous);
        sums.add(kind);
        sums.add(Integer.toString(slice));
        for (RowSum row : rows) {
            sums.add(Integer.toString(row.rows()));
            sums.add(row.sha256());
        }
        return sums.hex();
    }

    private void add(BigDecimal number) {
        add(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private void add(String value) {
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

    private String hex() {
        flush();
        return sum.hex();
    }
}
