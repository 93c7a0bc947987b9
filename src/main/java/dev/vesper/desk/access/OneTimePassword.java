package dev.vesper.desk.access;

import dev.vesper.basics.Secret;

/** A user with a password that was made for them; it is shown this once, and opens nothing but its own change. */
public record OneTimePassword(User user, Secret password) {}
