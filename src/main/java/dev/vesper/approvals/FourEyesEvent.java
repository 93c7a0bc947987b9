package dev.vesper.approvals;

/** What happened to an approval. */
public sealed interface FourEyesEvent {
    /**
     * A maker put the trades forward.
     *
     * @param proposal sum of the proposal, 64 hex digits; empty where an older Vesper asked
     */
    record Proposed(String maker, String proposal) implements FourEyesEvent {
        /** As an older Vesper stored it. */
        public Proposed(String maker) {
            this(maker, "");
        }
    }

    /** The maker did not put the trades forward. */
    record Declined(String by, String reason) implements FourEyesEvent {}

    /**
     * A second person agreed.
     *
     * @param proposal sum of the proposal that was approved, the one that was put forward
     */
    record Approved(String checker, String proposal) implements FourEyesEvent {
        /** As an older Vesper stored it. */
        public Approved(String checker) {
            this(checker, "");
        }
    }

    /** A person turned the proposal down. */
    record Rejected(String by, String reason) implements FourEyesEvent {}
}
