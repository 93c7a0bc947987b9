package dev.vesper.desk.books;

import java.time.LocalDate;

/**
 * What a statement came to.
 *
 * @param statement the name under which it is kept
 * @param asOf the day at whose close it was true
 * @param accounts and {@code lots}: how many it tells of
 * @param open breaks that wait for a decision
 * @param explained breaks that go by themselves when a trade settles
 * @param decided breaks that somebody decided, and that it still shows
 * @param found how many of all these are new
 * @param cleared how many of the last statement it does not show any more
 */
public record ReconcileResult(
        String statement,
        LocalDate asOf,
        int accounts,
        int lots,
        int open,
        int explained,
        int decided,
        int found,
        int cleared) {}
