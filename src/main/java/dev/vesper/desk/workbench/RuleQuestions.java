package dev.vesper.desk.workbench;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Counted;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a change of the rules is to judge orders: one question for each proposal, which is open until as many people said
 * yes as are needed, or one said no. Yes needs somebody who wrote none of it.
 *
 * <p>{@code D-3/check-rules-1} names one.
 */
public final class RuleQuestions implements Questions {
    /** The inbox of everybody who may check rules. */
    private static final String GROUP = "rule-checkers";

    private static final String KIND = "check-rules-";

    private final ChangeLog log;
    private final Supplier<RuleChanges> changes;

    /** @param changes asked for with the first answer */
    public RuleQuestions(ChangeLog log, Supplier<RuleChanges> changes) {
        this.log = log;
        this.changes = changes;
    }

    @Override
    public List<Question> newest(int most) {
        return log.ids().stream()
                .flatMap(id -> of(id).stream())
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        int slash = id.indexOf('/' + KIND);
        return slash < 0 || !ChangeLog.isId(id.substring(0, slash))
                ? Optional.empty()
                : of(id.substring(0, slash)).stream()
                        .filter(asked -> asked.id().equals(id))
                        .findFirst();
    }

    @Override
    public Permission needs(Question asked) {
        return Permission.CHECK_RULES;
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCard card = TaskCard.plain(asked, GROUP, Permission.CHECK_RULES);
        ChangeState state = log.of(draft(asked)).state();
        List<String> barred = new ArrayList<>(state.makers());
        state.proposal().ifPresent(open -> barred.addAll(open.approvals()));
        return card.barring(barred);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        String id = draft(asked);
        int number = Integer.parseInt(asked.kind().substring(KIND.length()));
        if (answer == Answer.APPROVE) {
            changes.get().approve(id, number, "", by, reason);
        } else {
            changes.get().reject(id, number, by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    private static String draft(Question asked) {
        return asked.id().substring(0, asked.id().indexOf('/'));
    }

    /** The proposals of a draft, oldest first. */
    private List<Question> of(String id) {
        List<Question> all = new ArrayList<>();
        ChangeState state = ChangeState.NOTHING;
        ChangeRules rules = new ChangeRules();
        for (Told<ChangeEvent> told : log.of(id).past()) {
            Optional<ChangeState.Proposal> before = state.proposal();
            state = rules.apply(state, told.event());
            if (told.event() instanceof ChangeEvent.Proposed asked) {
                all.add(question(id, state, asked, told.at()));
            } else if (before.isPresent()) {
                all.add(then(all.removeLast(), state, told));
            }
        }
        return all;
    }

    private static Question then(Question asked, ChangeState state, Told<ChangeEvent> told) {
        if (!asked.open()) {
            return asked; // it was agreed to, and then written to or withdrawn before its time
        }
        return switch (told.event()) {
            case ChangeEvent.Approved(var number, String by, String reason) ->
                state.proposal().orElseThrow().approved()
                        ? asked.answered(Answer.APPROVE, by, told.at(), reason)
                        : asked;
            case ChangeEvent.Rejected(var number, String by, String reason) ->
                asked.answered(Answer.REJECT, by, told.at(), reason);
            case ChangeEvent.Expired expired -> asked.ended("not all agreed until " + expired.until());
            case ChangeEvent.Withdrawn withdrawn -> asked.ended(withdrawn.by() + " has withdrawn it");
            default -> asked.ended("the draft was written to, or discarded, since");
        };
    }

    private static Question question(String id, ChangeState state, ChangeEvent.Proposed asked, Instant at) {
        String detail = String.join(
                "\n",
                row("draft", id + ": " + state.title()),
                row("replaces", "version " + state.base().brief()),
                row("by", "version " + state.now().brief()),
                row("makers", String.join(", ", state.makers())),
                row("because", asked.by() + ": " + asked.reason()),
                row("from", asked.from() + (asked.urgent() ? ", also for runs that have begun" : "")),
                row(
                        "until",
                        asked.until().equals(ChangeEvent.NEVER)
                                ? "somebody answers"
                                : asked.until() + ", then nobody is asked any more"),
                row("replay", asked.effect().sentence()),
                row("checkers", asked.checkers() + " (" + asked.because() + ")"),
                "",
                "./vesper rules diff active " + id + " shows each cell that is another, ./vesper rules draft look " + id
                        + " what is found in it. Who says yes wrote none of it.");
        return new Question(
                id + "/" + KIND + asked.proposal(),
                KIND + asked.proposal(),
                null,
                "Let the rules of " + id + " (" + state.title() + ") judge orders? " + asked.by() + " proposes it; "
                        + Counted.of(asked.checkers(), "checker") + " who wrote none of it must agree.",
                detail,
                at,
                null,
                null,
                null,
                "");
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
