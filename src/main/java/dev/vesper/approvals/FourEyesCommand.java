package dev.vesper.approvals;

/** What a person asks of an approval. */
public sealed interface FourEyesCommand {
    /** Whose name is given. */
    String by();

    /** The maker puts the trades forward. */
    record Propose(String by) implements FourEyesCommand {}

    /** The maker does not put the trades forward: the day ends without trading. */
    record Decline(String by, String reason) implements FourEyesCommand {}

    /** The checker agrees; must not be the maker. */
    record Approve(String by) implements FourEyesCommand {}

    /** Anyone turns the proposal down, the maker too: that only withdraws it. */
    record Reject(String by, String reason) implements FourEyesCommand {}
}
