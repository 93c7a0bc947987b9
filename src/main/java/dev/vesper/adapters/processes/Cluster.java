package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Zeebe cluster elsewhere, and how it is known that both are who they say.
 *
 * @param address of its gateway, {@code http://host:port} (plain) or {@code https://host:port} (TLS)
 * @param certificates PEM file of the authorities that the gateway's certificate is checked against; empty for those of
 *     the Java installation
 * @param login where the gateway asks for a token; over TLS only
 */
public record Cluster(URI address, Optional<Path> certificates, Optional<Login> login) {
    /**
     * OAuth 2.0 client credentials (RFC 6749, section 4.4).
     *
     * @param tokens the authorisation server's token endpoint, https, or http on loopback
     * @param audience which API the token is for; empty where the server does not ask
     */
    public record Login(URI tokens, String client, Secret secret, Optional<String> audience) {}

    public Cluster {
        boolean plain = address.getScheme().equals("http");
        if (plain && (login.isPresent() || certificates.isPresent())) {
            throw Problem.usage("Expected a Zeebe gateway at https://, because a client or certificates are set, but"
                    + " VESPER_ZEEBE_ADDRESS is " + address + "; a token over plain text is everybody's");
        }
        if (certificates.isPresent() && !Files.isRegularFile(certificates.get())) {
            throw Problem.usage(
                    "Expected a PEM file of certificates, but VESPER_ZEEBE_CERTIFICATES is " + certificates.get());
        }
    }

    /**
     * A gateway that asks nobody who he is.
     *
     * @param address {@code host:port} (plain), {@code http://host:port} or {@code https://host:port}
     */
    public static Cluster open(String address) {
        return new Cluster(GatewayAddress.parse(address), Optional.empty(), Optional.empty());
    }

    /**
     * A cluster as the settings describe it.
     *
     * @param tokens the token endpoint's address
     */
    public static Cluster of(
            String address,
            Optional<Path> certificates,
            Optional<String> tokens,
            String client,
            Secret secret,
            Optional<String> audience) {
        return new Cluster(
                GatewayAddress.parse(address),
                certificates,
                tokens.map(text -> new Login(GatewayAddress.tokens(text), client, secret, audience)));
    }
}
