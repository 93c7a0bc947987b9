package dev.vesper.adapters.store;

import dev.vesper.adapters.Disk;
import dev.vesper.adapters.PrivateFiles;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The password of the embedded database, drawn once and kept beside it in a file that only its owner may read: who copies
 * the database alone cannot open it. A store of an older Vesper, which has none, is given one when it is opened.
 */
final class H2Password {
    /** Beside the database. */
    static final String FILE = "h2.password";

    private static final String NONE = "";
    private static final int BYTES = 24;

    private H2Password() {}

    /** The password that is kept in a folder; empty where there is none yet. */
    static String kept(Path home) {
        return read(home.resolve(FILE));
    }

    /**
     * The settings with the password of the database they name, which is drawn where it has none. The caller holds the lock of
     * the file. A kill at any moment leaves a database that opens the next time.
     */
    static DatabaseSettings given(DatabaseSettings settings) {
        if (settings.file().isEmpty() || !settings.password().isEmpty()) {
            return settings; // a server's, or known already
        }
        Path home = settings.home().toAbsolutePath().normalize();
        Path database = settings.file().get();
        Path folder = Objects.requireNonNull(database.getParent());
        if (!database.equals(home.resolve("vesper.mv.db"))) {
            String kept = kept(folder); // another state folder's
            return kept.isEmpty() ? settings : settings.withPassword(kept);
        }
        try {
            String known = kept(home);
            if (known.isEmpty()) {
                Path drawn = home.resolve(FILE + ".new");
                known = read(drawn);
                if (known.isEmpty()) {
                    known = draw();
                    write(drawn, known);
                }
                if (Files.exists(database)) {
                    change(settings, known);
                }
                Disk.move(drawn, home.resolve(FILE));
            }
            return settings.withPassword(known);
        } catch (IOException | SQLException e) {
            throw Problem.unavailable(
                    "Expected to give the database " + settings.shown() + " a password, but " + e
                            + "; maybe the folder cannot be written",
                    e);
        }
    }

    /** Sets the password of a database that has none; one that has it already is left as it is. */
    private static void change(DatabaseSettings settings, String password) throws SQLException {
        try (Connection open = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), password)) {
            open.isValid(1); // a kill came between this and the renaming of the file
        } catch (SQLException hasNone) {
            try (Connection open = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), NONE);
                    Statement statement = open.createStatement()) {
                statement.execute("alter user " + settings.user() + " set password '" + password + "'");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : NONE;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read the database's password in " + file + ", but " + e, e);
        }
    }

    private static void write(Path file, String password) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Disk.makeFolder(folder);
        PrivateFiles.replace(file, password + "\n"); // also a torn one of a killed process
        Disk.force(file); // no database may have a password that a loss of power takes
        Disk.forceNames(folder);
    }

    private static String draw() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
