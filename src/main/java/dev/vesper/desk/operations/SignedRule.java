package dev.vesper.desk.operations;

import java.time.Instant;

/**
 * A version of a rule that somebody answers for.
 *
 * @param file its name, for example {@code wash-sale.drl}
 * @param sha256 of its bytes
 * @param by who has read it
 */
public record SignedRule(String file, String sha256, String by, Instant at) {}
