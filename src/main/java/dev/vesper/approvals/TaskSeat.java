package dev.vesper.approvals;

/**
 * A question, as the rules of answering see it.
 *
 * @param task its word, for example {@code approve-trades-2}
 * @param group whose people may say yes
 * @param checks whether who answers checks what another person made
 */
public record TaskSeat(String task, String group, boolean checks) {}
