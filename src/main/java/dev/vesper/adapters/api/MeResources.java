package dev.vesper.adapters.api;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import dev.vesper.desk.operations.WhoAmI;
import java.util.List;
import java.util.Set;

/** What callers may know and change of themselves, over HTTP. */
public final class MeResources {
    /** Nothing more needs to be said. */
    public record Nothing() {}

    /** The password there is, and the one there is to be. */
    public record Password(Secret old, Secret next) {}

    /** A token that is to be. */
    public record NewToken(
            String label,
            Set<Permission> scope,
            @Otherwise("30") int days) {}

    /** Which token. */
    public record Which(String token) {}

    public static final Resource<Nothing, WhoAmI> WHO = Resource.get(
            "/api/v1/me",
            "Who asks, and what they may.",
            Nothing.class,
            Answers.one(WhoAmI.class),
            (operations, q) -> operations.me().who());

    public static final Resource<Password, WhoAmI> CHANGE_PASSWORD = Resource.post(
            "/api/v1/me/password",
            "Changes the own password; every token ends.",
            Password.class,
            Answers.one(WhoAmI.class),
            (operations, q) -> operations.me().changePassword(q.old(), q.next()));

    public static final Resource<Nothing, List<PersonalToken>> TOKENS = Resource.get(
            "/api/v1/me/tokens",
            "The own tokens that are taken, oldest first.",
            Nothing.class,
            Answers.list(PersonalToken.class),
            (operations, q) -> operations.me().tokens());

    public static final Resource<NewToken, IssuedToken> ISSUE_TOKEN = Resource.post(
            "/api/v1/me/tokens",
            "Makes a token of up to 90 days, which is told this once.",
            NewToken.class,
            Answers.one(IssuedToken.class),
            (operations, q) -> operations.me().issueToken(q.label(), q.scope(), q.days()));

    public static final Resource<Which, PersonalToken> REVOKE_TOKEN = Resource.post(
            "/api/v1/me/tokens/{token}/revoke",
            "Ends one of the own tokens.",
            Which.class,
            Answers.one(PersonalToken.class),
            (operations, q) -> operations.me().revokeToken(q.token()));

    static final List<Resource<?, ?>> ALL = List.of(WHO, CHANGE_PASSWORD, TOKENS, ISSUE_TOKEN, REVOKE_TOKEN);

    private MeResources() {}
}
