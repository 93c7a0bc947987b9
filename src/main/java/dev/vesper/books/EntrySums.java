package dev.vesper.books;

import dev.vesper.basics.Sha256;
import dev.vesper.orders.slice.RowSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over entries. The canonical text of an entry is its fields in the order of the record, each as its length in UTF-8
 * bytes (4 bytes, big-endian) and then the bytes; amounts are in decimal without trailing zeros, what is not there is an
 * empty text.
 */
public final class EntrySums {
    private final Sha256 sum = new Sha256();
    private int entries;

    /** Over what an entry says, without its place in the ledger: 64 hex digits. */
    static String of(LedgerEntry entry) {
        EntrySums sums = new EntrySums();
        sums.entry(entry);
        return sums.sum.hex();
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

    /** Over what was added; nothing can be added any more. */
    public RowSum sum() {
        return new RowSum(entries, sum.hex());
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
        byte[] bytes = (value == null ? "" : value.toString()).getBytes(StandardCharsets.UTF_8);
        sum.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sum.add(bytes);
    }
}
