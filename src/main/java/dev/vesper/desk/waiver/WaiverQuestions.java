package dev.vesper.desk.waiver;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a breach may pass: one question for each waiver. Yes needs another person than the one who asks.
 *
 * <p>{@code W-3/agree-waiver} names one.
 */
public final class WaiverQuestions implements Questions {
    private static final String KIND = "agree-waiver";

    /** The inbox of everybody who may check rules. */
    private static final String GROUP = "rule-checkers";

    private final Supplier<WaiveRules> waivers;

    /** @param waivers asked for with the first question */
    public WaiverQuestions(Supplier<WaiveRules> waivers) {
        this.waivers = waivers;
    }

    /** The id of what is asked about a waiver. */
    private static String task(String id) {
        return id + "/" + KIND;
    }

    private static String waiver(Question asked) {
        return asked.id().substring(0, asked.id().indexOf('/'));
    }

    @Override
    public List<Question> newest(int most) {
        return waivers.get().all().stream()
                .map(WaiverQuestions::question)
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return id.endsWith("/" + KIND)
                ? waivers.get().all().stream()
                        .filter(one -> task(one.id()).equals(id))
                        .map(WaiverQuestions::question)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Permission needs(Question asked) {
        return Permission.CHECK_RULES;
    }

    @Override
    public TaskCard card(Question asked) {
        return TaskCard.plain(asked, GROUP, Permission.CHECK_RULES)
                .barring(List.of(waivers.get().find(waiver(asked)).askedBy()));
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        if (answer == Answer.APPROVE) {
            waivers.get().agree(waiver(asked), by, reason);
        } else {
            waivers.get().refuse(waiver(asked), by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    private static Question question(WaiverRecord one) {
        Question question = new Question(
                task(one.id()),
                KIND,
                null,
                "Waive " + one.words() + "? " + one.askedBy() + " asks for it; you are another person.",
                detail(one),
                one.askedAt(),
                null,
                null,
                null,
                "");
        if (one.answeredBy() != null && one.answeredAt() != null) {
            Answer answer = one.status() == WaiverStatus.REFUSED ? Answer.REJECT : Answer.APPROVE;
            return question.answered(answer, one.answeredBy(), one.answeredAt(), one.answerReason());
        }
        if (one.revokedBy() != null) {
            return question.ended(one.revokedBy() + " has taken it back");
        }
        return one.status() == WaiverStatus.EXPIRED ? question.ended("its last day is over") : question;
    }

    private static String detail(WaiverRecord one) {
        return String.join(
                "\n",
                row("waiver", one.id()),
                row("rule", one.rule()),
                row("account", one.account().isEmpty() ? "every one" : one.account()),
                row("subject", one.subject().isEmpty() ? "all of the account" : one.subject()),
                row(
                        "up to",
                        one.upTo() == null ? "whatever its size" : one.upTo().toPlainString()),
                row("until", one.until() + ", " + one.daysLeft() + " days from the business date"),
                row("because", one.askedBy() + ": " + one.reason()),
                "",
                "Yes lets the breach pass in every run that begins from now on, and every verdict that it touches says so."
                        + " Who says yes is another person than " + one.askedBy() + ".");
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
