package dev.vesper.desk.books;

import dev.vesper.books.reconcile.Break;
import dev.vesper.books.reconcile.BreakState;
import java.time.LocalDate;

/**
 * A break, and where it stands.
 *
 * @param id for example {@code B-12}
 * @param what it differs in, as the newest statement that shows it has it
 * @param state where its adjusting entry was rejected, open again
 * @param since day of the first statement that showed it
 * @param ageDays from that day to that of the newest statement
 * @param owner who looks after it
 * @param by who decided it; empty while nobody has
 * @param reason why; may be empty
 * @param flow the adjusting entry's flow; empty where none is asked for
 */
public record BreakRecord(
        String id,
        Break what,
        BreakState state,
        LocalDate since,
        long ageDays,
        String owner,
        String by,
        String reason,
        String flow) {}
