package dev.vesper.desk.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.desk.access.Role;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That somebody may decide from now on is told, and who alone said so; what decides nothing is not. */
class GivenPowerTest {
    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2018-04-11T12:00:00Z");
    private final MemoryUsers users = memory.users(() -> now);
    private final GivenPower given = new GivenPower(memory, users.manage::list, () -> now);

    private List<String> told() {
        return given.now(Notifications.standard()).stream()
                .map(Notice::subject)
                .sorted()
                .toList();
    }

    @Test
    void whateverLetsSomebodyDecideIsToldWithWhoDidIt() {
        users.manage.add("vera", Set.of(Role.VIEWER), "ada");
        users.manage.add("anna", Set.of(Role.AUDITOR), "ada");
        assertEquals(List.of(), told(), "they only look");
        users.manage.add("tom", Set.of(Role.TRADER), "ada");
        users.manage.roles("vera", Set.of(Role.APPROVER), "ada");
        users.manage.resetPassword("tom", "ben");
        users.manage.link("tom", MemoryUsers.ISSUER, "sub-7", "ada");
        users.manage.add("ben", Set.of(Role.ADMINISTRATOR), "owner");
        assertEquals(
                List.of(
                        "ada alone let tom decide, or manage users: identity-linked",
                        "ada alone let tom decide, or manage users: user-added",
                        "ada alone let vera decide, or manage users: roles-changed",
                        "ada alone let vera decide, or manage users: user-added",
                        "ben alone let tom decide, or manage users: password-reset",
                        "owner alone let ben decide, or manage users: user-added"),
                told());
        Notice roles = given.now(Notifications.standard()).stream()
                .filter(notice -> notice.text().startsWith("roles-changed"))
                .findFirst()
                .orElseThrow();
        assertTrue(roles.text().contains("from viewer to approver"), roles.text());
        assertTrue(roles.text().contains("./vesper audit list --subject user/vera"), roles.text());
    }

    @Test
    void whoAltersTheUsersInTheDatabaseSilencesNothing() {
        users.manage.add("tom", Set.of(Role.TRADER), "ada");
        GivenPower altered = new GivenPower(
                memory,
                () -> {
                    throw new BrokenHistory("the events of users were altered; ./vesper audit verify tells more");
                },
                () -> now);
        assertEquals(
                List.of("Who may decide was altered in the database"),
                altered.now(Notifications.standard()).stream()
                        .map(Notice::subject)
                        .toList());
    }

    @Test
    void whatTheyDoThemselvesAndWhatIsOldOrTakenBackIsNotTold() {
        users.settled("tom", "correct horse battery", Role.TRADER);
        assertEquals(1, told().size(), "their own password is theirs");
        users.manage.roles("tom", Set.of(Role.VIEWER), "ada");
        assertEquals(List.of(), told());
        users.manage.roles("tom", Set.of(Role.TRADER), "ada");
        now = now.plus(Duration.ofDays(8));
        assertEquals(List.of(), told());
    }
}
