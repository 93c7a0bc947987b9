package dev.vesper.desk.notify;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.User;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one administrator alone did that lets somebody decide, or manage users: a new user, other roles, a password or an
 * identity by which somebody else could come in as them. People who decide are told, because whoever can make two who decide
 * could be both.
 */
public final class GivenPower implements NoticeSource {
    private static final Set<AuditAction> GIVES = Set.of(
            AuditAction.USER_ADDED, AuditAction.ROLES_CHANGED, AuditAction.PASSWORD_RESET, AuditAction.IDENTITY_LINKED);
    private static final int LOOKED_AT = 200;
    /** Of older acts nobody wants to hear when notifications are first turned on. */
    private static final Duration ACTS_OF = Duration.ofDays(7);

    private final AuditLog audit;
    private final Supplier<List<User>> users;
    private final InstantSource clock;

    /** @param users as they are now */
    public GivenPower(AuditLog audit, Supplier<List<User>> users, InstantSource clock) {
        this.audit = audit;
        this.users = users;
        this.clock = clock;
    }

    /** Of those who still have it. */
    @Override
    public List<Notice> now(Notifications by) {
        Instant from = clock.instant().minus(ACTS_OF);
        List<AuditLog.Row> rows = GIVES.stream()
                .flatMap(action -> audit
                        .search(
                                new AuditQuery(
                                        "",
                                        Optional.of(action),
                                        "",
                                        Optional.of(from),
                                        Optional.empty(),
                                        List.of(),
                                        ""),
                                AuditQuery.Order.NEWEST,
                                0,
                                0,
                                LOOKED_AT)
                        .stream())
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            List<User> now = users.get();
            return rows.stream().flatMap(row -> told(row, now)).toList();
        } catch (BrokenHistory altered) { // whoever alters them silences nothing
            return List.of(new Notice(
                    "power-given altered " + altered.getMessage(),
                    NoticeKind.POWER_GIVEN,
                    clock.instant(),
                    "Who may decide was altered in the database",
                    String.valueOf(altered.getMessage())));
        }
    }

    private static Stream<Notice> told(AuditLog.Row row, List<User> users) {
        return users.stream()
                .filter(user -> row.subject().equals(AuditQuery.USER + user.name()) && powerful(user))
                .map(user -> new Notice(
                        "power-given " + row.sequence(),
                        NoticeKind.POWER_GIVEN,
                        row.at(),
                        row.actor() + " alone let " + user.name() + " decide, or manage users: "
                                + row.action().word(),
                        String.join(
                                "\n",
                                row.action().word() + " " + row.detail(),
                                "",
                                "If you do not know of it, ask an administrator and " + user.name()
                                        + "; ./vesper audit list --subject " + row.subject() + " tells more.")));
    }

    private static boolean powerful(User user) {
        return Stream.of(Permission.values())
                .anyMatch(one -> (one.decides() || one == Permission.MANAGE_USERS) && user.may(one));
    }
}
