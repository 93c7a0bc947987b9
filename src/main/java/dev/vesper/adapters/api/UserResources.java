package dev.vesper.adapters.api;

import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import java.util.List;
import java.util.Set;

/** Who belongs, over HTTP. */
public final class UserResources {
    /** Nothing more needs to be said. */
    public record All() {}

    /** Which user. */
    public record Which(String user) {}

    /** Which identity is a user's. */
    public record Identity(String user, String subject) {}

    /** Somebody who is to belong. */
    public record New(String user, Set<Role> roles) {}

    /** What a user is to be. */
    public record As(String user, Set<Role> roles) {}

    public static final Resource<All, List<User>> LIST = Resource.get(
            "/api/v1/users",
            "Everybody, by name.",
            All.class,
            Answers.list(User.class),
            (operations, q) -> operations.users().list());

    public static final Resource<New, OneTimePassword> ADD = Resource.post(
            "/api/v1/users",
            "Adds a user, whose one-time password is told this once.",
            New.class,
            Answers.one(OneTimePassword.class),
            (operations, q) -> operations.users().add(q.user(), q.roles()));

    public static final Resource<As, User> ROLES = Resource.post(
            "/api/v1/users/{user}/roles",
            "Gives a user these roles and no others.",
            As.class,
            Answers.one(User.class),
            (operations, q) -> operations.users().roles(q.user(), q.roles()));

    public static final Resource<Which, User> LET_OUT = Resource.post(
            "/api/v1/users/{user}/out",
            "Lets a user in no longer.",
            Which.class,
            Answers.one(User.class),
            (operations, q) -> operations.users().letOut(q.user()));

    public static final Resource<Which, User> LET_IN = Resource.post(
            "/api/v1/users/{user}/in",
            "Lets a user in again.",
            Which.class,
            Answers.one(User.class),
            (operations, q) -> operations.users().letIn(q.user()));

    public static final Resource<Which, OneTimePassword> RESET_PASSWORD = Resource.post(
            "/api/v1/users/{user}/password",
            "Ends a user's password and tokens; the one-time password is told this once.",
            Which.class,
            Answers.one(OneTimePassword.class),
            (operations, q) -> operations.users().resetPassword(q.user()));

    public static final Resource<Identity, User> LINK = Resource.post(
            "/api/v1/users/{user}/identity",
            "Lets a user sign in by the firm's identity provider, as the subject that it tells.",
            Identity.class,
            Answers.one(User.class),
            (operations, q) -> operations.users().link(q.user(), q.subject()));

    public static final Resource<Which, User> UNLINK = Resource.post(
            "/api/v1/users/{user}/identity/end",
            "Lets a user sign in by the identity provider no longer.",
            Which.class,
            Answers.one(User.class),
            (operations, q) -> operations.users().unlink(q.user()));

    static final List<Resource<?, ?>> ALL = List.of(LIST, ADD, ROLES, LET_OUT, LET_IN, RESET_PASSWORD, LINK, UNLINK);

    private UserResources() {}
}
