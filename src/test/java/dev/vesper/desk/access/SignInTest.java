package dev.vesper.desk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and what happens to those who try. */
class SignInTest {
    private static final String RIGHT = "four blue horses";

    private final Memory memory = new Memory();
    private final SetClock clock = new SetClock(Instant.parse("2018-04-11T12:00:00Z"));
    private final MemoryUsers users = new MemoryUsers(memory, clock);

    @BeforeEach
    void carolBelongs() {
        users.settled("carol", RIGHT, Role.TRADER);
    }

    private User signIn(String name, String password, String from) {
        return users.signIn.byPassword(name, new Secret(password), from);
    }

    private String refusal(String name, String password, String from) {
        return String.valueOf(
                assertThrows(Problem.class, () -> signIn(name, password, from)).getMessage());
    }

    private String newest() {
        return memory.audit.getLast().action().word() + ", "
                + memory.audit.getLast().actor() + ", "
                + memory.audit.getLast().subject() + ", "
                + memory.audit.getLast().detail();
    }

    @Test
    void theRightPasswordSignsIn() {
        assertEquals(new User("carol", Set.of(Role.TRADER), true, false, ""), signIn("carol", RIGHT, "127.0.0.1"));
        assertEquals("signed-in, carol, user/carol, by password from 127.0.0.1", newest());
        assertEquals("carol", signIn(" CAROL", RIGHT, "127.0.0.1").name());
    }

    @Test
    void wrongNameAndWrongPasswordAreOneSentenceAndOneTime() {
        refusal("carol", "wrong", "a"); // makes what nobody's password is compared with
        int before = users.compared;
        String wrongName = refusal("nobody", RIGHT, "a");
        int forName = users.compared - before;
        String wrongPassword = refusal("carol", "wrong", "a");
        assertEquals(wrongName, wrongPassword);
        assertEquals(forName, users.compared - before - forName);
        users.manage.letOut("carol", "owner");
        assertEquals(wrongName, refusal("carol", RIGHT, "a"));
        assertEquals("sign-in-denied, vesper, user/carol, let out from a", newest());
    }

    @Test
    void whatWasTypedAsANameIsNotKept() {
        refusal("hunter2hunter2", "carol", "a");
        assertEquals("sign-in-denied, vesper, user, unknown name from a", newest());
        assertFalse(users.tries.toString().contains("hunter2"), "it may be a password");
    }

    @Test
    void fiveFailuresCloseANameForFifteenMinutesThenForThirty() {
        for (int failure = 1; failure <= 5; failure++) {
            refusal("carol", "wrong", "place " + failure);
        }
        assertEquals(
                "sign-in-denied, vesper, user/carol, wrong password from place 5; the name is closed until"
                        + " 2018-04-11T12:15:00Z",
                newest());
        int before = users.compared;
        assertTrue(refusal("carol", RIGHT, "a").contains("try again in 15 minutes"), "even the right one");
        assertTrue(refusal("CAROL", RIGHT, "a").contains("try again in 15 minutes"), "by any spelling");
        assertEquals(before, users.compared, "nothing is compared");
        clock.pass(Duration.ofMinutes(15));
        for (int failure = 1; failure <= 5; failure++) {
            refusal("carol", "wrong", "place " + failure);
        }
        assertTrue(refusal("carol", RIGHT, "a").contains("try again in 30 minutes"), "twice as long");
        clock.pass(Duration.ofMinutes(30));
        assertEquals("carol", signIn("carol", RIGHT, "a").name());
        for (int failure = 1; failure <= 4; failure++) {
            refusal("carol", "wrong", "b");
        }
        assertEquals("carol", signIn("carol", RIGHT, "a").name(), "a success begins anew");
    }

    @Test
    void aNameThatIsNoUsersIsClosedTheSameWay() {
        String closed = null;
        for (int failure = 1; failure <= 6; failure++) {
            closed = refusal("nobody", "wrong", "place " + failure);
        }
        List<String> carols = new ArrayList<>();
        for (int failure = 1; failure <= 6; failure++) {
            carols.add(refusal("carol", "wrong", "place " + failure));
        }
        assertEquals(carols.getLast(), closed);
        assertNotEquals(carols.getFirst(), closed);
    }

    @Test
    void aClosedNameIsAtMostClosedForADay() {
        Tries tries = Tries.NONE;
        Instant now = clock.instant();
        for (int failure = 0; failure < 100; failure++) {
            tries = tries.failed(now, SignIn.BY_NAME);
        }
        assertEquals(Duration.ofHours(24), Duration.between(now, tries.until()));
        assertEquals(
                1, tries.failed(now.plus(Duration.ofHours(49)), SignIn.BY_NAME).failures());
    }

