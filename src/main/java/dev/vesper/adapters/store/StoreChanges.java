package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.changes.ChangeSource;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed in the store, whoever wrote it: the rows that the audit got since, and of the runs that have not ended, which
 * the audit does not tell step by step, their stages, the events of their orders and the open questions. A few short questions
 * each time, however much is stored. One thread asks at a time.
 */
public final class StoreChanges implements ChangeSource {
    /** More are told as that every topic changed. */
    private static final int MOST_ROWS = 1_000;

    private static final Pattern RUN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}-\\d{3})(/.*)?");
    private static final String NOT_ENDED = "('RUNNING', 'WAITING', 'FAILED')";
    private static final String ORDERS = "orders/";

    private final Database database;
    private boolean first = true;
    private Seen seen = new Seen(0, Map.of(), Map.of(), "");

    /**
     * What was there when it was asked last.
     *
     * @param audit the newest row
     * @param runs each that had not ended with its stages
     * @param orders how many events each of these had of its orders
     * @param questions those that were open
     */
    private record Seen(long audit, Map<String, String> runs, Map<String, String> orders, String questions) {}

    public StoreChanges(Database database) {
        this.database = database;
    }

    @Override
    public Set<Changed> look() {
        Set<Changed> changed = new LinkedHashSet<>();
        seen = database.read(session -> session.doReturningWork(connection -> {
            Seen now = new Seen(
                    number(connection, "select sequence from audit_head"),
                    marks(
                            connection,
                            "select r.run_id, r.status, s.name, s.state, s.started_at, s.finished_at from run r left join"
                                    + " run_stage s on s.run_id = r.run_id where r.status in " + NOT_ENDED
                                    + " order by r.run_id, s.position"),
                    marks(
                            connection,
                            "select r.run_id, (select max(e.sequence) from event e where e.stream = '" + ORDERS
                                    + "' || r.run_id) from run r where r.status in " + NOT_ENDED),
                    String.valueOf(marks(
                            connection,
                            "select 'open', count(*), max(raised_at) from user_task where decision is null")));
            if (!first) {
                compare(connection, seen, now, changed);
            }
            return now;
        }));
        first = false;
        return changed;
    }

    private static void compare(Connection connection, Seen before, Seen now, Set<Changed> changed)
            throws SQLException {
        if (now.audit - before.audit > MOST_ROWS) {
            Stream.of(Topic.values()).map(Changed::of).forEach(changed::add);
            return;
        }
        differing(before.runs, now.runs).forEach(run -> changed.add(Changed.of(Topic.RUNS, run)));
        differing(before.orders, now.orders).forEach(run -> changed.add(Changed.of(Topic.ORDERS, run)));
        if (!before.questions.equals(now.questions)) {
            changed.add(Changed.of(Topic.TASKS));
        }
        if (now.audit != before.audit) {
            changed.add(Changed.of(Topic.AUDIT));
            audited(connection, before.audit, changed);
        }
    }

    private static Set<RunId> differing(Map<String, String> before, Map<String, String> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(run -> !Objects.equals(before.get(run), now.get(run)))
                .map(RunId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void audited(Connection connection, long after, Set<Changed> changed) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select action, subject from audit_row where sequence > ? order by sequence")) {
            query.setLong(1, after);
            query.setMaxRows(2 * MOST_ROWS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Optional<RunId> run = run(rows.getString(2));
                    Topic.of(AuditAction.of(rows.getString(1))).stream()
                            .map(topic -> new Changed(topic, ofRuns(topic) ? run : Optional.empty()))
                            .forEach(changed::add);
                }
            }
        }
    }

    private static boolean ofRuns(Topic topic) {
        return topic == Topic.RUNS || topic == Topic.ORDERS;
    }

    private static Optional<RunId> run(String subject) {
        Matcher matcher = RUN.matcher(subject);
        return matcher.matches() ? Optional.of(new RunId(matcher.group(1))) : Optional.empty();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** All that the rows say beside their first column, by that. */
    private static Map<String, String> marks(Connection connection, String sql) throws SQLException {
        Map<String, String> marks = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder said = new StringBuilder();
                for (int column = 2; column <= columns; column++) {
                    said.append(rows.getString(column)).append(' ');
                }
                marks.merge(rows.getString(1), said.toString(), String::concat);
            }
        }
        return marks;
    }
}
