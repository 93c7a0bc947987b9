package dev.vesper.adapters.store;

import dev.vesper.books.AccountType;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import dev.vesper.books.Unit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ledger_posting}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "ledger_posting")
class LedgerPostingRow {
    /** In the order in which {@link #bind} fills them. */
    static final String COLUMNS = "number, sequence, line, account_type, unit, lot, amount, code";

    @Id
    long number;

    long sequence;
    int line;
    String accountType;
    String unit;
    String lot;
    BigDecimal amount;
    String code;

    static LedgerPostingRow of(long number, long sequence, int line, Posting posting) {
        LedgerAccount account = posting.account();
        LedgerPostingRow row = new LedgerPostingRow();
        row.number = number;
        row.sequence = sequence;
        row.line = line;
        row.accountType = account.type().word();
        row.unit = account.unit().code();
        row.lot = account.lot() == null ? null : account.lot().toString();
        row.amount = posting.amount();
        row.code = posting.code().word();
        return row;
    }

    Posting toPosting(SharedTexts texts) {
        AccountType type = AccountType.of(accountType);
        return new Posting(
                new LedgerAccount(type, new Unit(type.counts(), texts.of(unit)), lot == null ? null : LotId.of(lot)),
                Exact.number(amount),
                PostingCode.of(code));
    }

    static void bind(PreparedStatement insert, LedgerPostingRow row) throws SQLException {
        insert.setLong(1, row.number);
        insert.setLong(2, row.sequence);
        insert.setInt(3, row.line);
        insert.setString(4, row.accountType);
        insert.setString(5, row.unit);
        insert.setString(6, row.lot);
        insert.setBigDecimal(7, row.amount);
        insert.setString(8, row.code);
    }
}
