package dev.vesper.desk.access;

/**
 * Who belongs, and how they prove it.
 *
 * @param issuer the firm's identity provider, by its address; empty where there is none
 */
public record Access(ManageUsers users, SignIn signIn, Passwords passwords, Tokens tokens, String issuer) {}
