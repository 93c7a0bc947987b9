package dev.vesper.approvals;

/**
 * One approval that a proposal needs.
 *
 * @param number of the step: 1, 2, 3 ...; the question about it is {@code approve-trades}, then {@code approve-trades-2}
 * @param group whose people may say yes, for example {@code checkers}
 * @param at number of the process's step that asks it: a step may ask more than its own
 */
public record ApprovalStep(int number, String group, int at) {
    /** Whoever may check, where nothing else was said: what every older Vesper asked. */
    public static final String CHECKERS = "checkers";

    /** The most steps that a process may draw, and the most that may be asked of a proposal. */
    public static final int MOST = 99;

    /** The one step that every proposal needed before steps were data. */
    public static final ApprovalStep CHECKER = new ApprovalStep(1, CHECKERS, 1);
}
