package dev.vesper.basics;

/**
 * A "no" as a value.
 *
 * @param message a sentence for people that holds the values
 */
public record Refusal(RefusalKind kind, String message) {
    /** A stable word for programs, for example {@code second-approver-must-differ}. */
    public String code() {
        return kind.word();
    }
}
