package dev.vesper.approvals;

import java.util.OptionalInt;

/** What a person asks of a question. */
public sealed interface TaskCommand {
    /** Which question. */
    TaskSeat seat();

    /** Whose name is given. */
    String by();

    /** Who belongs to which group. */
    People people();

    /**
     * An answer about a proposal.
     *
     * @param shown sum of what the person had before them, 64 hex digits; empty where that is not known
     */
    record Answer(TaskSeat seat, FourEyesCommand answer, String shown) implements TaskCommand {
        @Override
        public String by() {
            return answer.by();
        }

        @Override
        public People people() {
            return answer.people();
        }
    }

    /** An answer to a question that one person decides alone, for example whether data may be used. */
    record Decide(TaskSeat seat, boolean yes, String by, String shown, People people) implements TaskCommand {}

    /**
     * The person looks after it from now on.
     *
     * @param version of the question as the person saw it; empty where they did not look
     */
    record Claim(TaskSeat seat, String by, OptionalInt version, People people) implements TaskCommand {}

    /**
     * Nobody looks after it any more.
     *
     * @param reason needed where somebody else than who has it gives it back
     */
    record GiveBack(TaskSeat seat, String by, String reason, People people) implements TaskCommand {}

    /** A checker asks the maker something. */
    record Ask(TaskSeat seat, String by, String text, People people) implements TaskCommand {}

    /** The maker replies. */
    record Reply(TaskSeat seat, String by, String text, People people) implements TaskCommand {}

    /** Somebody else who may answer it looks after it from now on. */
    record Delegate(TaskSeat seat, String by, String to, String reason, People people) implements TaskCommand {}
}
