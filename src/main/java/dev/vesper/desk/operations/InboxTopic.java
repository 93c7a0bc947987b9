package dev.vesper.desk.operations;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.User;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskAct;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.audit.AuditAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The inboxes, for one caller. */
record InboxTopic(Guard guard, List<Questions> questions) implements Inbox {
    private static final Comparator<TaskCard> URGENT_FIRST = Comparator.comparing(
                    (TaskCard card) -> card.due() == null ? Instant.MAX : card.due())
            .thenComparing(card -> card.question().raisedAt())
            .thenComparing(card -> card.question().id());

    @Override
    public List<TaskCard> tasks(TaskFilter filter, int from, int most) {
        return tasks(filter, from, most, this::open);
    }

    @Override
    public InboxPage page(TaskFilter filter, int from, int most) {
        List<TaskCard> open = open();
        return new InboxPage(counts(open), tasks(filter, from, most, () -> open));
    }

    private List<TaskCard> tasks(TaskFilter filter, int from, int most, Supplier<List<TaskCard>> open) {
        Stream<TaskCard> cards = filter.state() == TaskFilter.State.ANSWERED
                ? answered(filter.whose())
                : open.get().stream()
                        .filter(card -> filter.whose() == TaskFilter.Whose.ALL || Inboxes.mine(guard.caller(), card))
                        .filter(card -> filter.state() != TaskFilter.State.OVERDUE || card.overdue())
                        .sorted(URGENT_FIRST);
        return cards.filter(card -> filter.group().isEmpty() || card.group().equals(filter.group()))
                .skip(Bounds.notNegative(from))
                .limit(Bounds.positive(most))
                .toList();
    }

    private record Asked(Questions part, Question question) {
        TaskCard card() {
            return part.card(question);
        }
    }

    /** Newest first; a card is made where one is looked at, since it costs as much as all the rest. */
    private Stream<TaskCard> answered(TaskFilter.Whose whose) {
        return questions.stream()
                .flatMap(part -> part.newest(Inboxes.ANSWERED).stream()
                        .filter(question -> !question.open())
                        .map(question -> new Asked(part, question)))
                .filter(asked -> whose == TaskFilter.Whose.ALL || Inboxes.answeredBy(guard.caller(), asked.question()))
                .sorted(Comparator.comparing(Asked::question, Questions.OPEN_FIRST))
                .map(Asked::card);
    }

    private List<TaskCard> open() {
        return questions.stream()
                .flatMap(part ->
                        part.cards(part.open().stream().filter(Question::open).toList()).stream())
                .toList();
    }

    @Override
    public InboxCounts counts() {
        return counts(open());
    }

    private InboxCounts counts(List<TaskCard> open) {
        List<TaskCard> mine =
                open.stream().filter(card -> Inboxes.mine(guard.caller(), card)).toList();
        Map<String, InboxCounts.OfGroup> groups = new TreeMap<>();
        open.forEach(card -> groups.merge(
                card.group(),
                new InboxCounts.OfGroup(card.group(), 1, card.overdue() ? 1 : 0),
                (one, other) -> new InboxCounts.OfGroup(
                        one.group(), one.open() + other.open(), one.overdue() + other.overdue())));
        return new InboxCounts(
                mine.size(), (int) mine.stream().filter(card -> card.overdue()).count(), List.copyOf(groups.values()));
    }

    @Override
    public TaskCard card(String task) {
        AskedPart asked = AskedPart.of(questions, task);
        return asked.part().card(asked.question());
    }

    @Override
    public TaskCard claim(String task, OptionalInt version) {
        return act(task, "take " + task, new TaskAct.Claim(version));
    }

    @Override
    public TaskCard giveBack(String task, String reason) {
        return act(task, "give back " + task, new TaskAct.GiveBack(Bounds.line(reason)));
    }

    @Override
    public TaskCard ask(String task, String text) {
        return act(task, "ask about " + task, new TaskAct.Ask(Bounds.line(text)));
    }

    @Override
    public TaskCard reply(String task, String text) {
        return act(task, "reply about " + task, new TaskAct.Reply(Bounds.line(text)));
    }

    @Override
    public TaskCard delegate(String task, String to, String reason) {
        String what = "hand on " + task;
        guard.named(
                Permission.ANSWER_TASKS,
                what,
                () -> AskedPart.toAct(questions, task).rehearsal(guard));
        AskedPart asked = AskedPart.of(questions, task);
        mustBeKnown(asked.part().card(asked.question()), to, asked.rehearsal(guard));
        return act(task, what, new TaskAct.Delegate(to, Bounds.line(reason)));
    }

    private TaskCard act(String task, String what, TaskAct act) {
        String by = guard.named(
                Permission.ANSWER_TASKS,
                what,
                () -> AskedPart.toAct(questions, task).rehearsal(guard));
        AskedPart asked = AskedPart.toAct(questions, task);
        return asked.part().act(asked.question(), act, by);
    }

    /** A task is handed to somebody whom the firm's file or the users name, letter for letter, and who may answer. */
    private void mustBeKnown(TaskCard card, String to, boolean rehearsal) {
        PersonName.refusal(to).ifPresent(why -> {
            throw guard.denied(AuditAction.TASK_ACT_DENIED, card.question().id(), why.message(), rehearsal);
        });
        String shown = PersonName.shown(to);
        List<User> users = guard.access().get().users().list();
        boolean user = users.stream()
                .anyMatch(
                        one -> one.name().equalsIgnoreCase(shown) && one.active() && one.may(Permission.ANSWER_TASKS));
        if (users.isEmpty() ? card.candidates().isEmpty() : !user) {
            throw guard.denied(
                    AuditAction.TASK_ACT_DENIED,
                    card.question().id(),
                    "Expected somebody who is known here and may answer, but \"" + Visible.line(shown)
                            + "\" is not; ./vesper tasks show "
                            + card.question().id() + " names who could",
                    rehearsal);
        }
    }
}
