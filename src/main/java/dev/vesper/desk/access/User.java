package dev.vesper.desk.access;

import java.util.Set;

/**
 * Somebody who belongs.
 *
 * @param name as {@link dev.vesper.approvals.PersonName} keeps it
 * @param active whether they are let in
 * @param mustChangePassword whether the password is the one that was made for them: it opens nothing but its own change
 */
public record User(String name, Set<Role> roles, boolean active, boolean mustChangePassword) {
    public User {
        roles = Role.ordered(roles);
    }

    /** Whether one of the roles allows it. */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission));
    }
}
