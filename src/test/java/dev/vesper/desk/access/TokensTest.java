package dev.vesper.desk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What stands for a user, and how long. */
class TokensTest {
    private static final Set<Permission> SEE = EnumSet.of(Permission.SEE);

    private final Memory memory = new Memory();
    private final SetClock clock = new SetClock(Instant.parse("2018-04-11T12:00:00Z"));
    private final MemoryUsers users = new MemoryUsers(memory, clock);
    private final Tokens tokens = users.personal;

    @BeforeEach
    void carolBelongs() {
        users.settled("carol", "four blue horses", Role.TRADER);
    }

    private IssuedToken issue(int days) {
        return tokens.issue("carol", "nightly export", SEE, Duration.ofDays(days));
    }

    private static void refused(String part, Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertTrue(String.valueOf(problem.getMessage()).contains(part), problem.getMessage());
    }

    @Test
    void aTokenStandsForItsUser() {
        IssuedToken issued = issue(90);
        assertEquals(Optional.of(new TokenUser("carol", Set.of(Role.TRADER), SEE)), tokens.verify(issued.secret()));
        assertEquals(List.of(issued.token()), tokens.list("carol"));
        assertEquals("token-issued", memory.audit.getLast().action().word());
        assertEquals(
                "\"nightly export\", may see, until 2018-07-10T12:00:00Z",
                memory.audit.getLast().detail());
        String told = memory.audit + " " + users.tokens + " " + issued;
        assertFalse(told.contains(issued.secret().reveal().substring(24)), told);
    }

    @Test
    void itsRolesAreThoseOfNow() {
        IssuedToken issued = issue(1);
        users.manage.roles("carol", Set.of(Role.VIEWER), "owner");
        assertEquals(
                Set.of(Role.VIEWER),
                tokens.verify(issued.secret()).orElseThrow().roles());
    }

    @Test
    void itEndsWithTimeRevocationLettingOutAndAnotherPassword() {
        IssuedToken issued = issue(1);
        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertTrue(tokens.verify(issued.secret()).isPresent(), "a moment before");
        clock.pass(Duration.ofMillis(1));
        assertEquals(Optional.empty(), tokens.verify(issued.secret()));
        assertEquals(List.of(), tokens.list("carol"));

        IssuedToken revoked = issue(1);
        tokens.revoke("carol", revoked.token().id());
        assertEquals(Optional.empty(), tokens.verify(revoked.secret()));
        refused("is none", () -> tokens.revoke("carol", revoked.token().id()));
        assertEquals("token-revoked", memory.audit.getLast().action().word());

        IssuedToken out = issue(1);
        users.manage.letOut("carol", "owner");
        assertEquals(Optional.empty(), tokens.verify(out.secret()));
        users.manage.letIn("carol", "owner");
        assertTrue(tokens.verify(out.secret()).isPresent(), "let in again");

        IssuedToken reset = issue(1);
        Secret oneTime = users.manage.resetPassword("carol", "owner").password();
        assertEquals(Optional.empty(), tokens.verify(reset.secret()));
        refused("chose a password", () -> issue(1));
        users.passwords.change("carol", oneTime, new Secret("five green horses"), "a");
        assertEquals(Optional.empty(), tokens.verify(reset.secret()), "it does not come back");
        assertTrue(tokens.verify(issue(1).secret()).isPresent(), "a new one");
    }

    @Test
    void whatIsNoTokenStandsForNobody() {
        String right = issue(1).secret().reveal();
        int last = right.length() - 1;
        for (String wrong : List.of(
                "",
                "vesper_",
                right.substring(0, last),
                right + "0",
                right.substring(0, last) + (right.charAt(last) == '0' ? '1' : '0'),
                right.toUpperCase(java.util.Locale.ROOT),
                "vesper_" + "0".repeat(right.length() - 7))) {
            assertEquals(Optional.empty(), tokens.verify(new Secret(wrong)), wrong);
        }
    }

    @Test
    void wrongOnesCloseTheirPlaceForWrongOnesOnly() {
        Secret right = issue(1).secret();
        for (int failure = 1; failure < 30; failure++) {
            assertEquals(Optional.empty(), tokens.verify(new Secret("vesper_no"), "127.0.0.1"));
        }
        int rows = memory.audit.size();
        for (int failure = 1; failure <= 30; failure++) {
            refused("too many", () -> tokens.verify(new Secret("vesper_no"), "127.0.0.1"));
        }
        assertEquals(rows + 1, memory.audit.size(), "the one that closed it");
        assertTrue(tokens.verify(right, "127.0.0.1").isPresent(), "others on this machine go on");
    }

    @Test
    void aTokenIsNotIssuedForAnything() {
        refused("up to 90 days", () -> issue(91));
        refused("up to 90 days", () -> issue(0));
        refused("Expected a label", () -> tokens.issue("carol", "  ", SEE, Duration.ofDays(1)));
        refused("Expected a label", () -> tokens.issue("carol", "x".repeat(101), SEE, Duration.ofDays(1)));
        refused("there is nothing", () -> tokens.issue("carol", "x", Set.of(), Duration.ofDays(1)));
        refused("\"bob\" is none", () -> tokens.issue("bob", "x", SEE, Duration.ofDays(1)));
        for (int count = 1; count <= 100; count++) {
            issue(1);
        }
        refused("at most 100 tokens", () -> issue(1));
        clock.pass(Duration.ofDays(1));
        issue(1);
    }

    @Test
    void whatCannotHaveHappenedIsRefused() {
        TokenEvent gone = new TokenEvent.Revoked("1");
        assertThrows(BrokenHistory.class, () -> UserTokens.of(List.of(gone)));
    }
}
