package dev.vesper.approvals;

/** Where an approval stands. */
public sealed interface FourEyesState {
    /** Nobody has put anything forward. */
    record NotProposed() implements FourEyesState {}

    /** Never put forward. */
    record Declined(String by, String reason) implements FourEyesState {}

    /** The maker waits for a checker. */
    record AwaitingChecker(String maker) implements FourEyesState {}

    /** Two different people agreed. */
    record Approved(String maker, String checker) implements FourEyesState {}

    /** Turned down. */
    record Rejected(String maker, String by, String reason) implements FourEyesState {}
}
