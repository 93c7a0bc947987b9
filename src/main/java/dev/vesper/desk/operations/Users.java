package dev.vesper.desk.operations;

import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import java.util.List;
import java.util.Set;

/** Who belongs. Nobody changes their own account here, and the last administrator stays one. */
public interface Users {
    /** By name. */
    List<User> list();

    /** Adds somebody; the one-time password is told this once. */
    OneTimePassword add(String name, Set<Role> roles);

    /** Gives a user these roles and no others. */
    User roles(String name, Set<Role> roles);

    /** Lets a user in no longer. */
    User letOut(String name);

    User letIn(String name);

    /**
     * Lets a user sign in by the firm's identity provider.
     *
     * @param subject what the provider calls them: the {@code sub} that it tells, never a name or an address of theirs
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no provider
     */
    User link(String name, String subject);

    /** Lets a user sign in by the identity provider no longer. */
    User unlink(String name);

    /** Ends a user's password; the one-time password is told this once. */
    OneTimePassword resetPassword(String name);
}
