package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What a caller may know and change of themselves. */
record MeTopic(Caller caller, Supplier<Access> access) implements Me {
    @Override
    public WhoAmI who() {
        return WhoAmI.of(caller);
    }

    @Override
    public WhoAmI changePassword(Secret old, Secret next) {
        access.get().passwords().change(signedIn("change a password").name(), old, next, EntryTopic.HERE);
        return who();
    }

    @Override
    public List<PersonalToken> tokens() {
        return access.get().tokens().list(signedIn("see tokens").name());
    }

    @Override
    public IssuedToken issueToken(String label, Set<Permission> scope, int days) {
        SignedIn user = signedIn("issue a token");
        for (Permission asked : scope) {
            if (!user.may(asked)) {
                throw Problem.forbidden("Expected a token that may no more than you, but you may not " + asked.words());
            }
        }
        return access.get().tokens().issue(user.name(), label, scope, Duration.ofDays(days));
    }

    @Override
    public PersonalToken revokeToken(String id) {
        return access.get().tokens().revoke(signedIn("revoke a token").name(), id);
    }

    private SignedIn signedIn(String what) {
        if (caller instanceof SignedIn user) {
            return user;
        }
        throw Problem.forbidden("Expected somebody who has signed in to " + what + ", but "
                + caller.person()
                        .map(name -> "\"" + name + "\" is a name alone")
                        .orElse("nobody has")
                + "; ./vesper login NAME");
    }
}
