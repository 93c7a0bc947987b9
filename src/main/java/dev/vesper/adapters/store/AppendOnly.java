package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Makes both engines refuse to change or delete audit rows. The two speak different trigger languages, so this is not a
 * migration; it is put back at every start where it is missing. A database administrator can still remove it: that is
 * what the hash chain and the anchor are for.
 */
final class AppendOnly {
    private static final String TRIGGER = "audit_row_append_only";

    private AppendOnly() {}

    static void guard(DataSource source) {
        try (Connection connection = source.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                if (!present(statement)) {
                    if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                        onH2(statement);
                    } else {
                        onPostgres(statement);
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw Problem.unavailable("Expected to make audit_row append-only, but " + e.getMessage(), e);
        }
    }

    private static boolean present(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select 1 from information_schema.triggers where lower(trigger_name) = '" + TRIGGER + "'")) {
            return found.next();
        }
    }

    private static void onH2(Statement statement) throws SQLException {
        statement.execute("create trigger " + TRIGGER + " before update, delete on audit_row for each row call '"
                + AppendOnlyTrigger.class.getName() + "'");
    }

    private static void onPostgres(Statement statement) throws SQLException {
        statement.execute("""
                create or replace function audit_row_refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'audit_row is append-only: % refused', tg_op;
                end $$""");
        statement.execute("create trigger " + TRIGGER
                + " before update or delete or truncate on audit_row for each statement execute function"
                + " audit_row_refuse_change()");
    }
}
