package dev.vesper.desk.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audit row with everything that its hash is made of, for whoever checks the chain without Vesper.
 *
 * @param form the first field of what is hashed, for example {@code vesper-audit-3}
 * @param stream of the events stored with the row; empty where there are none
 * @param streamLength how many events the stream holds with them; 0 where there are none
 * @param eventsHash over those events; empty where there are none
 * @param origin from where it was done; empty in rows of an older form
 */
public record ExportedRow(
        String form,
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        boolean rehearsal,
        String stream,
        int streamLength,
        String eventsHash,
        String origin,
        String before,
        String after,
        String previousHash,
        String hash) {
    private static final String NEWEST_FORM = "vesper-audit-3";

    public static ExportedRow of(ChainedRow row) {
        Vouched vouched = row.vouched();
        return new ExportedRow(
                ChainHash.form(row),
                row.sequence(),
                row.at(),
                row.actor(),
                row.action(),
                row.subject(),
                row.detail(),
                row.rehearsal(),
                vouched == null ? "" : vouched.stream(),
                vouched == null ? 0 : vouched.length(),
                vouched == null ? "" : vouched.hash(),
                row.origin(),
                row.change().before(),
                row.change().after(),
                row.previousHash(),
                row.hash());
    }

    /** As its hash sees it. */
    public ChainedRow chained() {
        @Nullable Vouched vouched = stream.isEmpty() ? null : new Vouched(stream, streamLength, eventsHash);
        @Nullable
        Circumstance circumstance =
                form.equals(NEWEST_FORM) ? new Circumstance(origin, new Change(before, after)) : null;
        return new ChainedRow(
                sequence, at, actor, action, subject, detail, rehearsal, vouched, circumstance, previousHash, hash);
    }
}
