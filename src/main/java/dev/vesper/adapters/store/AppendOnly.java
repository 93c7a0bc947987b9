package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes both engines refuse to change or delete audit rows, events and entries of the books. The two speak different trigger languages, so this is not a
 * migration; it is put back at every start where it is missing. A database administrator can still remove it: that is
 * what the hash chain and the anchor are for.
 */
final class AppendOnly {
    private static final List<String> TABLES = List.of("audit_row", "event", "ledger_entry", "ledger_posting");

    private AppendOnly() {}

    static void guard(DataSource source) {
        try (Connection connection = source.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
                for (String table : TABLES) {
                    if (!present(statement, table)) {
                        statement.execute(h2 ? onH2(table) : onPostgres(table));
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw Problem.unavailable(
                    "Expected to make " + String.join(", ", TABLES) + " append-only, but " + e.getMessage(), e);
        }
    }

    private static boolean present(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select 1 from information_schema.triggers where lower(trigger_name) = '" + table + "_append_only'")) {
            return found.next();
        }
    }

    private static String onH2(String table) {
        return "create trigger " + table + "_append_only before update, delete on " + table + " for each row call '"
                + AppendOnlyTrigger.class.getName() + "'";
    }

    private static String onPostgres(String table) {
        return """
                create or replace function TABLE_refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'TABLE is append-only: % refused', tg_op;
                end $$;
                create trigger TABLE_append_only before update or delete or truncate on TABLE
                    for each statement execute function TABLE_refuse_change()""".replace("TABLE", table);
    }
}
