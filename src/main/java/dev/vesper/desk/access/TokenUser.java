package dev.vesper.desk.access;

import java.util.Set;

/**
 * Who a token stands for.
 *
 * @param roles that they have now
 * @param scope the most that the token allows
 */
public record TokenUser(String name, Set<Role> roles, Set<Permission> scope) {
    public TokenUser {
        roles = Role.ordered(roles);
        scope = Set.copyOf(scope);
    }
}
