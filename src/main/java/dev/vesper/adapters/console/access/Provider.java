package dev.vesper.adapters.console.access;

import dev.vesper.basics.Secret;

/**
 * The firm's identity provider, which speaks OpenID Connect.
 *
 * @param issuer its address; what it says of itself is found below it
 * @param client what it knows this Vesper as
 */
public record Provider(String issuer, String client, Secret secret) {}
