package dev.vesper.desk.health;

import java.time.Instant;

/**
 * One part of Vesper, and since when it is so.
 *
 * @param part for example {@code disk}
 * @param said what is wrong, in plain words; empty where all is well
 * @param since when it was first seen so by this process
 */
public record PartHealth(String part, boolean well, String said, Instant since) {}
