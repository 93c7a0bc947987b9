package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.AccessNote;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.PasswordHashes;
import dev.vesper.desk.access.Passwords;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.SecretSource;
import dev.vesper.desk.access.SignIn;
import dev.vesper.desk.access.Tokens;
import dev.vesper.desk.access.User;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.SetClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users, their tokens and their failures; whoever edits their rows gains nothing and is named. */
abstract class UserStoreCases extends StoreCases {
    private static final Secret HERS = new Secret("four blue horses");

    private final SetClock clock = new SetClock(Sample.NOON);
    private ManageUsers manage;
    private SignIn signIn;
    private Passwords passwords;
    private Tokens tokens;

    /** As quick as it is weak. */
    private static final class Plain implements PasswordHashes {
        @Override
        public String hash(Secret password) {
            return "plain " + password.reveal();
        }

        @Override
        public boolean matches(Secret password, String kept) {
            return kept.equals(hash(password));
        }

        @Override
        public boolean outdated(String kept) {
            return false;
        }
    }

    @BeforeEach
    void useCases() {
        Random random = new Random(7);
        SecretSource bytes = count -> {
            byte[] drawn = new byte[count];
            random.nextBytes(drawn);
            return drawn;
        };
        HibernateUserStore kept = store.users();
        manage = new ManageUsers(kept, new Plain(), bytes, audit, clock);
        signIn = new SignIn(kept, new Plain(), audit, clock);
        passwords = new Passwords(kept, new Plain(), signIn, clock);
        tokens = new Tokens(kept, bytes, signIn, clock);
    }

    /** As another process finds it, which remembers nothing. */
    private void restarted() {
        store.forgetUsers();
        useCases();
    }

    private void settled(String name, Role... roles) {
        OneTimePassword made = manage.add(name, Set.of(roles), "owner");
        passwords.change(name, made.password(), HERS, "here");
    }

    private IssuedToken issued(String name) {
        return tokens.issue(name, "export", Set.of(Permission.SEE), Duration.ofDays(1));
    }

    private List<String> faults() {
        return audit.verify().stream().map(AuditLog.Fault::message).toList();
    }

    @Test
    void usersAreKeptAndReadAgain() throws SQLException {
        settled("Anna Müller", Role.TRADER, Role.APPROVER);
        settled("ben", Role.ADMINISTRATOR);
        manage.letOut("Anna Müller", "ben");
        IssuedToken token = issued("ben");
        restarted();
        assertEquals(
                List.of(
                        new User("Anna Müller", Set.of(Role.TRADER, Role.APPROVER), false, false, ""),
                        new User("ben", Set.of(Role.ADMINISTRATOR), true, false, "")),
                manage.list());
        assertEquals("ben", signIn.byPassword("ben", HERS, "here").name());
        assertEquals("ben", tokens.verify(token.secret()).orElseThrow().name());
        assertEquals(
                List.of("Anna Müller trader approver"),
                store.query("select name || ' ' || roles from desk_user where not active"));
        tokens.revoke("ben", token.token().id());
        assertEquals(List.of(), faults());
        assertEquals(Optional.empty(), tokens.verify(token.secret()));
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsRefused() {
        manage.add("ben", Set.of(Role.VIEWER), "owner");
        AccessNote note = new AccessNote(Sample.NOON, "owner", AuditAction.USER_LET_OUT, "user/ben", "");
        Problem late =
                assertThrows(Problem.class, () -> store.users().save(0, new UserEvent.LetOut("ben"), null, note));
        assertEquals(Problem.Kind.REFUSED, late.kind());
        assertTrue(manage.list().getFirst().active(), "nothing of it is kept");
        assertEquals(1, audit.rows().size());
    }

    /** Each is decided anew by what the others left; none is told that somebody else was quicker. */
    @Test
    void manyWhoChooseTheirPasswordsInOneMomentAreAllRight() throws Exception {
        List<OneTimePassword> made = Stream.of("anna", "ben", "carol", "dora", "emil", "frida")
                .map(name -> manage.add(name, Set.of(Role.VIEWER), "owner"))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(made.size())) {
            List<Future<User>> chosen = made.stream()
                    .map(one -> threads.submit(() -> passwords.change(one.user().name(), one.password(), HERS, "here")))
                    .toList();
            for (Future<User> one : chosen) {
                assertFalse(one.get().mustChangePassword());
            }
        }
        made.forEach(one -> assertEquals(
                one.user().name(),
                signIn.byPassword(one.user().name(), HERS, "here").name()));
        assertEquals(List.of(), faults());
    }

