package dev.vesper.desk.access;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who belongs.
 *
 * @param name as {@link dev.vesper.approvals.PersonName} keeps it
 * @param active whether they are let in
 * @param mustChangePassword whether the password is the one that was made for them: it opens nothing but its own change
 * @param identity what the firm's identity provider calls them (the subject, which nobody chooses); empty where they are not
 *     linked to it
 */
public record User(String name, Set<Role> roles, boolean active, boolean mustChangePassword, String identity) {
    public User {
        roles = Role.ordered(roles);
    }

    User with(Set<Role> others) {
        return new User(name, others, active, mustChangePassword, identity);
    }

    User letIn(boolean in) {
        return new User(name, roles, in, mustChangePassword, identity);
    }

    User withPassword(boolean mustChange) {
        return new User(name, roles, active, mustChange, identity);
    }

    User linkedTo(String subject) {
        return new User(name, roles, active, mustChangePassword, subject);
    }

    /** Whether the roles allow it. */
    public boolean may(Permission permission) {
        return Role.may(roles, permission);
    }

    /** What is wrong with the roles, as an earlier Vesper gave them; empty where nothing is. */
    public String fault() {
        Set<Role> apart = Role.apart(roles);
        return apart.isEmpty()
                ? ""
                : "manages users, so what decides counts for nothing: "
                        + apart.stream().map(Role::word).collect(Collectors.joining(", "))
                        + "; give one or the other";
    }
}
