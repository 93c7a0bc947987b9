package dev.vesper.desk.operations;

/**
 * A file of the rules.
 *
 * @param file below the rules folder
 * @param version the first 12 digits of the sum of its bytes
 * @param text its content, as UTF-8 reads it; empty in a list
 */
public record RuleText(String file, String version, String text) {}
