package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.InboxResources;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.operations.Inbox;
import dev.vesper.desk.operations.InboxCounts;
import dev.vesper.desk.operations.TaskFilter;
import java.util.List;
import java.util.OptionalInt;

/** The inboxes of a Vesper that runs elsewhere. */
record InboxClient(Transport http) implements Inbox {
    @Override
    public List<TaskCard> tasks(TaskFilter filter, int from, int most) {
        return http.send(
                InboxResources.TASKS,
                new InboxResources.Which(filter.whose(), filter.state(), filter.group(), from, most));
    }

    @Override
    public InboxCounts counts() {
        return http.send(InboxResources.COUNTS, new InboxResources.Nothing());
    }

    @Override
    public TaskCard card(String task) {
        TaskPath path = TaskPath.of(task);
        return http.send(InboxResources.CARD, new InboxResources.One(path.subject(), path.task()));
    }

    @Override
    public TaskCard claim(String task, OptionalInt version) {
        TaskPath path = TaskPath.of(task);
        return http.send(
                InboxResources.CLAIM, new InboxResources.Claim(path.subject(), path.task(), version.orElse(-1)));
    }

    @Override
    public TaskCard giveBack(String task, String reason) {
        TaskPath path = TaskPath.of(task);
        return http.send(InboxResources.GIVE_BACK, new InboxResources.GiveBack(path.subject(), path.task(), reason));
    }

    @Override
    public TaskCard ask(String task, String text) {
        TaskPath path = TaskPath.of(task);
        return http.send(InboxResources.ASK, new InboxResources.Text(path.subject(), path.task(), text));
    }

    @Override
    public TaskCard reply(String task, String text) {
        TaskPath path = TaskPath.of(task);
        return http.send(InboxResources.REPLY, new InboxResources.Text(path.subject(), path.task(), text));
    }

    @Override
    public TaskCard delegate(String task, String to, String reason) {
        TaskPath path = TaskPath.of(task);
        return http.send(InboxResources.DELEGATE, new InboxResources.Delegate(path.subject(), path.task(), to, reason));
    }
}
