package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a database engine throws into words. */
final class DatabaseProblem {
    /** H2: in use by another process, file corrupt or not writable, closed, connection broken, disk full. */
    private static final Set<Integer> H2_UNAVAILABLE = Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90121);

    private static final int H2_IN_USE = 90020;

    private DatabaseProblem() {}

    /** The problem behind a failure to open, or empty where it is no trouble of reaching the database. */
    static Optional<Problem> opening(DatabaseSettings settings, Throwable failure) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return Optional.empty();
        }
        String state = state(sql);
        if (settings.isH2() && sql.getErrorCode() == H2_IN_USE) {
            return Optional.of(Problem.unavailable("Expected to open " + settings.shown()
                    + ", but another program has the" + " file open; maybe a database tool: close it"));
        }
        if (state.startsWith("28")) {
            return Optional.of(Problem.unavailable("Expected to enter " + settings.shown() + " as " + settings.user()
                    + ", but the database refused the user or the password; check VESPER_DB_USER and"
                    + " VESPER_DB_PASSWORD"));
        }
        if (state.equals("3D000")) {
            return Optional.of(Problem.unavailable("Expected a database at " + settings.shown()
                    + ", but the server has none of that name; create it: createdb -O " + settings.user() + " NAME"));
        }
        if (state.startsWith("08")) {
            return Optional.of(Problem.unavailable("Expected a database at " + settings.shown()
                    + ", but nothing answers: " + firstLine(sql) + "; maybe VESPER_DB_URL is wrong or the server is"
                    + " down"));
        }
        return lost(settings, failure);
    }

    /** The problem behind a failure in the middle of work, or empty where the statement itself was wrong. */
    static Optional<Problem> lost(DatabaseSettings settings, Throwable failure) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return Optional.empty();
        }
        String state = state(sql);
        boolean h2 = settings.isH2() && H2_UNAVAILABLE.contains(sql.getErrorCode());
        boolean server = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        return h2 || server
                ? Optional.of(Problem.unavailable(
                        "Expected the database at " + settings.shown() + " to answer, but: " + firstLine(sql)
                                + "; maybe the disk is full or the server has stopped",
                        failure))
                : Optional.empty();
    }

    static @Nullable SQLException sqlException(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String state(SQLException sql) {
        String state = sql.getSQLState();
        return state == null ? "" : state;
    }

    private static String firstLine(SQLException sql) {
        String message = sql.getMessage();
        return message == null
                ? sql.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
