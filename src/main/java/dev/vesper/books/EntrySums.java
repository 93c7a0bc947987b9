package dev.vesper.books;

import dev.vesper.basics.FieldSum;
import dev.vesper.orders.slice.RowSum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over entries. The canonical text of an entry is its fields in the order of the record, each as its length in UTF-8
 * bytes (4 bytes, big-endian) and then the bytes; amounts are in decimal without trailing zeros, what is not there is an
 * empty text.
 */
public final class EntrySums {
    private final FieldSum sum = new FieldSum();
    private int entries;

    /** Over what an entry says, without its place in the ledger: 64 hex digits. Nothing must be added that is not summed up. */
    String of(LedgerEntry entry) {
        entry(entry);
        return sum.hex();
    }

    /** Over entries in their order, with their places and the times they were booked. */
    public static RowSum of(List<BookedEntry> entries) {
        EntrySums sums = new EntrySums();
        entries.forEach(sums::add);
        return sums.sum();
    }

    /** The next entry, with its place and the time it was booked. */
    public void add(BookedEntry booked) {
        text(Long.toString(booked.sequence()));
        text(booked.booked().toString());
        entry(booked.entry());
        entries++;
    }

    /** Over what was added; what is added afterwards begins a new sum. */
    public RowSum sum() {
        RowSum added = new RowSum(entries, sum.hex());
        entries = 0;
        return added;
    }

    private void entry(LedgerEntry entry) {
        RowSum executions = entry.executions();
        text(entry.kind().word());
        text(entry.source());
        text(entry.account());
        text(entry.effective().toString());
        text(entry.settles());
        text(entry.memo());
        text(executions == null ? null : Integer.toString(executions.rows()));
        text(executions == null ? null : executions.sha256());
        text(entry.reverses());
        text(Integer.toString(entry.postings().size()));
        for (Posting posting : entry.postings()) {
            LedgerAccount account = posting.account();
            text(account.type().word());
            text(account.unit().code());
            text(account.lot());
            text(posting.amount().toPlainString());
            text(posting.code().word());
        }
    }

    private void text(@Nullable Object value) {
        sum.add(value == null ? "" : value.toString());
    }
}
