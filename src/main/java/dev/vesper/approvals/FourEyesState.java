package dev.vesper.approvals;

/** Where an approval stands. */
public sealed interface FourEyesState {
    /** Nobody has put anything forward. */
    record NotProposed() implements FourEyesState {}

    /** Never put forward. */
    record Declined(String by, String reason) implements FourEyesState {}

    /** The maker waits for a checker of the proposal with this sum. */
    record AwaitingChecker(String maker, String proposal) implements FourEyesState {
        AwaitingChecker(String maker) {
            this(maker, "");
        }
    }

    /** Two different people agreed on the proposal with this sum; empty where an older Vesper asked them. */
    record Approved(String maker, String checker, String proposal) implements FourEyesState {
        public Approved(String maker, String checker) {
            this(maker, checker, "");
        }
    }

    /** Turned down. */
    record Rejected(String maker, String by, String reason) implements FourEyesState {}
}