    @Test
    void aPlaceFromWhichManyFailKeepsNobodyOut() {
        users.settled("bob", RIGHT, Role.APPROVER);
        refusal("bob", "mistyped", "127.0.0.1");
        for (int failure = 2; failure <= 30; failure++) {
            refusal("name" + failure, "wrong", "127.0.0.1");
        }
        assertEquals(
                "sign-in-denied, vesper, user, unknown name from 127.0.0.1; the place is slow until"
                        + " 2018-04-11T12:15:00Z",
                newest());
        assertEquals("carol", signIn("carol", RIGHT, "127.0.0.1").name(), "who fails in nothing waits for nothing");
        int before = users.compared;
        assertTrue(refusal("bob", RIGHT, "127.0.0.1").endsWith("try again in 60 seconds"), "who failed, a minute");
        assertEquals(before, users.compared, "nothing is compared");
        assertEquals("bob", signIn("bob", RIGHT, "10.0.0.8").name(), "nor from elsewhere");
        refusal("bob", "mistyped", "127.0.0.1");
        clock.pass(Duration.ofSeconds(59));
        assertTrue(refusal("bob", RIGHT, "127.0.0.1").endsWith("try again in 1 second"));
        clock.pass(Duration.ofSeconds(1));
        assertEquals("bob", signIn("bob", RIGHT, "127.0.0.1").name());
        clock.pass(Duration.ofMinutes(15));
        refusal("bob", "mistyped", "127.0.0.1");
        assertEquals("bob", signIn("bob", RIGHT, "127.0.0.1").name(), "it is slow no more");
    }

    @Test
    void aSlowPlaceGuessesOnceAMinuteAndFiveTimesInAll() {
        for (int failure = 1; failure <= 30; failure++) {
            refusal("name" + failure, "wrong", "127.0.0.1");
        }
        int before = users.compared;
        for (int second = 0; second < 3600; second++) {
            int guess = second;
            assertThrows(Problem.class, () -> signIn("carol", "guess " + guess, "127.0.0.1"));
            clock.pass(Duration.ofSeconds(1));
        }
        int guessed = users.compared - before;
        assertTrue(guessed <= 15, () -> guessed + " guesses within an hour");
        assertTrue(newest().contains("user/carol, wrong password from 127.0.0.1"), newest());
    }

    @Test
    void madeUpNamesFromASlowPlaceFillNeitherTheAuditNorATable() {
        for (int failure = 1; failure <= 30; failure++) {
            refusal("name" + failure, "wrong", "127.0.0.1");
        }
        int rows = memory.audit.size();
        long denied = users.signIn.denied();
        for (int failure = 31; failure <= 59; failure++) {
            assertEquals(
                    refusal("other" + failure, "wrong", "10.0.0.9"), refusal("name" + failure, "wrong", "127.0.0.1"));
        }
        assertEquals(denied + 58, users.signIn.denied(), "each is counted");
        assertEquals(
                rows,
                memory.audit.stream()
                        .filter(row -> !row.detail().contains("10.0.0.9"))
                        .count());
        refusal("name60", "wrong", "127.0.0.1");
        assertEquals(
                "sign-in-denied, vesper, user, unknown name from 127.0.0.1; the place is slow until"
                        + " 2018-04-11T12:30:00Z",
                newest());
        for (String key : users.tries.keySet()) {
            assertTrue(key.matches("nobody/[0-9a-f]{4}|place/.*"), key);
        }
    }

    @Test
    void aNewPasswordOpensAClosedName() {
        for (int failure = 1; failure <= 5; failure++) {
            refusal("carol", "wrong", "a");
        }
        OneTimePassword made = users.manage.resetPassword("carol", "owner");
        assertTrue(signIn("carol", made.password().reveal(), "a").mustChangePassword(), "and nothing else");
    }

    @Test
    void manyAtOnceAreNoMoreThanFive() throws Exception {
        signIn("carol", RIGHT, "a"); // makes what nobody's password is compared with
        int before = users.compared;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tries = new ArrayList<>();
            for (int guess = 0; guess < 25; guess++) {
                String password = "guess " + guess;
                tries.add(() -> refusal("carol", password, "a"));
            }
            for (Future<String> done : many.invokeAll(tries)) {
                done.get();
            }
        }
        assertEquals(5, users.compared - before, "the others found the name closed");
        assertEquals(
                5,
                memory.audit.stream()
                        .filter(row -> row.action() == AuditAction.SIGN_IN_DENIED)
                        .count());
    }

    @Test
    void newerParametersAreTakenAtTheNextSignIn() {
        users.parameters = 2;
        String before = users.hashes.get("carol");
        refusal("carol", "wrong", "a");
        assertEquals(before, users.hashes.get("carol"));
        signIn("carol", RIGHT, "a");
        assertTrue(users.hashes.get("carol").startsWith("2:"), users.hashes.get("carol"));
        signIn("carol", RIGHT, "a");
        assertEquals(
                new UserEvent.PasswordRehashed("carol", PasswordSum.of(users.hashes.get("carol"))),
                users.events.getLast());
    }

    @Test
    void whatIsLongIsWrongAndNotRead() {
        refusal("carol", "wrong", "a");
        int before = users.compared;
        refusal("carol", "x".repeat(100_000), "a");
        assertEquals(before, users.compared);
        refusal("carol" + " ".repeat(100_000), RIGHT, "a");
    }

    @Test
    void whatBeganUnderAnEarlierPasswordIsToldFromWhatBeganUnderThisOne() {
        int before = users.signIn.passwords("carol");
        users.passwords.change("carol", new Secret(RIGHT), new Secret("five green zebras"), "a");
        assertEquals(before + 1, users.signIn.passwords("carol"));
        users.manage.resetPassword("carol", "owner");
        assertEquals(before + 2, users.signIn.passwords("carol"));
        assertEquals(0, users.signIn.passwords("nobody"));
    }
}
