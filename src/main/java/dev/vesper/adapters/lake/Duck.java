package dev.vesper.adapters.lake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** Opens DuckDB in this process, in memory, with a bound on what it takes; it never looks for extensions. */
final class Duck {
    private static final int MEMORY_MB = 320;
    /** How DuckDB's complaint about a query begins. */
    private static final String NOT_UNDERSTOOD = "Invalid Input Error:";

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

    /** What a check that failed means: a contract that asks for what DuckDB cannot do, or a disk. */
    static Problem failed(String product, Path file, Path work, SQLException why) {
        String said = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        if (said.contains(NOT_UNDERSTOOD)) {
            return Problem.input(
                    Place.of(product + "/contract.odcs.yaml"),
                    "Expected rules that can be checked, but DuckDB says: "
                            + said.substring(said.indexOf(NOT_UNDERSTOOD) + NOT_UNDERSTOOD.length())
                                    .strip() + "; patterns are RE2's, without look-around");
        }
        return Problem.unavailable(
                "Expected DuckDB to check " + file.getFileName() + ", but " + said + "; maybe the disk under " + work
                        + " is full",
                why);
    }
}
