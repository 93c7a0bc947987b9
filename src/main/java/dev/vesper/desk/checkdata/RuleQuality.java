package dev.vesper.desk.checkdata;

import dev.vesper.data.Severity;

/**
 * What one rule of a contract found.
 *
 * @param rule its id
 * @param asks what it asks for, in a sentence
 * @param severity what it means where it finds more than it tolerates
 * @param rows that break it; of a rule about the table as a whole, what it counts
 * @param setsAside whether such a row is not used
 * @param breached whether it found more than it tolerates
 */
public record RuleQuality(
        String rule, String asks, Severity severity, long rows, boolean setsAside, boolean breached) {}
