package dev.vesper.adapters.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the store is.
 *
 * @param jdbcUrl {@code jdbc:h2:...} or {@code jdbc:postgresql://host:port/database}
 * @param password never printed
 * @param migrations the folder of V*.sql files
 * @param home the data folder: holds {@code audit.anchor} and, by default, the H2 file
 */
public record DatabaseSettings(String jdbcUrl, String user, String password, Path migrations, Path home) {
    private static final Pattern SECRET = Pattern.compile("(?i)(password\\s*=)[^;&]*|(//[^/@:]*:)[^?;]*(?=@)");

    /**
     * The default: a file under {@code home}. Every commit is written before it returns, so that it outlives {@code kill
     * -9}. With a delay the writes of many could be shared, but H2's writer in the background hands them to another thread, for
     * which {@code checkpoint sync} does not wait: what was said to be kept could be lost. H2 keeps what it has parsed of the
     * statements that are asked all the time, of which it has 8 unless it is told. Identifiers are lower case as in PostgreSQL.
     */
    public static DatabaseSettings h2(Path home, Path migrations) {
        return new DatabaseSettings(
                "jdbc:h2:file:" + home.toAbsolutePath().normalize().resolve("vesper")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000"
                        + ";QUERY_CACHE_SIZE=200",
                "sa",
                H2Password.kept(home),
                migrations,
                home);
    }

    DatabaseSettings withPassword(String other) {
        return new DatabaseSettings(jdbcUrl, user, other, migrations, home);
    }

    boolean isH2() {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    /**
     * The file of an H2 database, for example {@code /srv/vesper/var/store/vesper.mv.db}; empty where it has none of its
     * own: in memory, on a server, in an archive, or shared by H2 itself (AUTO_SERVER).
     */
    Optional<Path> file() {
        if (!isH2() || jdbcUrl.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE")) {
            return Optional.empty();
        }
        String rest = jdbcUrl.substring("jdbc:h2:".length());
        String named = rest.indexOf(';') < 0 ? rest : rest.substring(0, rest.indexOf(';'));
        String path = named.startsWith("file:") ? named.substring("file:".length()) : named;
        if (path.isEmpty() || path.indexOf(':') > 1) { // mem:, tcp:, ssl:, zip:, ...; C: is a drive
            return Optional.empty();
        }
        Path file = path.startsWith("~") ? Path.of(System.getProperty("user.home") + path.substring(1)) : Path.of(path);
        return Optional.of(Path.of(file + ".mv.db").toAbsolutePath().normalize());
    }

    boolean isPostgres() {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    /** The address as it may be shown: without any password in it. */
    public String shown() {
        String first = jdbcUrl.indexOf(';') < 0 ? jdbcUrl : jdbcUrl.substring(0, jdbcUrl.indexOf(';'));
        return SECRET.matcher(isH2() ? first : jdbcUrl).replaceAll("$1$2***");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + shown() + ", user " + user + ", migrations " + migrations + "]";
    }
}
