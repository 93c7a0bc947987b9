package dev.vesper.adapters.console;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.approval.TaskNote;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ProposedView;
import dev.vesper.desk.operations.SignedIn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One task: what is asked, whose it is, what was said about it, the change that it makes, and what can be done with it. */
final class TaskPage implements Page {
    /** A line of its history, in words. */
    public record NoteLine(String at, String by, String what, String to, String text, String task) {}

    /**
     * What a person may do with it here.
     *
     * @param claim takes it
     * @param back gives it back
     * @param own whether it is theirs, so that no reason is needed to give it back
     * @param ask asks the maker
     * @param reply replies as the maker
     * @param delegate hands it on
     */
    public record May(boolean claim, boolean back, boolean own, boolean ask, boolean reply, boolean delegate) {
        static final May NOTHING = new May(false, false, false, false, false, false);

        public boolean anything() {
            return claim || back || ask || reply || delegate;
        }
    }

    /**
     * What the template shows.
     *
     * @param href where its forms go, before the act
     * @param candidates who could say yes, in a line; empty where the firm names nobody
     * @param others to whom it can be handed
     * @param untick whether single orders may be left out with a yes here
     * @param change what it makes of the books; null where it is about no trades
     */
    public record Model(
            TaskLine task,
            String href,
            int version,
            String candidates,
            List<NoteLine> history,
            May may,
            List<String> others,
            boolean untick,
            @Nullable Change change) {}

    /**
     * What must be looked at first of a proposal.
     *
     * @param orders that a rule warned of or that use most of a limit; those that are left out stand among them
     * @param more whether there are more orders
     * @param verdicts the first that did not pass
     */
    public record Change(
            ProposalPage.Sums sums,
            List<ProposalPage.OrderLine> orders,
            boolean more,
            List<ProposalPage.VerdictLine> verdicts) {}

    /** A first look fits on three screens. */
    private static final int FIRST_ORDERS = 15;

    private static final int FIRST_VERDICTS = 8;

    @Override
    public String word() {
        return "task";
    }

    @Override
    public String title() {
        return "Task";
    }

    @Override
    public String help() {
        return "tasks";
    }

    @Override
    public PagePath path() {
        return new PagePath("tasks/{subject}/{task}");
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        String id =
                asked.path().getOrDefault("subject", "") + "/" + asked.path().getOrDefault("task", "");
        TaskCard card = operations.inbox().card(id);
        TaskLine line = TaskLine.of(card, asked.caller());
        return new Model(
                line,
                TaskLine.href(card.question().id()) + "/",
                card.version(),
                String.join(", ", card.candidates()),
                card.history().stream().map(TaskPage::line).toList(),
                may(card, asked.caller()),
                others(card, asked.caller()),
                card.leavesOut() && line.approves() && !line.answerHref().isEmpty(),
                card.question().trades()
                        ? change(
                                operations,
                                Objects.requireNonNull(card.question().run()))
                        : null);
    }

    private static Change change(Operations operations, RunId run) {
        List<ProposalPage.OrderLine> orders = ProposalPage.orders(
                operations, run, new ProposedView(ProposedView.First.ATTENTION, ""), 0, FIRST_ORDERS + 1);
        return new Change(
                ProposalPage.sums(operations.runs().proposedTotals(run)),
                orders.stream().limit(FIRST_ORDERS).toList(),
                orders.size() > FIRST_ORDERS,
                ProposalPage.verdicts(operations, run, 0, FIRST_VERDICTS).stream()
                        .filter(verdict -> verdict.tone() != Tone.GOOD)
                        .toList());
    }

    private static NoteLine line(TaskNote note) {
        return new NoteLine(Numbers.stamp(note.at()), note.by(), note.what(), note.to(), note.text(), note.task());
    }

    /** Nobody is shown a button that never works; whether it works is decided behind the operations. */
    private static May may(TaskCard card, Caller caller) {
        if (!card.handled()
                || !card.question().open()
                || !(caller instanceof SignedIn user)
                || !caller.may(Permission.ANSWER_TASKS)) {
            return May.NOTHING;
        }
        String me = user.name();
        String holder = card.holder();
        boolean mine = holder != null && PersonName.same(holder, me);
        boolean could = card.couldAnswer(me);
        return new May(
                could && holder == null,
                mine || (could && holder != null),
                mine,
                could && card.checks(),
                card.maker() != null && PersonName.same(card.maker(), me),
                could && (holder == null || mine));
    }

    /** To whom it can be handed. */
    private static List<String> others(TaskCard card, Caller caller) {
        String me = caller.person().orElse("");
        return card.candidates().stream()
                .filter(one -> !PersonName.same(one, me) && card.couldAnswer(one))
                .toList();
    }
}
