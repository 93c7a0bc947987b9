package dev.vesper.desk.books;

import dev.vesper.books.AccountType;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of one entry, for people and programs.
 *
 * @param entry the entry's number in its book
 * @param line 1, 2, 3 ... in its entry
 * @param kind of the entry, for example {@code trade}
 * @param to the account of the ledger
 * @param unit a currency or a symbol
 * @param lot the tax lot, where the account has one
 * @param takenBack whether another entry takes this one back
 * @param takesBack the beginning of the id of the entry that this one takes back
 */
public record LedgerLine(
        long entry,
        int line,
        LocalDate effective,
        @Nullable LocalDate settles,
        Instant booked,
        String kind,
        String source,
        String account,
        AccountType to,
        String unit,
        @Nullable String lot,
        BigDecimal amount,
        PostingCode code,
        boolean takenBack,
        @Nullable String takesBack,
        String memo) {
    /** One line of an entry. */
    public static LedgerLine of(BookedEntry booked, int line, Posting posting, boolean takenBack) {
        LedgerEntry entry = booked.entry();
        EntryId back = entry.reverses();
        return new LedgerLine(
                booked.sequence(),
                line,
                entry.effective(),
                entry.settles(),
                booked.booked(),
                entry.kind().word(),
                entry.source(),
                entry.account(),
                posting.account().type(),
                posting.account().unit().code(),
                posting.account().lot() == null ? null : posting.account().lot().toString(),
                posting.amount(),
                posting.code(),
                takenBack,
                back == null ? null : back.shortened(),
                entry.memo());
    }

    /** The lines of entries that are all that counts. */
    public static List<LedgerLine> of(List<BookedEntry> entries) {
        Set<EntryId> reversed = entries.stream()
                .map(e -> e.entry().reverses())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<LedgerLine> lines = new ArrayList<>();
        for (BookedEntry booked : entries) {
            int line = 0;
            for (Posting posting : booked.entry().postings()) {
                line++;
                lines.add(of(
                        booked, line, posting, reversed.contains(booked.entry().id())));
            }
        }
        return lines;
    }
}
