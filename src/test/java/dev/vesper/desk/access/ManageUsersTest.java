package dev.vesper.desk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who belongs, as what, and what stands in the audit of it. */
class ManageUsersTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private Instant now = NOON;
    private final MemoryUsers users = new MemoryUsers(memory, () -> now);
    private final ManageUsers manage = users.manage;

    private AuditLog.Row newest() {
        return memory.audit.getLast();
    }

    private static Problem refused(String part, Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertTrue(String.valueOf(problem.getMessage()).contains(part), problem.getMessage());
        return problem;
    }

    @Test
    void somebodyIsAddedWithAOneTimePassword() {
        assertFalse(manage.any());
        OneTimePassword made = manage.add("  Anna   Müller ", Set.of(Role.TRADER, Role.APPROVER), "owner");
        assertEquals(new User("Anna Müller", Set.of(Role.TRADER, Role.APPROVER), true, true, ""), made.user());
        assertTrue(made.password().reveal().matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"), "see the pattern");
        assertEquals(List.of(made.user()), manage.list());
        assertTrue(manage.any());
        assertEquals("owner", newest().actor());
        assertEquals(AuditAction.USER_ADDED, newest().action());
        assertEquals("user/Anna Müller", newest().subject());
        assertEquals("as trader, approver", newest().detail());
        assertNotEquals(
                made.password(), manage.resetPassword("Anna Müller", "owner").password());
    }

    @Test
    void theFirstUserManagesUsersAndIsMadeOnce() {
        OneTimePassword made = manage.first().orElseThrow();
        assertEquals(new User("admin", Set.of(Role.ADMINISTRATOR), true, true, ""), made.user());
        assertEquals("owner", newest().actor());
        assertEquals(List.of(made.user()), manage.unsettled());
        assertEquals(Optional.empty(), manage.first());
        users.passwords.change("admin", made.password(), new Secret("four blue horses"), "here");
        assertEquals(List.of(), manage.unsettled());
        manage.add("bob", Set.of(Role.VIEWER), "admin");
        assertEquals(List.of(), manage.unsettled(), "bob manages nobody");
    }

    @Test
    void aOneTimePasswordEnds() {
        OneTimePassword made = manage.add("bob", Set.of(Role.VIEWER), "owner");
        now = now.plus(OneTimePassword.GOOD).minusSeconds(1);
        users.signIn.byPassword("bob", made.password(), "here");
        now = now.plusSeconds(1);
        refused("older than 3 days", () -> users.signIn.byPassword("bob", made.password(), "here"));
        assertTrue(newest().detail().startsWith("one-time password too old from here"), newest().detail());
        refused(
                "older than 3 days",
                () -> users.passwords.change("bob", made.password(), new Secret("four blue horses"), "here"));
        OneTimePassword next = manage.resetPassword("bob", "owner");
        users.passwords.change("bob", next.password(), new Secret("four blue horses"), "here");
        now = now.plus(Duration.ofDays(1_000));
        users.signIn.byPassword("bob", new Secret("four blue horses"), "here");
    }

    @Test
    void anIdentityIsOneUsersAndNobodyLinksTheirOwn() {
        manage.add("ada", Set.of(Role.ADMINISTRATOR), "owner");
        manage.add("bob", Set.of(Role.VIEWER), "owner");
        assertEquals(
                "248289761001",
                manage.link("bob", MemoryUsers.ISSUER, "248289761001", "ada").identity());
        assertEquals(AuditAction.IDENTITY_LINKED, newest().action());
        assertEquals("to 248289761001 of " + MemoryUsers.ISSUER, newest().detail());
        refused("linked to this identity already", () -> manage.link("bob", MemoryUsers.ISSUER, "248289761001", "ada"));
        refused("it is that of bob", () -> manage.link("ada", MemoryUsers.ISSUER, "248289761001", "owner"));
        refused("nobody may link their own account", () -> manage.link("ada", MemoryUsers.ISSUER, "1", "ada"));
        for (String none : List.of("", " ", " 1", "1\n2", "1\u202e", "x".repeat(256))) {
            refused("Expected the subject", () -> manage.link("ada", MemoryUsers.ISSUER, none, "owner"));
        }
        assertEquals(
                "bob",
                users.signIn
                        .byIdentity(MemoryUsers.ISSUER, "248289761001", "Bob", "here")
                        .name());
        refused("lets somebody in", () -> users.signIn.byIdentity("https://other", "248289761001", "Bob", "here"));
        refused("lets somebody in", () -> users.signIn.byIdentity(MemoryUsers.ISSUER, "", "bob", "here"));
        assertEquals("", manage.unlink("bob", "ada").identity());
        assertEquals("from 248289761001", newest().detail());
        refused("linked to no identity already", () -> manage.unlink("bob", "ada"));
        manage.link("ada", MemoryUsers.ISSUER, "248289761001", "owner");
    }

    /** Tokens of somebody who has no password of their own, and what ends them. */
    @Test
    void whoIsLinkedHasTokensUntilTheyAreUnlinked() {
        manage.add("ada", Set.of(Role.ADMINISTRATOR), "owner");
        manage.add("bob", Set.of(Role.VIEWER), "owner");
        refused("", () -> users.personal.issue("bob", "x", Set.of(Permission.SEE), Duration.ofDays(1)));
        manage.link("bob", MemoryUsers.ISSUER, "1", "ada");
        Secret token = users.personal
                .issue("bob", "x", Set.of(Permission.SEE), Duration.ofDays(1))
                .secret();
        assertTrue(users.personal.verify(token).isPresent());
        manage.unlink("bob", "ada");
        assertTrue(users.personal.verify(token).isEmpty());
        manage.link("bob", MemoryUsers.ISSUER, "1", "ada");
        assertTrue(users.personal.verify(token).isEmpty(), "ended for good");
    }

    @Test
    void aNameThatCanBeMistakenIsRefused() {
        manage.add("alice", Set.of(Role.VIEWER), "owner");
        refused("is there already", () -> manage.add("alice", Set.of(Role.VIEWER), "owner"));
        refused("cannot be told from alice", () -> manage.add("Alice", Set.of(Role.VIEWER), "owner"));
        refused("", () -> manage.add("аlice", Set.of(Role.VIEWER), "owner")); // Cyrillic
        refused("whoever runs commands", () -> manage.add("Owner", Set.of(Role.VIEWER), "owner"));
        refused("the program itself", () -> manage.add("vesper", Set.of(Role.VIEWER), "owner"));
        refused("Expected a person's name", () -> manage.add(" ", Set.of(Role.VIEWER), "owner"));
        assertEquals(1, manage.list().size());
    }

    @Test
    void rolesChangeWithBeforeAndAfter() {
        manage.add("alice", Set.of(Role.VIEWER), "owner");
        manage.roles("alice", Set.of(Role.OPERATOR, Role.TRADER), "ada");
        assertEquals("ada", newest().actor());
        assertEquals(AuditAction.ROLES_CHANGED, newest().action());
        assertEquals("from viewer to operator, trader", newest().detail());
        refused("has these roles already", () -> manage.roles("alice", Set.of(Role.OPERATOR, Role.TRADER), "ada"));
        refused("Expected a role", () -> manage.roles("alice", Set.of(), "ada"));
        refused("\"bob\" is none", () -> manage.roles("bob", Set.of(Role.VIEWER), "ada"));
    }

    @Test
    void nobodyChangesTheirOwnAccount() {
        manage.add("ada", Set.of(Role.ADMINISTRATOR), "owner");
        manage.add("eve", Set.of(Role.ADMINISTRATOR), "owner");
        refused("nobody may change their own roles", () -> manage.roles("ada", Set.of(Role.TRADER), "ada"));
        refused("nobody may change their own roles", () -> manage.roles("ADA", Set.of(Role.TRADER), "Ada"));
        refused("nobody may reset their own", () -> manage.resetPassword("ada", "ada"));
        refused("nobody may let themselves out", () -> manage.letOut("ada", "ada"));
        assertEquals(AuditAction.USER_CHANGE_DENIED, newest().action());
        assertEquals("ada", newest().actor());
        assertEquals("user/ada", newest().subject());
        assertEquals(Set.of(Role.ADMINISTRATOR), manage.list().getFirst().roles());
    }

    @Test
    void theLastAdministratorStays() {
        manage.add("ada", Set.of(Role.ADMINISTRATOR), "owner");
        refused("last administrator", () -> manage.letOut("ada", "owner"));
        refused("last administrator", () -> manage.roles("ada", Set.of(Role.VIEWER), "owner"));
        manage.add("eve", Set.of(Role.ADMINISTRATOR), "owner");
        manage.letOut("eve", "ada");
        refused("last administrator", () -> manage.letOut("ada", "eve"));
        manage.letIn("eve", "ada");
        manage.letOut("ada", "eve");
        refused("last administrator", () -> manage.roles("eve", Set.of(Role.VIEWER), "owner"));
        manage.roles("eve", Set.of(Role.VIEWER, Role.ADMINISTRATOR), "owner");
    }

    @Test
    void whoManagesUsersDecidesNothing() {
        manage.add("ada", Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.VIEWER), "owner");
        manage.add("tom", Set.of(Role.TRADER), "owner");
        for (Role role :
                Set.of(Role.TRADER, Role.APPROVER, Role.OPERATOR, Role.RISK_OFFICER, Role.RULE_CHECKER, Role.ANALYST)) {
            Set<Role> both = Set.of(Role.ADMINISTRATOR, role);
            refused("but not both: " + role.word(), () -> manage.add("max", both, "owner"));
            refused("but not both: " + role.word(), () -> manage.roles("tom", both, "owner"));
            assertEquals(AuditAction.USER_CHANGE_DENIED, newest().action());
        }
    }

    /** An earlier Vesper gave such roles together. */
    @Test
    void whoHasBothDecidesNothingAndIsShownAsAFault() {
        String sum = "0".repeat(64);
        KnownUsers known = new UserRules()
                .replay(List.of(new UserEvent.Added(
                        "max", List.of(Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR), sum, Instant.MAX)));
        User max = known.user("max").user();
        assertTrue(max.may(Permission.MANAGE_USERS));
        assertFalse(max.may(Permission.ANSWER_TASKS));
        assertFalse(max.may(Permission.STOP_TRADING));
        assertEquals(
                "manages users, so what decides counts for nothing: trader, approver; give one or the other",
                max.fault());
        assertEquals("", max.with(Set.of(Role.ADMINISTRATOR)).fault());
    }

    @Test
    void lettingOutTwiceIsRefused() {
        manage.add("bob", Set.of(Role.VIEWER), "owner");
        refused("is let in already", () -> manage.letIn("bob", "owner"));
        assertFalse(manage.letOut("bob", "owner").active());
        assertEquals(AuditAction.USER_LET_OUT, newest().action());
        refused("is let out already", () -> manage.letOut("bob", "owner"));
        assertTrue(manage.letIn("bob", "owner").active());
    }

    @Test
    void noSecretStandsInTheAuditOrAnEvent() {
        OneTimePassword made = manage.add("bob", Set.of(Role.VIEWER), "owner");
        OneTimePassword next = manage.resetPassword("bob", "owner");
        users.passwords.change("bob", next.password(), new Secret("four blue horses"), "here");
        String told = memory.audit + " " + users.events;
        for (String secret : List.of(
                made.password().reveal(), next.password().reveal(), "four blue horses", users.hashes.get("bob"))) {
            assertFalse(told.contains(secret), told);
        }
        assertFalse(made.toString().contains(made.password().reveal()), "a record is printed by accident");
    }

    @Test
    void whatCannotHaveHappenedIsRefused() {
        UserRules rules = new UserRules();
        UserEvent added = new UserEvent.Added("bob", List.of(Role.VIEWER), "sum", OneTimePassword.ENDLESS);
        assertThrows(BrokenHistory.class, () -> rules.replay(List.of(new UserEvent.LetOut("bob"))));
        assertThrows(BrokenHistory.class, () -> rules.replay(List.of(added, added)));
        assertEquals(
                3,
                rules.replay(List.of(added, new UserEvent.LetOut("bob"), new UserEvent.LetIn("bob")))
                        .events());
    }
}