    @Test
    void aClosedNameStaysClosedOverARestart() {
        settled("ben", Role.VIEWER);
        for (int failure = 1; failure <= 5; failure++) {
            assertThrows(Problem.class, () -> signIn.byPassword("ben", new Secret("wrong"), "here"));
        }
        restarted();
        assertThrows(Problem.class, () -> signIn.byPassword("ben", HERS, "here"));
        clock.pass(Duration.ofMinutes(15));
        signIn.byPassword("ben", HERS, "here");
        assertThrows(Problem.class, () -> signIn.byPassword("ben", new Secret("wrong"), "here"));
        clock.pass(Duration.ofHours(49));
        assertThrows(Problem.class, () -> signIn.byPassword("zoe", new Secret("wrong"), "there"));
        assertEquals(0, store.users().tries("place/here").failures(), "forgotten after two days");
    }

    @Test
    void editedRolesGiveNothingAndAreNamed() throws SQLException {
        settled("ben", Role.VIEWER);
        sql("update desk_user set roles = 'administrator', must_change_password = true where name = 'ben'");
        restarted();
        assertEquals(Set.of(Role.VIEWER), signIn.byPassword("ben", HERS, "here").roles());
        assertEquals(
                List.of(
                        "the roles of the user ben were altered: \"administrator\", but \"viewer\" is vouched for",
                        "the need to change the password of the user ben were altered: \"true\", but \"false\" is vouched"
                                + " for"),
                faults());
    }

    @Test
    void anInsertedUserIsNobodyAndIsNamed() throws SQLException {
        sql("insert into desk_user values ('mallory', 'administrator', true, false, 'plain " + HERS.reveal() + "')");
        assertThrows(Problem.class, () -> signIn.byPassword("mallory", HERS, "here"));
        assertEquals(List.of("the user mallory was inserted: no event vouches for them"), faults());
    }

    @Test
    void anotherPasswordIsNotTakenAndIsNamed() throws SQLException {
        settled("ben", Role.VIEWER);
        settled("mallory", Role.VIEWER);
        sql("update desk_user set password_hash = 'plain mine mine mine' where name = 'ben'");
        assertThrows(BrokenHistory.class, () -> signIn.byPassword("ben", new Secret("mine mine mine"), "here"));
        assertEquals(List.of("the password of the user ben was altered: it is not the one vouched for"), faults());
        sql("delete from desk_user where name = 'ben'");
        assertEquals(List.of("the user ben was deleted: they are vouched for"), faults());
    }

    @Test
    void anEventThatSomebodyPutInIsRefusedAndNamed() throws SQLException {
        settled("ben", Role.VIEWER);
        sql(
                "insert into event values ('users', 3, 'roles-changed', 1, '{\"user\":\"ben\",\"roles\":[\"ADMINISTRATOR\"]}',"
                        + " timestamp with time zone '2018-04-11 12:00:00+00', 'owner')");
        restarted();
        assertThrows(BrokenHistory.class, () -> signIn.byPassword("ben", HERS, "here"));
        assertTrue(faults().contains("event 3 of users was inserted: no audit row vouches for it"), faults()::toString);
    }

    /** A store without users believes names: whoever empties it must not get there. */
    @Test
    void aStoreWhoseUsersWereDeletedIsNotOneWithoutUsers() throws SQLException {
        settled("ben", Role.VIEWER);
        sql(dropTrigger("event"));
        sql("delete from event where stream = 'users'");
        sql("delete from desk_user");
        restarted();
        assertThrows(BrokenHistory.class, () -> manage.any());
    }

    @Test
    void editedTokensStandForNobodyMoreAndAreNamed() throws SQLException {
        settled("ben", Role.VIEWER);
        settled("ada", Role.ADMINISTRATOR);
        IssuedToken bens = issued("ben");
        String id = bens.token().id();
        sql("update user_token set name = 'ada', scope = 'manage-users' where id = '" + id + "'");
        assertEquals(Optional.empty(), tokens.verify(bens.secret()));
        assertEquals(
                List.of("the token " + id + " of the user ben was altered: it is not the one vouched for"), faults());
        sql(
                "update user_token set name = 'ben', scope = 'see', expires = timestamp with time zone '2099-01-01 00:00:00+00'"
                        + " where id = '" + id + "'");
        clock.pass(Duration.ofDays(2));
        assertEquals(Optional.empty(), tokens.verify(bens.secret()));
        sql("update user_token set id = '0123456789abcdef' where id = '" + id + "'");
        assertEquals(
                List.of(
                        "the token " + id + " of the user ben was deleted: it is vouched for",
                        "the token 0123456789abcdef of the user ben was inserted: no event vouches for it"),
                faults());
    }
}
