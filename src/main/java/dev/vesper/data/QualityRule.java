package dev.vesper.data;

/**
 * One rule of a contract.
 *
 * @param id stable word, for example {@code close-positive}
 * @param description the analyst's sentence, or empty
 * @param quarantine rows that break it are set aside; false where they are only counted
 */
public record QualityRule(
        String id, String description, Check check, Severity severity, Tolerance tolerance, boolean quarantine) {
    /** What the rule asks for, in the analyst's words where there are any. */
    public String sentence() {
        return description.isEmpty() ? check.sentence() : description;
    }
}
