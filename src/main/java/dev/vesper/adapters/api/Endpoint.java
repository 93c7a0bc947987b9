package dev.vesper.adapters.api;

import dev.vesper.basics.Secret;

/** Where a running Vesper answers on loopback, and the token it wants to see. */
public record Endpoint(int port, Secret token) {}
