package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question to a person.
 *
 * @param id {@code <run>/<kind>}, for example {@code 2018-04-11-001/approve-trades}
 * @param kind {@code release-data}, {@code propose-trades} or {@code approve-trades}
 * @param question one line: what is asked and why
 * @param detail what the person should see before deciding, plain text of several lines
 * @param decision {@code approve} or {@code reject}, or null while open
 */
public record UserTask(
        String id,
        RunId run,
        String kind,
        String question,
        String detail,
        Instant raisedAt,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {
    public boolean open() {
        return decision == null;
    }
}
