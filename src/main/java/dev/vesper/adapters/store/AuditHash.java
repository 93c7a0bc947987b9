package dev.vesper.adapters.store;

import dev.vesper.basics.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an audit row: SHA-256 over all its fields and the hash before. Each field is its length in UTF-8 bytes (4
 * bytes, big-endian) and then the bytes, so no two different rows encode alike: ("ab", "c") is not ("a", "bc"). Time is
 * written as {@code 2018-04-11T16:05:00.123456Z}, a truth value as {@code true} or {@code false}, numbers in decimal.
 */
final class AuditHash {
    /** What the first row follows. */
    static final String GENESIS = "0".repeat(64);

    private static final String FORM = "vesper-audit-1";
    /** Of a row that vouches for events. */
    private static final String FORM_WITH_EVENTS = "vesper-audit-2";

    private AuditHash() {}

    static ChainedRow row(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            boolean rehearsal,
            String previousHash) {
        return row(sequence, at, actor, action, subject, detail, rehearsal, null, previousHash);
    }

    static ChainedRow row(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            boolean rehearsal,
            @Nullable Vouched vouched,
            String previousHash) {
        ChainedRow open = new ChainedRow(
                sequence,
                Exact.time(at),
                Exact.text(actor),
                Exact.text(action),
                Exact.text(subject),
                Exact.text(detail),
                rehearsal,
                vouched,
                previousHash,
                "");
        return new ChainedRow(
                open.sequence(),
                open.at(),
                open.actor(),
                open.action(),
                open.subject(),
                open.detail(),
                open.rehearsal(),
                open.vouched(),
                open.previousHash(),
                of(open));
    }

    /** The hash that a row must have, from its other fields. */
    static String of(ChainedRow row) {
        return Sha256.of(encoding(row));
    }

    static byte[] encoding(ChainedRow row) {
        Vouched vouched = row.vouched();
        Fields fields = new Fields()
                .add(vouched == null ? FORM : FORM_WITH_EVENTS)
                .add(Long.toString(row.sequence()))
                .add(row.at().toString())
                .add(row.actor())
                .add(row.action())
                .add(row.subject())
                .add(row.detail())
                .add(Boolean.toString(row.rehearsal()));
        if (vouched != null) {
            fields.add(vouched.stream()).add(Integer.toString(vouched.length())).add(vouched.hash());
        }
        return fields.add(row.previousHash()).bytes();
    }

    /** Texts one after the other, each behind its length. */
    static final class Fields {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Fields add(String value) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        String sha256() {
            return Sha256.of(bytes());
        }
    }
}
