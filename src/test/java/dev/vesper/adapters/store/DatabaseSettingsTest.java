package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are never shown, and what cannot be reached is said in words. */
class DatabaseSettingsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/vesper?user=a&password=s3cret&ssl=true",
                "jdbc:postgresql://a:s3cret@db/vesper",
                "jdbc:postgresql://db/vesper?PASSWORD=s3cret",
                "jdbc:postgresql://db/vesper?sslpassword=s3cret",
                "jdbc:h2:file:/data/vesper;PASSWORD=s3cret"
            })
    void passwordsAreNeverShown(String url) {
        DatabaseSettings settings = settings(url);
        assertFalse(settings.shown().contains("s3cret"), settings::shown);
        assertFalse(settings.toString().contains("s3cret"), settings::toString);
        assertTrue(settings.shown().contains("vesper"), settings::shown);
    }

    @Test
    void aServerThatDoesNotAnswerIsUnavailable() {
        Problem problem =
                assertThrows(Problem.class, () -> Database.open(settings("jdbc:postgresql://localhost:1/vesper")));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("nothing answers"), problem::getMessage);
        assertFalse(problem.getMessage().contains("s3cret"), problem::getMessage);
    }

    @Test
    void anotherKindOfDatabaseIsWrongUsage() {
        Problem problem = assertThrows(Problem.class, () -> Database.open(settings("jdbc:mysql://localhost/vesper")));
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void missingMigrationsAreNamed() {
        DatabaseSettings settings = DatabaseSettings.h2(home, home.resolve("nowhere"));
        Problem problem = assertThrows(Problem.class, () -> Database.open(settings));
        assertTrue(problem.getMessage().contains("nowhere"), problem::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:file:/srv/vesper/book;MODE=PostgreSQL | /srv/vesper/book.mv.db
            jdbc:h2:/srv/vesper/book                      | /srv/vesper/book.mv.db
            jdbc:h2:file:/srv/vesper/../book              | /srv/book.mv.db
            jdbc:h2:~/book                                | HOME/book.mv.db
            jdbc:h2:./book                                | HERE/book.mv.db
            jdbc:h2:file:/srv/book;AUTO_SERVER=TRUE       | none
            jdbc:h2:mem:book                              | none
            jdbc:h2:tcp://server/~/book                   | none
            jdbc:h2:zip:/srv/book.zip!/book               | none
            jdbc:h2:                                      | none
            jdbc:postgresql://server/book                 | none
            """)
    void theFileOfADatabaseIsFoundInItsAddress(String url, String file) {
        String expected = file.replace("HOME", System.getProperty("user.home"))
                .replace("HERE", Path.of("").toAbsolutePath().toString());
        assertEquals(expected, settings(url).file().map(Path::toString).orElse("none"));
    }

    private DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, "vesper", "s3cret", StoreIT.MIGRATIONS, home);
    }
}
