package dev.vesper.books.flow;

import dev.vesper.books.Balances;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A book that is too large to be held: what it comes to is at hand, and the entries of one account or of some days are read
 * when they are asked for.
 */
public interface AccountBooks {
    /** What all entries come to. */
    Balances balances();

    /** How many entries there are: the number of the newest. */
    long newest();

    /** The entry of a number, from 1 to {@link #newest}; empty for another one. */
    Optional<LedgerEntry> entry(long number);

    /** Where one client account stands. */
    LedgerState state(String account);

    /** What was moved by entries that count from a day or a later one, oldest entry first. */
    List<LotMove> movesSince(LocalDate day);

    /** The day an account's books begin; empty where it has none. */
    Optional<LocalDate> opened(String account);

    /** The day at which the books stand: of the latest entry that was not taken back. */
    Optional<LocalDate> stands();

    /** The last day of the closed period; empty where none is closed. */
    Optional<LocalDate> closed();

    /** The client accounts whose trades settle by a day and were not settled. */
    List<String> unsettled(LocalDate until);

    /** Whether any entry of a kind stands or stood for a flow; one of a rehearsed day that is done again does not. */
    boolean holds(EntryKind kind, String flow);

    /** The entries of a flow that a later part of it follows, without those that were taken back. */
    List<LedgerEntry> standing(EntryKind kind, String flow);

    /** Whether an entry was taken back for a reason. */
    boolean takenBack(String why);
}
