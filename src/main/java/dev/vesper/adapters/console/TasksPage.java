package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.InboxCounts;
import dev.vesper.desk.operations.InboxPage;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.operations.TaskFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inboxes: what waits for whoever looks, or for anybody, the most urgent first. */
final class TasksPage implements Page {
    private static final int SHOWN = 100;

    /** Of those that were answered, which nobody has to see whole. */
    private static final int ANSWERED = 20;

    private static final List<String> ASKED = List.of("whose", "state", "group", "from");

    /**
     * One way to look.
     *
     * @param current {@code page} where it is this one, else empty
     */
    public record Way(String href, String title, String current) {}

    /**
     * What the template shows.
     *
     * @param named whether the caller gave a name, which the commands then hold
     * @param mine how much waits for the caller, in words; empty for somebody who answers nothing
     * @param late whether some of that is late
     * @param nothing what is said where nothing is shown
     * @param href where this very list is
     * @param before where the page before begins, or empty
     * @param more where the next page begins, or empty
     */
    public record Model(
            List<TaskLine> tasks,
            boolean named,
            String mine,
            boolean late,
            List<Way> ways,
            String nothing,
            String href,
            String before,
            String more) {
        public boolean anyOpen() {
            return tasks.stream().anyMatch(TaskLine::open);
        }
    }

    @Override
    public String word() {
        return "tasks";
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public String help() {
        return "tasks";
    }

    private static int most(TaskFilter filter) {
        return filter.state() == TaskFilter.State.ANSWERED ? ANSWERED : SHOWN;
    }

    private static int from(Asked asked) {
        return Math.toIntExact(Math.min(asked.among("from").orElse(0), 100_000_000));
    }

    private static boolean answers(Asked asked) {
        return asked.caller() instanceof SignedIn && asked.caller().may(Permission.ANSWER_TASKS);
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(inbox(operations, asked));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.TASKS), Changed.of(Topic.RUNS));
    }

    /** One question more than is shown tells whether there is another page. */
    private static InboxPage inbox(Operations operations, Asked asked) {
        TaskFilter filter = filter(asked.query(), answers(asked));
        return operations.inbox().page(filter, from(asked), most(filter) + 1);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return model(asked, inbox(operations, asked));
    }

    @Override
    public Model model(Operations operations, Asked asked, Object state) {
        return model(asked, (InboxPage) state);
    }

    private Model model(Asked asked, InboxPage inbox) {
        boolean answers = answers(asked);
        TaskFilter filter = filter(asked.query(), answers);
        int from = from(asked);
        int shown = most(filter);
        List<TaskCard> cards = inbox.tasks();
        InboxCounts counts = inbox.counts();
        int open = counts.inboxes().stream().mapToInt(InboxCounts.OfGroup::open).sum();
        String href = href(filter);
        return new Model(
                cards.stream()
                        .limit(shown)
                        .map(card -> TaskLine.of(card, asked.caller()))
                        .toList(),
                asked.caller().person().isPresent(),
                answers ? mine(counts) : "",
                counts.mineOverdue() > 0,
                ways(filter, counts, answers, open),
                from > 0 ? "There are no more." : nothing(filter, open),
                href + (from == 0 ? "" : "&from=" + from),
                from == 0 ? "" : href + (from <= shown ? "" : "&from=" + (from - shown)),
                cards.size() > shown ? href + "&from=" + (from + shown) : "");
    }

    private static String mine(InboxCounts counts) {
        String waits = counts.mine() == 1 ? "1 waits for you" : counts.mine() + " wait for you";
        return counts.mine() == 0
                ? "Nothing waits for you"
                : waits + (counts.mineOverdue() == 0 ? "" : ", " + counts.mineOverdue() + " overdue");
    }

    private static String nothing(TaskFilter filter, int open) {
        if (filter.state() == TaskFilter.State.ANSWERED) {
            return "Nothing was answered yet.";
        }
        return open == 0 ? "Nothing waits for a person." : "Nothing here; " + open + " of all inboxes are open.";
    }

    private static TaskFilter filter(Map<String, String> query, boolean answers) {
        query.keySet().stream()
                .filter(name -> !ASKED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.usage("Expected " + String.join(", ", ASKED) + " after the question mark, but got \""
                            + name + "\"" + NearestName.hint(name, ASKED));
                });
        TaskFilter.Whose otherwise = answers ? TaskFilter.Whose.MINE : TaskFilter.Whose.ALL;
        return new TaskFilter(
                TaskFilter.Whose.WORDS.get(query.getOrDefault("whose", otherwise.word())),
                TaskFilter.State.WORDS.get(query.getOrDefault("state", TaskFilter.State.OPEN.word())),
                query.getOrDefault("group", ""));
    }

    private List<Way> ways(TaskFilter filter, InboxCounts counts, boolean answers, int open) {
        List<Way> ways = new ArrayList<>();
        if (answers) {
            ways.add(way("For you (" + counts.mine() + ")", filter, TaskFilter.Whose.MINE, TaskFilter.State.OPEN, ""));
        }
        int overdue =
                counts.inboxes().stream().mapToInt(InboxCounts.OfGroup::overdue).sum();
        ways.add(way("All open (" + open + ")", filter, TaskFilter.Whose.ALL, TaskFilter.State.OPEN, ""));
        ways.add(way("Overdue (" + overdue + ")", filter, TaskFilter.Whose.ALL, TaskFilter.State.OVERDUE, ""));
        counts.inboxes()
                .forEach(inbox -> ways.add(way(
                        inbox.group() + " (" + inbox.open() + ")",
                        filter,
                        TaskFilter.Whose.ALL,
                        TaskFilter.State.OPEN,
                        inbox.group())));
        ways.add(way("Answered", filter, TaskFilter.Whose.ALL, TaskFilter.State.ANSWERED, ""));
        return ways;
    }

    private Way way(String title, TaskFilter shown, TaskFilter.Whose whose, TaskFilter.State state, String group) {
        TaskFilter filter = new TaskFilter(whose, state, group);
        return new Way(href(filter), title, shown.equals(filter) ? "page" : "");
    }

    private String href(TaskFilter filter) {
        return path().href() + "?whose=" + filter.whose().word() + "&state="
                + filter.state().word()
                + (filter.group().isEmpty() ? "" : "&group=" + PercentText.encoded(filter.group()));
    }
}
