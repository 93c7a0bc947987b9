package dev.vesper.desk.operations;

import java.util.List;

/**
 * How much waits.
 *
 * @param mine open tasks that wait for the caller
 * @param mineOverdue those of them that are late
 * @param inboxes every inbox with an open task, by its group
 */
public record InboxCounts(int mine, int mineOverdue, List<OfGroup> inboxes) {
    public InboxCounts {
        inboxes = List.copyOf(inboxes);
    }

    /** Of one inbox: its open tasks, and those of them that are late. */
    public record OfGroup(String group, int open, int overdue) {}
}
