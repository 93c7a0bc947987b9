package dev.vesper.limits.bounds;

/**
 * How many instruments an account may hold once its orders are done.
 *
 * @param most zero or more
 */
public record NamesBound(int most, Why why) {}
