package dev.vesper.desk.operations;

import dev.vesper.desk.approval.TaskCard;
import java.util.List;
import java.util.OptionalInt;

/** Tasks by whose they are: each candidate group of a process file is an inbox. */
public interface Inbox {
    /** Open ones first, the most urgent of them first: what is due earliest, then what waits longest. */
    List<TaskCard> tasks(TaskFilter filter, int from, int most);

    /** How much waits, for the caller and in each inbox. */
    InboxCounts counts();

    /** Both at one moment. */
    default InboxPage page(TaskFilter filter, int from, int most) {
        return new InboxPage(counts(), tasks(filter, from, most));
    }

    /**
     * All there is to see of one task.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    TaskCard card(String task);

    /**
     * The caller looks after a task from now on: nobody else says yes to it.
     *
     * @param version as the caller saw it; empty where they did not look
     * @throws dev.vesper.basics.Problem of kind REFUSED where somebody has it, who is named, or it changed since
     */
    TaskCard claim(String task, OptionalInt version);

    /**
     * Gives a task back, or takes it from somebody else for a reason.
     *
     * @param reason may be empty where the caller has it
     */
    TaskCard giveBack(String task, String reason);

    /** Asks the maker something; the task stays open. */
    TaskCard ask(String task, String text);

    /** Replies, as the maker, to what was asked. */
    TaskCard reply(String task, String text);

    /**
     * Hands a task on to another person who may answer it; of the two only one can count in the same approval.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where nobody knows that person, or they could not answer it
     */
    TaskCard delegate(String task, String to, String reason);
}
