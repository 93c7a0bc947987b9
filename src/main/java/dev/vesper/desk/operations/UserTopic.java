package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import java.util.List;
import java.util.Set;

/** Users for somebody who may manage them. */
record UserTopic(ManageUsers users, String issuer, String by) implements Users {
    @Override
    public List<User> list() {
        return users.list();
    }

    @Override
    public OneTimePassword add(String name, Set<Role> roles) {
        return users.add(name, roles, by);
    }

    @Override
    public User roles(String name, Set<Role> roles) {
        return users.roles(name, roles, by);
    }

    @Override
    public User letOut(String name) {
        return users.letOut(name, by);
    }

    @Override
    public User letIn(String name) {
        return users.letIn(name, by);
    }

    @Override
    public User link(String name, String subject) {
        if (issuer.isEmpty()) {
            throw Problem.usage("Expected an identity provider (VESPER_OIDC_ISSUER), but there is none");
        }
        return users.link(name, issuer, subject, by);
    }

    @Override
    public User unlink(String name) {
        return users.unlink(name, by);
    }

    @Override
    public OneTimePassword resetPassword(String name) {
        return users.resetPassword(name, by);
    }
}
