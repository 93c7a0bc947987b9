package dev.vesper.approvals;

/** What a person asks of an approval. */
public sealed interface FourEyesCommand {
    /** Whose name is given. */
    String by();

    /** Who belongs to which group. */
    People people();

    /**
     * The maker puts the trades forward.
     *
     * @param proposal sum of what is put forward, 64 hex digits
     * @param needed how many must approve it, and who
     * @param without single orders that are not put forward
     */
    record Propose(String by, String proposal, ApprovalsNeeded needed, People people, LeavingOut without)
            implements FourEyesCommand {
        /** All of it. */
        public Propose(String by, String proposal, ApprovalsNeeded needed, People people) {
            this(by, proposal, needed, people, LeavingOut.NOTHING);
        }
    }

    /** The maker does not put the trades forward: the day ends without trading. */
    record Decline(String by, String reason, People people) implements FourEyesCommand {}

    /**
     * A checker agrees; must be another person than the maker and every other checker.
     *
     * @param proposal sum of what is approved; must be what was put forward
     * @param step number of the approval that is given
     * @param without single orders that are not approved
     */
    record Approve(String by, String proposal, int step, People people, LeavingOut without) implements FourEyesCommand {
        /** All that is left of it. */
        public Approve(String by, String proposal, int step, People people) {
            this(by, proposal, step, people, LeavingOut.NOTHING);
        }
    }

    /** Anyone turns the proposal down, the maker too: that only withdraws it. */
    record Reject(String by, String reason, People people) implements FourEyesCommand {}
}
