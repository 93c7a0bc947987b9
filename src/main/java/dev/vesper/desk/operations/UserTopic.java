package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import java.util.List;
import java.util.Set;

/** Users for somebody who may manage them, or see who they are. */
record UserTopic(Guard guard, ManageUsers users, String issuer, String by) implements Users {
    @Override
    public List<User> list() {
        return users.list();
    }

    @Override
    public OneTimePassword add(String name, Set<Role> roles) {
        return managed().add(name, roles, by);
    }

    @Override
    public User roles(String name, Set<Role> roles) {
        return managed().roles(name, roles, by);
    }

    @Override
    public User letOut(String name) {
        return managed().letOut(name, by);
    }

    @Override
    public User letIn(String name) {
        return managed().letIn(name, by);
    }

    @Override
    public User link(String name, String subject) {
        guard.require(Permission.MANAGE_USERS, "manage users");
        if (issuer.isEmpty()) {
            throw Problem.usage("Expected an identity provider (VESPER_OIDC_ISSUER), but there is none");
        }
        return managed().link(name, issuer, subject, by);
    }

    @Override
    public User unlink(String name) {
        return managed().unlink(name, by);
    }

    @Override
    public OneTimePassword resetPassword(String name) {
        return managed().resetPassword(name, by);
    }

    private ManageUsers managed() {
        guard.require(Permission.MANAGE_USERS, "manage users");
        return users;
    }
}
