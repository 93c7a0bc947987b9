package dev.vesper.orders.slice;

import dev.vesper.basics.Sha256;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
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

    private final Sha256 sum = new Sha256();
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
        return new RowSum(children.size(), sums.sum.hex());
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
        return new RowSum(ordered.size(), sums.sum.hex());
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
        return new RowSum(ordered.size(), sums.sum.hex());
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
        return sums.sum.hex();
    }

    private void add(BigDecimal number) {
        add(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private void add(String value) {
        byte[] text = bytes(value);
        sum.add(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array()).add(text);
    }

    private byte[] bytes(String value) {
        try {
            ByteBuffer encoded = encoder.encode(java.nio.CharBuffer.wrap(value.replace('\0', '\uFFFD')));
            byte[] text = new byte[encoded.remaining()];
            encoded.get(text);
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what cannot be encoded is replaced", e);
        }
    }
}
