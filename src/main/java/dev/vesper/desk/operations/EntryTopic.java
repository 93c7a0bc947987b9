package dev.vesper.desk.operations;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.User;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Supplier;

/** How somebody at this machine proves who they are. */
record EntryTopic(Supplier<Access> access) implements Entry {
    /** Where the commands of this machine come from, as the audit says it. */
    static final String HERE = "the command line";

    private static final Duration SHIFT = Duration.ofHours(12);

    @Override
    public Asked asked() {
        Access known = access.get();
        return new Asked(known.users().any(), !known.issuer().isEmpty());
    }

    @Override
    public Entered signIn(String name, Secret password) {
        User user = access.get().signIn().byPassword(name, password, HERE);
        return new Entered(
                user.name(),
                user.mustChangePassword()
                        ? null
                        : access.get()
                                .tokens()
                                .issue(user.name(), "signed in", EnumSet.allOf(Permission.class), SHIFT));
    }

    @Override
    public User changePassword(String name, Secret old, Secret next) {
        return access.get().passwords().change(name, old, next, HERE);
    }
}
