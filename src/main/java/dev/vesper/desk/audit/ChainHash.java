package dev.vesper.desk.audit;

import dev.vesper.basics.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash of an audit row: SHA-256 over all its fields and the hash before. Each field is its length in UTF-8 bytes (4
 * bytes, big-endian) and then the bytes, so no two different rows encode alike: ("ab", "c") is not ("a", "bc"). Time is
 * written as {@code 2018-04-11T16:05:00.123456Z}, a truth value as {@code true} or {@code false}, numbers in decimal.
 */
public final class ChainHash {
    /** What the first row follows. */
    public static final String GENESIS = "0".repeat(64);

    private ChainHash() {}

    /** The first field: how the fields after it are to be read. */
    public static String form(ChainedRow row) {
        if (row.circumstance() != null) {
            return "vesper-audit-3";
        }
        return row.vouched() == null ? "vesper-audit-1" : "vesper-audit-2";
    }

    /** The hash that a row must have, from its other fields. */
    public static String of(ChainedRow row) {
        return Sha256.of(encoding(row));
    }

    /** What is hashed. */
    public static byte[] encoding(ChainedRow row) {
        Vouched vouched = row.vouched();
        Circumstance circumstance = row.circumstance();
        Fields fields = new Fields()
                .add(form(row))
                .add(Long.toString(row.sequence()))
                .add(row.at().toString())
                .add(row.actor())
                .add(row.action())
                .add(row.subject())
                .add(row.detail())
                .add(Boolean.toString(row.rehearsal()));
        if (vouched != null) {
            fields.add(vouched.stream()).add(Integer.toString(vouched.length())).add(vouched.hash());
        } else if (circumstance != null) {
            fields.add("").add("").add("");
        }
        if (circumstance != null) {
            fields.add(circumstance.origin())
                    .add(circumstance.change().before())
                    .add(circumstance.change().after());
        }
        return fields.add(row.previousHash()).bytes();
    }

    /** Texts one after the other, each behind its length. */
    public static final class Fields {
        private final List<byte[]> texts = new ArrayList<>();
        private int length;

        public Fields add(String value) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            texts.add(text);
            length += Integer.BYTES + text.length;
            return this;
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            texts.forEach(text -> bytes.putInt(text.length).put(text));
            return bytes.array();
        }

        public String sha256() {
            return Sha256.of(bytes());
        }
    }
}
