package dev.vesper.desk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.SetClock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a password may be, and how it is changed. */
class PasswordsTest {
    private final Memory memory = new Memory();
    private final MemoryUsers users = new MemoryUsers(memory, new SetClock(Instant.parse("2018-04-11T12:00:00Z")));

    private User change(String name, Secret old, String next) {
        return users.passwords.change(name, old, new Secret(next), "a");
    }

    @Test
    void aOneTimePasswordIsChangedIntoAnOwnOne() {
        Secret first = users.manage.add("carol", Set.of(Role.TRADER), "owner").password();
        assertFalse(change("carol", first, "four blue horses").mustChangePassword(), "chosen");
        assertEquals("password-changed", memory.audit.getLast().action().word());
        assertEquals("carol", memory.audit.getLast().actor());
        assertEquals(
                "from a one-time password to their own", memory.audit.getLast().detail());
        assertThrows(Problem.class, () -> users.signIn.byPassword("carol", first, "a"));
        assertEquals(
                "carol",
                users.signIn
                        .byPassword("carol", new Secret("four blue horses"), "a")
                        .name());
    }

    @Test
    void aWrongOldOneChangesNothingAndCounts() {
        users.settled("carol", "four blue horses", Role.TRADER);
        for (int failure = 1; failure <= 5; failure++) {
            assertThrows(Problem.class, () -> change("carol", new Secret("wrong"), "five green horses"));
        }
        Problem closed =
                assertThrows(Problem.class, () -> change("carol", new Secret("four blue horses"), "five green horses"));
        assertTrue(String.valueOf(closed.getMessage()).contains("try again in 15 minutes"), closed.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "short one,12 to 128",
        "four blue horses,another password than the old one",
        "Carol Johnson-Meyer,not your name",
        "carol johnson-meyer,not your name",
        "password1234,most common",
        "PASSWORD!2345,most common",
        "passwordpassword,most common",
        "Welcome2026!!!!,most common",
        "123456789012,most common",
        "ababababababab,most common",
        "Qwertyuiop1234,most common",
        "correct-horse-battery-staple,most common"
    })
    void whatEverybodyWouldTryIsRefused(String next, String why) {
        users.settled("Carol Johnson-Meyer", "four blue horses", Role.TRADER);
        Problem refused =
                assertThrows(Problem.class, () -> change("Carol Johnson-Meyer", new Secret("four blue horses"), next));
        assertEquals(Problem.Kind.INPUT, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains(next), "a refused one may be used elsewhere");
    }

    @Test
    void theLengthIsCountedInCharacters() {
        users.settled("carol", "four blue horses", Role.TRADER);
        String longest = "horse ".repeat(22).substring(0, 128);
        assertThrows(Problem.class, () -> change("carol", new Secret("four blue horses"), longest + "s"));
        change("carol", new Secret("four blue horses"), longest);
        change("carol", new Secret(longest), "🐎🐎🐎🐎🐎🐎 hôrse");
    }

    @Test
    void everyKeyboardGivesTheSamePassword() {
        users.settled("carol", "vier grüne Pferde", Role.TRADER);
        users.signIn.byPassword("carol", new Secret("vier gru\u0308ne Pferde"), "a");
    }
}
