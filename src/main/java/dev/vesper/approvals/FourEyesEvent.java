package dev.vesper.approvals;

/** What happened to an approval. */
public sealed interface FourEyesEvent {
    /** A maker put the trades forward. */
    record Proposed(String maker) implements FourEyesEvent {}

    /** The maker did not put the trades forward. */
    record Declined(String by, String reason) implements FourEyesEvent {}

    /** A second person agreed. */
    record Approved(String checker) implements FourEyesEvent {}

    /** A person turned the proposal down. */
    record Rejected(String by, String reason) implements FourEyesEvent {}
}
