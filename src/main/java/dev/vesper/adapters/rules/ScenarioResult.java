package dev.vesper.adapters.rules;

/**
 * How one business case of a rule ended.
 *
 * @param file relative to the rules folder
 * @param line where the case stands, counted from 1
 * @param expected for example {@code cut to 250}
 * @param got the same for what the rule said, with its reason
 */
public record ScenarioResult(
        String rule, String file, long line, String name, boolean passed, String expected, String got) {}
