package dev.vesper.desk.approval;

import java.util.OptionalInt;

/** What a person does with a question beside answering it. */
public sealed interface TaskAct {
    /**
     * Looks after it from now on.
     *
     * @param version of the question as the person saw it; empty where they did not look
     */
    record Claim(OptionalInt version) implements TaskAct {}

    /** Looks after it no more, or takes it from somebody who does, for a reason. */
    record GiveBack(String reason) implements TaskAct {}

    /** Asks the maker something. */
    record Ask(String text) implements TaskAct {}

    /** Replies, as the maker. */
    record Reply(String text) implements TaskAct {}

    /** Hands it on to another person who may answer it. */
    record Delegate(String to, String reason) implements TaskAct {}
}
