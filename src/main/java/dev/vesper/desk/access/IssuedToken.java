package dev.vesper.desk.access;

import dev.vesper.basics.Secret;

/** A new token; its secret is shown this once. */
public record IssuedToken(PersonalToken token, Secret secret) {}
