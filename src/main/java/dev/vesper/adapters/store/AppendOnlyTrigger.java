package dev.vesper.adapters.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's trigger on a table that is only appended to; public because H2 makes it by its name. */
public final class AppendOnlyTrigger implements Trigger {
    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String onTable, boolean isBefore, int kind) {
        table = onTable;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException(table + " is append-only: " + (after == null ? "DELETE" : "UPDATE") + " refused");
    }
}
