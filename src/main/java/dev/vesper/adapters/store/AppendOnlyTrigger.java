package dev.vesper.adapters.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's trigger on audit_row; public because H2 makes it by its name. */
public final class AppendOnlyTrigger implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("audit_row is append-only: " + (after == null ? "DELETE" : "UPDATE") + " refused");
    }
}
