package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A user who proved who they are: by a password, a token or the firm's identity provider.
 *
 * @param name of the user, as it is kept
 * @param roles that the user has now
 * @param scope what this way in allows at the most: a token may allow less than its user may
 */
public record SignedIn(String name, Set<Role> roles, Set<Permission> scope) implements Caller {
    public SignedIn {
        roles = Set.copyOf(roles);
        scope = Set.copyOf(scope);
    }

    /** With all that the roles allow. */
    public static SignedIn whole(String name, Set<Role> roles) {
        return new SignedIn(name, roles, EnumSet.allOf(Permission.class));
    }

    @Override
    public Optional<String> person() {
        return Optional.of(name);
    }

    @Override
    public boolean may(Permission permission) {
        return scope.contains(permission) && Role.may(roles, permission);
    }
}
