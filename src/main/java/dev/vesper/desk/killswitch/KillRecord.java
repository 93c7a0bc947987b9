package dev.vesper.desk.killswitch;

import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.killswitch.KillScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One kill switch and what people did to it.
 *
 * @param id for example {@code K-3}
 * @param name of the account, the strategy or the venue; empty for everything
 * @param on whether it stops something
 * @param by who pressed it
 * @param reason why
 * @param askedBy who asks for its release, or asked for the one that was agreed to; null where nobody does
 * @param askedAt when
 * @param askedReason why; empty where nobody asks
 * @param releasedBy who agreed; null while it is on
 */
public record KillRecord(
        String id,
        KillKind kind,
        String name,
        boolean on,
        String by,
        Instant at,
        String reason,
        @Nullable String askedBy,
        @Nullable Instant askedAt,
        String askedReason,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {
    /** What it stops, for people: {@code everything}, {@code the account A1}. */
    public String stops() {
        return new KillScope(kind, name).words();
    }

    /** Where it stands: {@code on}, {@code release asked} or {@code released}. */
    public String word() {
        if (!on) {
            return "released";
        }
        return askedBy == null ? "on" : "release asked";
    }

    KillRecord asked(String who, Instant when, String why) {
        return new KillRecord(id, kind, name, true, by, at, reason, who, when, why, null, null);
    }

    KillRecord refused() {
        return new KillRecord(id, kind, name, true, by, at, reason, null, null, "", null, null);
    }

    KillRecord released(String who, Instant when) {
        return new KillRecord(id, kind, name, false, by, at, reason, askedBy, askedAt, askedReason, who, when);
    }
}
