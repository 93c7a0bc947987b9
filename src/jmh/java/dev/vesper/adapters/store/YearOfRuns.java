package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts days of the past beside a real one: all that the store has of a run (orders, children, fills, verdicts, questions,
 * stages, events) is copied, weekday by weekday back, under ids of their own, and its audit rows are chained behind those
 * that are there. The same store and number of days give the same rows. On H2 and PostgreSQL.
 */
public final class YearOfRuns {
    /** What is hung on comes first. */
    private static final List<String> TABLES = List.of(
            "run",
            "run_stage",
            "process_instance",
            "run_files",
            "run_rules",
            "data_check",
            "rebalance",
            "account_plan",
            "plan_weight",
            "parent_order",
            "chosen_lot",
            "verdict",
            "child_order",
            "child_outcome",
            "fill",
            "user_task");

    private final Database database;

    public YearOfRuns(Database database) {
        this.database = database;
    }

    /** Copies a run to so many weekdays before it; answers how many rows that made. */
    public long before(RunId run, LocalDate date, int days) {
        long rows = 0;
        LocalDate day = date;
        for (int i = 0; i < days; i++) {
            do {
                day = day.minusDays(1);
            } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
            LocalDate copied = day;
            rows += database.write(session -> session.doReturningWork(
                    connection -> copy(connection, run.value(), copied, ChronoUnit.DAYS.between(copied, date))));
        }
        return rows;
    }

    private static long copy(Connection connection, String run, LocalDate day, long back) throws SQLException {
        String other = day + "-001";
        long rows = 0;
        for (String table : TABLES) {
            rows += copied(connection, table, "run_id = ?", run, other, day, back);
        }
        rows += copied(connection, "event", "stream like '%/' || ?", run, other, day, back);
        return rows + audited(connection, run, other, back);
    }

    private static long copied(
            Connection connection, String table, String which, String run, String other, LocalDate day, long back)
            throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement columns = connection.prepareStatement(
                "select column_name, data_type from information_schema.columns where lower(table_name) = ?"
                        + " and lower(table_schema) = 'public' order by ordinal_position")) {
            columns.setString(1, table);
            try (ResultSet found = columns.executeQuery()) {
                while (found.next()) {
                    String name = found.getString(1).toLowerCase(Locale.ROOT);
                    String type = found.getString(2).toLowerCase(Locale.ROOT);
                    names.add(name);
                    values.add(
                            name.equals("business_date")
                                    ? "date '" + day + "'"
                                    : name.equals("number")
                                            ? "1"
                                            : type.startsWith("timestamp") || type.equals("date")
                                                    ? "cast(" + name + " - interval '" + back + "' day as "
                                                            + (type.equals("date")
                                                                    ? "date"
                                                                    : "timestamp(6) with time zone")
                                                            + ")"
                                                    : type.startsWith("character") || type.equals("text")
                                                            ? "replace(" + name + ", '" + run + "', '" + other + "')"
                                                            : name);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                + String.join(", ", names) + ") select "
                + values.stream().collect(Collectors.joining(", ")) + " from " + table + " where " + which)) {
            insert.setString(1, run);
            return insert.executeUpdate();
        }
    }

    /** The rows about the run once more, as the newest of the chain. */
    private static long audited(Connection connection, String run, String other, long back) throws SQLException {
        long sequence;
        String hash;
        try (PreparedStatement head = connection.prepareStatement("select sequence, hash from audit_head for update");
                ResultSet found = head.executeQuery()) {
            found.next();
            sequence = found.getLong(1);
            hash = found.getString(2);
        }
        long rows = 0;
        try (PreparedStatement asked = connection.prepareStatement(
                        "select at, actor, action, subject, detail, rehearsal from audit_row where subject = ? or subject"
                                + " like ? order by sequence");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into audit_row (sequence, at, actor, action, subject, detail, rehearsal, previous_hash,"
                                + " hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            asked.setString(1, run);
            asked.setString(2, run + "/%");
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    Instant at = found.getTimestamp(1).toInstant().minus(back, ChronoUnit.DAYS);
                    ChainedRow row = AuditHash.row(
                            ++sequence,
                            at,
                            found.getString(2),
                            found.getString(3),
                            found.getString(4).replace(run, other),
                            found.getString(5).replace(run, other),
                            found.getBoolean(6),
                            hash);
                    insert.setLong(1, row.sequence());
                    insert.setTimestamp(2, Timestamp.from(row.at()));
                    insert.setString(3, row.actor());
                    insert.setString(4, row.action());
                    insert.setString(5, row.subject());
                    insert.setString(6, row.detail());
                    insert.setBoolean(7, row.rehearsal());
                    insert.setString(8, row.previousHash());
                    insert.setString(9, row.hash());
                    insert.addBatch();
                    hash = row.hash();
                    rows++;
                }
            }
            insert.executeBatch();
        }
        try (PreparedStatement head = connection.prepareStatement("update audit_head set sequence = ?, hash = ?")) {
            head.setLong(1, sequence);
            head.setString(2, hash);
            head.executeUpdate();
        }
        return rows;
    }
}
