package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firm's identity provider, by which users may sign in to the console (OpenID Connect).
 *
 * @param issuer its address; VESPER_OIDC_ISSUER
 * @param client what it knows this Vesper as; VESPER_OIDC_CLIENT_ID
 * @param secret VESPER_OIDC_CLIENT_SECRET
 */
public record IdentityProvider(String issuer, String client, Secret secret) {
    private static final String ISSUER = "VESPER_OIDC_ISSUER";

    static Optional<IdentityProvider> from(Map<String, String> environment) {
        return Settings.text(environment, ISSUER)
                .map(issuer -> new IdentityProvider(
                        checked(issuer),
                        Settings.required(environment, "VESPER_OIDC_CLIENT_ID", ISSUER),
                        new Secret(Settings.required(environment, "VESPER_OIDC_CLIENT_SECRET", ISSUER))));
    }

    /** As it is given: the provider's tokens name it letter for letter. */
    private static String checked(String issuer) {
        HttpAddress address = HttpAddress.read(ISSUER, issuer);
        if (address.shown().contains("***")) {
            throw Problem.usage(
                    "Expected " + ISSUER + " without a user name and a query, but it is \"" + address + "\"");
        }
        boolean here = List.of("127.0.0.1", "localhost", "[::1]")
                .contains(address.uri().getHost());
        if (!address.uri().getScheme().equalsIgnoreCase("https") && !here) {
            throw Problem.usage(
                    "Expected " + ISSUER + " to begin with https, because who answers there says who is let in,"
                            + " but it is \"" + address + "\"");
        }
        return issuer;
    }
}
