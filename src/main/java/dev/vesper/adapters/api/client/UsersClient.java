package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.UserResources;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import dev.vesper.desk.operations.Users;
import java.util.List;
import java.util.Set;

/** The users of a Vesper that runs elsewhere. */
record UsersClient(Transport http) implements Users {
    @Override
    public List<User> list() {
        return http.send(UserResources.LIST, new UserResources.All());
    }

    @Override
    public OneTimePassword add(String name, Set<Role> roles) {
        return http.send(UserResources.ADD, new UserResources.New(name, roles));
    }

    @Override
    public User roles(String name, Set<Role> roles) {
        return http.send(UserResources.ROLES, new UserResources.As(name, roles));
    }

    @Override
    public User letOut(String name) {
        return http.send(UserResources.LET_OUT, new UserResources.Which(name));
    }

    @Override
    public User letIn(String name) {
        return http.send(UserResources.LET_IN, new UserResources.Which(name));
    }

    @Override
    public User link(String name, String subject) {
        return http.send(UserResources.LINK, new UserResources.Identity(name, subject));
    }

    @Override
    public User unlink(String name) {
        return http.send(UserResources.UNLINK, new UserResources.Which(name));
    }

    @Override
    public OneTimePassword resetPassword(String name) {
        return http.send(UserResources.RESET_PASSWORD, new UserResources.Which(name));
    }
}
