package dev.vesper.adapters.api;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Tokens;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.OperationsFor;
import dev.vesper.desk.operations.Owner;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as a request says it. With the state folder's own token: the person whom a header names, percent-encoded, the
 * owner of the folder where another says so, or nobody. With a personal token: its user.
 */
public final class Callers {
    public static final String HEADER = "Vesper-Person";

    /** Holds {@value #OWNER} where the owner of the state folder asks as such. */
    public static final String AS = "Vesper-As";

    private static final String OWNER = "owner";
    private static final String BEARER = "Bearer ";

    private Callers() {}

    /** What a request holds that says who asks. */
    public sealed interface Credentials {
        /** The owner of the state folder, who holds its token, for a caller. */
        record Folder(Secret token, Caller caller) implements Credentials {}

        /** Somebody who holds a token of their own. */
        record Personal(Secret token) implements Credentials {}
    }

    /** Who asks, or with which status a request is turned away. */
    public sealed interface Found {
        record By(Caller caller) implements Found {}

        record TurnedAway(int status, String message) implements Found {}
    }

    /** The headers that say who asks, by name. */
    public static Map<String, String> headers(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Personal(Secret token) -> Map.of("Authorization", BEARER + token.reveal());
            case Credentials.Folder(Secret token, Owner _) ->
                Map.of("Authorization", BEARER + token.reveal(), AS, OWNER);
            case Credentials.Folder(Secret _, SignedIn user) ->
                throw new IllegalArgumentException(
                        "Expected a token of " + user.name() + "'s own: a header proves nothing");
            case Credentials.Folder(Secret token, Caller caller) ->
                caller.person()
                        .map(name ->
                                Map.of("Authorization", BEARER + token.reveal(), HEADER, PercentText.encoded(name)))
                        .orElseGet(() -> Map.of("Authorization", BEARER + token.reveal()));
        };
    }

    /**
     * Who asks.
     *
     * @param authorization the value of {@code Authorization}, or null where there is none
     * @param persons the values of {@link #HEADER}, or null where there is none
     * @param as the values of {@link #AS}, or null where there is none
     * @param folder the state folder's own token
     * @param from where the request comes from, for example {@code 127.0.0.1}
     * @throws Problem of kind INPUT where the headers contradict one another, or name no person
     */
    public static Found find(
            @Nullable String authorization,
            @Nullable List<String> persons,
            @Nullable List<String> as,
            Secret folder,
            String from,
            OperationsFor operations) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return new Found.TurnedAway(
                    401, "Expected the token of the state folder's control.json, or one of your own");
        }
        Secret token = new Secret(authorization.substring(BEARER.length()));
        if (same(token, folder)) {
            return new Found.By(read(one(HEADER, persons), one(AS, as)));
        }
        if (one(HEADER, persons).isPresent() || one(AS, as).isPresent()) {
            throw Problem.usage(
                    "Expected a personal token to say who you are, but " + HEADER + " or " + AS + " stands beside it");
        }
        try {
            return operations
                    .bearer(token, from)
                    .<Found>map(Found.By::new)
                    .orElseGet(() -> new Found.TurnedAway(
                            401, "Expected a token that is taken, but this one is wrong, expired or was ended"));
        } catch (Problem tooMany) {
            if (tooMany.kind() != Problem.Kind.REFUSED) {
                throw tooMany;
            }
            return new Found.TurnedAway(429, String.valueOf(tooMany.getMessage()));
        }
    }

    /** What the personal token of a request is called; empty where there is none. */
    public static String tokenId(@Nullable String authorization) {
        return authorization == null || !authorization.startsWith(BEARER)
                ? ""
                : Tokens.idOf(new Secret(authorization.substring(BEARER.length())));
    }

    private static Caller read(Optional<String> person, Optional<String> as) {
        if (as.isPresent() && (!as.get().equals(OWNER) || person.isPresent())) {
            throw Problem.usage(
                    "Expected " + AS + " to be " + OWNER + ", without " + HEADER + ", but got \"" + as.get() + "\"");
        }
        return as.isPresent()
                ? new Owner()
                : person.<Caller>map(name -> new Person(PercentText.decoded(name)))
                        .orElseGet(Reader::new);
    }

    private static Optional<String> one(String header, @Nullable List<String> values) {
        if (values != null && values.size() > 1) {
            throw Problem.usage("Expected one header " + header + ", but there are " + values.size());
        }
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private static boolean same(Secret one, Secret other) {
        return MessageDigest.isEqual(
                one.reveal().getBytes(StandardCharsets.UTF_8), other.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
