package dev.vesper.adapters.store;

import dev.vesper.basics.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The hash of an audit row: SHA-256 over all its fields and the hash before. Each field is its length in UTF-8 bytes (4
 * bytes, big-endian) and then the bytes, so no two different rows encode alike: ("ab", "c") is not ("a", "bc"). Time is
 * written as {@code 2018-04-11T16:05:00.123456Z}, a truth value as {@code true} or {@code false}, numbers in decimal.
 */
final class AuditHash {
    /** What the first row follows. */
    static final String GENESIS = "0".repeat(64);

    private static final String FORM = "vesper-audit-1";

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
        ChainedRow open = new ChainedRow(
                sequence,
                Exact.time(at),
                Exact.text(actor),
                Exact.text(action),
                Exact.text(subject),
                Exact.text(detail),
                rehearsal,
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
                open.previousHash(),
                of(open));
    }

    /** The hash that a row must have, from its other fields. */
    static String of(ChainedRow row) {
        return Sha256.of(encoding(row));
    }

    static byte[] encoding(ChainedRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        field(bytes, FORM);
        field(bytes, Long.toString(row.sequence()));
        field(bytes, row.at().toString());
        field(bytes, row.actor());
        field(bytes, row.action());
        field(bytes, row.subject());
        field(bytes, row.detail());
        field(bytes, Boolean.toString(row.rehearsal()));
        field(bytes, row.previousHash());
        return bytes.toByteArray();
    }

    private static void field(ByteArrayOutputStream bytes, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }
}
