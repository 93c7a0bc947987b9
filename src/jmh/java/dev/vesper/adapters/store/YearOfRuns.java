package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
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
            "user_task",
            "data_quality");

    private static final List<AuditAction> DONE = List.of(
            AuditAction.SIGNED_IN,
            AuditAction.TASK_CLAIMED,
            AuditAction.TASK_GIVEN_BACK,
            AuditAction.MAKER_ASKED,
            AuditAction.MAKER_REPLIED);

    private static final int RARE = 5_000;
    /** Who did little. */
    public static final String SELDOM = "selma";

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
        long before;
        try (AuditEnd end = new AuditEnd(connection);
                PreparedStatement asked = connection.prepareStatement(
                        "select at, actor, action, subject, detail, rehearsal, origin, before_text, after_text"
                                + " from audit_row where subject = ? or subject like ? order by sequence")) {
            before = end.sequence();
            asked.setString(1, run);
            asked.setString(2, run + "/%");
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    end.add(
                            found.getTimestamp(1).toInstant().minus(back, ChronoUnit.DAYS),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4).replace(run, other),
                            found.getString(5).replace(run, other),
                            found.getBoolean(6),
                            Objects.requireNonNullElse(found.getString(7), ""),
                            new Change(
                                    Objects.requireNonNullElse(found.getString(8), ""),
                                    Objects.requireNonNullElse(found.getString(9), "")));
                }
            }
            return end.sequence() - before;
        }
    }

    /**
     * What many people did beside, drawn from a seed over the days that are there, until the audit log has so many rows. One in
     * {@value #RARE} is of {@value #SELDOM}, who does little else.
     */
    public void people(long rows, long seed) {
        database.write(session -> session.doReturningWork(connection -> {
            List<String> runs = new ArrayList<>();
            List<Instant> days = new ArrayList<>();
            try (PreparedStatement asked =
                            connection.prepareStatement("select run_id, opened_at from run order by opened_at");
                    ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    runs.add(found.getString(1));
                    days.add(found.getTimestamp(2).toInstant());
                }
            }
            SplittableRandom random = new SplittableRandom(seed);
            try (AuditEnd end = new AuditEnd(connection)) {
                long first = end.sequence();
                while (end.sequence() < rows) {
                    int day = (int) ((end.sequence() - first) * runs.size() / Math.max(1, rows - first));
                    boolean seldom = random.nextInt(RARE) == 0;
                    AuditAction action = DONE.get(random.nextInt(DONE.size()));
                    end.add(
                            days.get(day).plusSeconds(random.nextInt(36_000)),
                            seldom ? SELDOM : "user" + random.nextInt(40),
                            action.word(),
                            action == AuditAction.SIGNED_IN ? "user/user" + random.nextInt(40) : runs.get(day),
                            "by day " + random.nextInt(1_000),
                            false,
                            "console from 10.0.0." + random.nextInt(250),
                            random.nextBoolean() ? Change.NONE : new Change("a" + day, "b" + day));
                }
            }
            return true;
        }));
    }
}
