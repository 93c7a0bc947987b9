package dev.vesper.data;

/**
 * A rule that stands in the contract and is not checked, said aloud so that nobody relies on it.
 *
 * @param rule its id, or where it stands
 * @param why for example {@code a rule of type sql}
 */
public record NotChecked(String rule, String why) {}
