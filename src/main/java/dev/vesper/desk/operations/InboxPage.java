package dev.vesper.desk.operations;

import dev.vesper.desk.approval.TaskCard;
import java.util.List;

/**
 * What an inbox shows at one moment.
 *
 * @param counts how much waits, for the caller and in each inbox
 * @param tasks those that were asked for, as {@link Inbox#tasks} tells them
 */
public record InboxPage(InboxCounts counts, List<TaskCard> tasks) {
    public InboxPage {
        tasks = List.copyOf(tasks);
    }
}
