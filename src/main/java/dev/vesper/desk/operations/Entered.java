package dev.vesper.desk.operations;

import dev.vesper.desk.access.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * What a name and a password came to.
 *
 * @param user the name, as it is kept
 * @param issued a token of 12 hours; null where a one-time password must be changed first
 */
public record Entered(String user, @Nullable IssuedToken issued) {}
