package dev.vesper.approvals;

/** What a person asks of an approval. */
public sealed interface FourEyesCommand {
    /** Whose name is given. */
    String by();

    /**
     * The maker puts the trades forward.
     *
     * @param proposal sum of what is put forward, 64 hex digits
     */
    record Propose(String by, String proposal) implements FourEyesCommand {
        /** Puts something forward that has no sum. */
        public Propose(String by) {
            this(by, "");
        }
    }

    /** The maker does not put the trades forward: the day ends without trading. */
    record Decline(String by, String reason) implements FourEyesCommand {}

    /**
     * The checker agrees; must not be the maker.
     *
     * @param proposal sum of what is approved; must be what was put forward
     */
    record Approve(String by, String proposal) implements FourEyesCommand {
        /** Approves something that has no sum. */
        public Approve(String by) {
            this(by, "");
        }
    }

    /** Anyone turns the proposal down, the maker too: that only withdraws it. */
    record Reject(String by, String reason) implements FourEyesCommand {}
}
