package dev.vesper.desk.access;

/** Who belongs, and how they prove it. */
public record Access(ManageUsers users, SignIn signIn, Passwords passwords, Tokens tokens) {}
