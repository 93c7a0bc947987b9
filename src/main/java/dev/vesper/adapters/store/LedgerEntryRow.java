package dev.vesper.adapters.store;

import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import dev.vesper.orders.slice.RowSum;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ledger_entry}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "ledger_entry")
@IdClass(LedgerEntryRow.Key.class)
class LedgerEntryRow {
    /** In the order in which {@link #bind} fills them. */
    static final String COLUMNS = "book, sequence, kind, source, account, effective, settles, booked, memo,"
            + " executions, executions_hash, reverses";

    @Id
    String book;

    @Id
    long sequence;

    String kind;
    String source;
    String account;
    LocalDate effective;
    LocalDate settles;
    Instant booked;
    String memo;
    Integer executions;
    String executionsHash;
    String reverses;

    record Key(String book, long sequence) {}

    static LedgerEntryRow of(BookId book, BookedEntry placed) {
        LedgerEntry entry = placed.entry();
        RowSum executions = entry.executions();
        LedgerEntryRow row = new LedgerEntryRow();
        row.book = book.value();
        row.sequence = placed.sequence();
        row.kind = entry.kind().word();
        row.source = entry.source();
        row.account = entry.account();
        row.effective = entry.effective();
        row.settles = entry.settles();
        row.booked = placed.booked();
        row.memo = entry.memo();
        row.executions = executions == null ? null : executions.rows();
        row.executionsHash = executions == null ? null : executions.sha256();
        row.reverses = entry.reverses() == null ? null : entry.reverses().value();
        return row;
    }

    BookedEntry toEntry(List<Posting> postings, SharedTexts texts) {
        return new BookedEntry(
                sequence,
                booked,
                new LedgerEntry(
                        new EntryKind(texts.of(kind)),
                        source,
                        texts.of(account),
                        effective,
                        settles,
                        postings,
                        memo,
                        executions == null ? null : new RowSum(executions, executionsHash),
                        reverses == null ? null : new EntryId(reverses)));
    }

    static void bind(PreparedStatement insert, LedgerEntryRow row) throws SQLException {
        insert.setString(1, row.book);
        insert.setLong(2, row.sequence);
        insert.setString(3, row.kind);
        insert.setString(4, row.source);
        insert.setString(5, row.account);
        insert.setObject(6, row.effective);
        insert.setObject(7, row.settles, Types.DATE);
        insert.setObject(8, row.booked.atOffset(ZoneOffset.UTC));
        insert.setString(9, row.memo);
        insert.setObject(10, row.executions, Types.INTEGER);
        insert.setString(11, row.executionsHash);
        insert.setString(12, row.reverses);
    }
}
