package dev.vesper.desk.repair;

/**
 * What may be done about a run.
 *
 * @param act in a word: {@code retry} or {@code close}
 * @param effect what it will do, in a sentence
 * @param refusal why it cannot be done now; empty where it can
 */
public record Remedy(String act, String effect, String refusal) {
    public static final String RETRY = "retry";
    public static final String CLOSE = "close";

    /** Whether it can be done now, by somebody who may. */
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
