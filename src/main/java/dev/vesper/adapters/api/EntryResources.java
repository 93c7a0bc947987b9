package dev.vesper.adapters.api;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.User;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.Entry;
import java.util.List;

/** How somebody at this machine proves who they are, over HTTP. */
public final class EntryResources {
    /** Nothing more needs to be said. */
    public record Nothing() {}

    /** Who somebody says they are, and what proves it. */
    public record Known(String name, Secret password) {}

    /** Whose password, the one there is, and the one there is to be. */
    public record Change(String name, Secret old, Secret next) {}

    public static final Resource<Nothing, Entry.Asked> ASKED = Resource.get(
            "/api/v1/entry",
            "Whether people are asked to prove who they are.",
            Nothing.class,
            Answers.one(Entry.Asked.class),
            (operations, q) -> operations.entry().asked());

    public static final Resource<Known, Entered> SIGN_IN = Resource.post(
            "/api/v1/entry/token",
            "A token of 12 hours for a name and a password; none for a one-time password, which must be changed first.",
            Known.class,
            Answers.one(Entered.class),
            (operations, q) -> operations.entry().signIn(q.name(), q.password()));

    public static final Resource<Change, User> CHANGE_PASSWORD = Resource.post(
            "/api/v1/entry/password",
            "Changes a password, a one-time one too.",
            Change.class,
            Answers.one(User.class),
            (operations, q) -> operations.entry().changePassword(q.name(), q.old(), q.next()));

    static final List<Resource<?, ?>> ALL = List.of(ASKED, SIGN_IN, CHANGE_PASSWORD);

    private EntryResources() {}
}
