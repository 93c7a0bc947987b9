package dev.vesper.adapters.store;

import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Rows put behind the newest of the audit log, each sealed as the product seals it, many at a time. */
final class AuditEnd implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private long sequence;
    private String hash;
    private int waiting;

    AuditEnd(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement head = connection.prepareStatement("select sequence, hash from audit_head for update");
                ResultSet found = head.executeQuery()) {
            found.next();
            sequence = found.getLong(1);
            hash = found.getString(2);
        }
        insert = connection.prepareStatement("insert into audit_row (sequence, at, actor, action, subject, detail,"
                + " rehearsal, origin, before_text, after_text, previous_hash, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    long sequence() {
        return sequence;
    }

    void add(
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            boolean rehearsal,
            String origin,
            Change change)
            throws SQLException {
        ChainedRow row = AuditHash.row(
                ++sequence,
                at,
                actor,
                action,
                subject,
                detail,
                rehearsal,
                null,
                new Circumstance(origin, change),
                hash);
        insert.setLong(1, row.sequence());
        insert.setTimestamp(2, Timestamp.from(row.at()));
        insert.setString(3, row.actor());
        insert.setString(4, row.action());
        insert.setString(5, row.subject());
        insert.setString(6, row.detail());
        insert.setBoolean(7, row.rehearsal());
        insert.setString(8, row.origin());
        insert.setString(9, row.change().before());
        insert.setString(10, row.change().after());
        insert.setString(11, row.previousHash());
        insert.setString(12, row.hash());
        insert.addBatch();
        hash = row.hash();
        if (++waiting == BATCH) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    /** The head names the newest row. */
    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        insert.close();
        try (PreparedStatement head = connection.prepareStatement("update audit_head set sequence = ?, hash = ?")) {
            head.setLong(1, sequence);
            head.setString(2, hash);
            head.executeUpdate();
        }
    }
}
