package dev.vesper.desk.access;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.desk.access.KnownUsers.Known;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who belongs, and as what. Nobody changes their own account but for its password, and the last administrator who is let in
 * stays one.
 *
 * <p>What is denied, and why: {@link AccessRefusal}.
 */
public final class UserRules implements Decider<KnownUsers, UserCommand, UserEvent> {
    @Override
    public KnownUsers initial() {
        return KnownUsers.NOBODY;
    }

    @Override
    public Decision<UserEvent> decide(KnownUsers users, UserCommand command) {
        return switch (command) {
            case UserCommand.Add add -> add(users, add);
            case UserCommand.ChangeRoles(String name, Set<Role> roles, String by) ->
                other(users, name, by, "change their own roles", known -> roles(users, known, roles));
            case UserCommand.LetOut(String name, String by) ->
                other(users, name, by, "let themselves out", known -> letOut(users, known));
            case UserCommand.LetIn(String name, String by) ->
                other(
                        users,
                        name,
                        by,
                        "let themselves in",
                        known -> known.user().active()
                                ? unchanged(known, "is let in")
                                : Decision.accepted(
                                        new UserEvent.LetIn(known.user().name())));
            case UserCommand.ResetPassword(String name, String password, Instant until, String by) ->
                other(
                        users,
                        name,
                        by,
                        "reset their own password",
                        known -> Decision.accepted(
                                new UserEvent.PasswordReset(known.user().name(), password, until)));
            case UserCommand.Link link ->
                other(users, link.user(), link.by(), "link their own account", known -> link(users, known, link));
            case UserCommand.Unlink(String name, String by) ->
                other(
                        users,
                        name,
                        by,
                        "unlink their own account",
                        known -> known.user().identity().isEmpty()
                                ? unchanged(known, "is linked to no identity")
                                : Decision.accepted(new UserEvent.IdentityUnlinked(
                                        known.user().name())));
            case UserCommand.ChangePassword(String name, String password) ->
                known(
                        users,
                        name,
                        known -> Decision.accepted(
                                new UserEvent.PasswordChanged(known.user().name(), password)));
            case UserCommand.Rehash(String name, String password) ->
                known(
                        users,
                        name,
                        known -> Decision.accepted(
                                new UserEvent.PasswordRehashed(known.user().name(), password)));
        };
    }

    private static Decision<UserEvent> add(KnownUsers users, UserCommand.Add add) {
        Optional<Known> taken = users.find(add.user());
        if (taken.isPresent()) {
            String there = taken.get().user().name();
            return Decision.denied(
                    AccessRefusal.NAME_TAKEN,
                    "Expected a new user's name, but "
                            + (there.equals(PersonName.shown(add.user()))
                                    ? there + " is there already"
                                    : "\"" + add.user() + "\" cannot be told from " + there
                                            + ", who is there already"));
        }
        return unfit(add.user(), add.roles())
                .orElseGet(() -> Decision.accepted(new UserEvent.Added(
                        PersonName.shown(add.user()), ordered(add.roles()), add.password(), add.until())));
    }

    private static Decision<UserEvent> roles(KnownUsers users, Known known, Set<Role> roles) {
        User user = known.user();
        Optional<Decision<UserEvent>> unfit = unfit(user.name(), roles);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (roles.equals(user.roles())) {
            return unchanged(known, "has these roles");
        }
        boolean administers = roles.stream().anyMatch(role -> role.may(Permission.MANAGE_USERS));
        return administers || !lastAdministrator(users, user)
                ? Decision.accepted(new UserEvent.RolesChanged(user.name(), ordered(roles)))
                : last(user, "keep the role administrator");
    }

    private static Decision<UserEvent> letOut(KnownUsers users, Known known) {
        if (!known.user().active()) {
            return unchanged(known, "is let out");
        }
        return lastAdministrator(users, known.user())
                ? last(known.user(), "stay")
                : Decision.accepted(new UserEvent.LetOut(known.user().name()));
    }

    private static Decision<UserEvent> link(KnownUsers users, Known known, UserCommand.Link link) {
        Optional<Known> taken = users.identified(link.issuer(), link.subject());
        if (taken.isPresent()) {
            return taken.get().equals(known)
                    ? unchanged(known, "is linked to this identity")
                    : Decision.denied(
                            AccessRefusal.NAME_TAKEN,
                            "Expected an identity that is nobody's, but it is that of "
                                    + taken.get().user().name());
        }
        return Decision.accepted(new UserEvent.IdentityLinked(known.user().name(), link.issuer(), link.subject()));
    }

    private static boolean lastAdministrator(KnownUsers users, User user) {
        return user.active() && user.may(Permission.MANAGE_USERS) && !users.administratedWithout(user.name());
    }

