package dev.vesper.adapters.lake;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** Opens DuckDB in this process, in memory, with a bound on what it takes; it never looks for extensions. */
final class Duck {
    private static final int MEMORY_MB = 320;

    private Duck() {}

    /**
     * @param spill folder for what does not fit in memory
     */
    static DuckDBConnection open(Path spill) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET autoinstall_known_extensions = false");
            sql.execute("SET autoload_known_extensions = false");
            sql.execute("SET memory_limit = '" + MEMORY_MB + "MB'");
            sql.execute("SET temp_directory = " + text(spill.toAbsolutePath().toString()));
        }
        return connection;
    }

    /** A text as SQL literal. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name as SQL identifier. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
