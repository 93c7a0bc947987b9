package dev.vesper.basics;

/**
 * A "no" as a value.
 *
 * @param code a stable word for programs, for example {@code second-approver-must-differ}
 * @param message a sentence for people that holds the values
 */
public record Refusal(String code, String message) {}
