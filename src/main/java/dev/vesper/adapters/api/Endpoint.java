package dev.vesper.adapters.api;

import dev.vesper.basics.Secret;
import java.net.URI;

/**
 * Where a running Vesper answers on loopback, and the token it wants to see.
 *
 * @param address where it answers browsers, without a path; another port where they are answered over TLS
 */
public record Endpoint(int port, Secret token, URI address) {}