    private static Decision<UserEvent> last(User user, String what) {
        return Decision.denied(
                AccessRefusal.LAST_ADMINISTRATOR,
                "Expected " + user.name() + " to " + what + ", the last administrator who is let in, but that would"
                        + " end; make another one first");
    }

    /** Why nobody may have these; empty where somebody may. */
    private static Optional<Decision<UserEvent>> unfit(String name, Set<Role> roles) {
        if (roles.isEmpty()) {
            return Optional.of(noRole(name));
        }
        Set<Role> apart = Role.apart(roles);
        return apart.isEmpty()
                ? Optional.empty()
                : Optional.of(Decision.denied(
                        AccessRefusal.APART,
                        "Expected " + name + " to manage users or to decide, but not both: "
                                + apart.stream().map(Role::word).collect(Collectors.joining(", ")) + " beside "
                                + Role.ADMINISTRATOR.word() + "; make two users for two people"));
    }

    private static Decision<UserEvent> noRole(String name) {
        return Decision.denied(
                AccessRefusal.NO_ROLE,
                "Expected a role for " + name + " ("
                        + List.of(Role.values()).stream().map(Role::word).collect(Collectors.joining(", "))
                        + "), but there is none");
    }

    private static Decision<UserEvent> unchanged(Known known, String how) {
        return Decision.denied(
                AccessRefusal.UNCHANGED,
                "Expected a change, but " + known.user().name() + " " + how + " already");
    }

    /** Of a user other than who asks. */
    private static Decision<UserEvent> other(
            KnownUsers users, String name, String by, String what, Function<Known, Decision<UserEvent>> decided) {
        return known(
                users,
                name,
                known -> PersonName.same(known.user().name(), by)
                        ? Decision.denied(
                                AccessRefusal.OWN_ACCOUNT,
                                "Expected another administrator than "
                                        + known.user().name() + ", but nobody may " + what)
                        : decided.apply(known));
    }

    private static Decision<UserEvent> known(
            KnownUsers users, String name, Function<Known, Decision<UserEvent>> decided) {
        return users.find(name)
                .map(decided)
                .orElseGet(() -> Decision.denied(
                        AccessRefusal.UNKNOWN_USER,
                        "Expected a user, but \"" + name + "\" is none; ./vesper users list shows them"));
    }

    private static List<Role> ordered(Set<Role> roles) {
        return List.copyOf(EnumSet.copyOf(roles));
    }

    @Override
    public KnownUsers apply(KnownUsers users, UserEvent event) {
        if (event instanceof UserEvent.Added(String name, List<Role> roles, String password, Instant until)) {
            if (users.find(name).isPresent()) {
                throw new BrokenHistory("Expected a new user, but " + name + " is there already");
            }
            return users.with(new Known(
                    new User(
                            name,
                            Set.copyOf(roles),
                            /* active= */ true,
                            /* mustChangePassword= */ true,
                            /* identity= */ ""),
                    password,
                    1,
                    until,
                    /* issuer= */ ""));
        }
        Known known = Optional.ofNullable(users.byName().get(event.user()))
                .orElseThrow(() -> new BrokenHistory(
                        "Expected an event of a user who was added, but " + event.user() + " was not"));
        return users.with(after(known, event));
    }

    private static Known after(Known known, UserEvent event) {
        User user = known.user();
        return switch (event) {
            case UserEvent.Added _ -> throw new IllegalStateException("added above");
            case UserEvent.RolesChanged changed -> known.with(user.with(Set.copyOf(changed.roles())));
            case UserEvent.LetOut _ -> known.with(user.letIn(false));
            case UserEvent.LetIn _ -> known.with(user.letIn(true));
            case UserEvent.PasswordReset reset ->
                password(known, reset.password(), reset.until(), /* mustChange= */ true);
            case UserEvent.PasswordChanged changed ->
                password(known, changed.password(), OneTimePassword.ENDLESS, /* mustChange= */ false);
            case UserEvent.PasswordRehashed again ->
                new Known(user, again.password(), known.passwords(), known.until(), known.issuer());
            case UserEvent.IdentityLinked(String _, String issuer, String subject) -> linked(known, issuer, subject);
            case UserEvent.IdentityUnlinked _ -> linked(known, /* issuer= */ "", /* subject= */ "");
        };
    }

    private static Known password(Known known, String password, Instant until, boolean mustChange) {
        return new Known(known.user().withPassword(mustChange), password, known.passwords() + 1, until, known.issuer());
    }

    private static Known linked(Known known, String issuer, String subject) {
        return new Known(
                known.user().linkedTo(subject), known.password(), known.passwords() + 1, known.until(), issuer);
    }
}
