package dev.vesper.approvals;

/** What somebody did with a question beside answering it; it stands among the answers that it may bar. */
public sealed interface TaskEvent extends FourEyesEvent {
    /** Which question, for example {@code approve-trades-2}. */
    String task();

    /** Who did it. */
    String by();

    /** Somebody looks after the question: nobody else says yes to it. */
    record Claimed(String task, String by) implements TaskEvent {}

    /**
     * Nobody looks after the question any more.
     *
     * @param reason why; there is one where another person than its holder gives it back
     */
    record GivenBack(String task, String by, String reason) implements TaskEvent {}

    /** A checker asked the maker something. */
    record Asked(String task, String by, String text) implements TaskEvent {}

    /** The maker replied. */
    record Replied(String task, String by, String text) implements TaskEvent {}

    /** Somebody handed the question on; the two count as one person from then on. */
    record Delegated(String task, String by, String to, String reason) implements TaskEvent {}

    /**
     * What somebody had before them when they answered.
     *
     * @param sum of all that was shown, 64 hex digits
     */
    record Shown(String task, String by, String sum) implements TaskEvent {}
}
