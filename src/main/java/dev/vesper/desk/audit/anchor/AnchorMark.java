package dev.vesper.desk.audit.anchor;

import java.time.Instant;

/**
 * A row that a place outside vouches for.
 *
 * @param at when it was anchored
 */
public record AnchorMark(long sequence, String hash, Instant at) {}
