package dev.vesper.desk.venues.numbers;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.execution.sequence.SequenceEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session goes on with other sequence numbers: one question for each time that somebody asks. Yes needs another
 * person than the one who asks, and the numbers that were shown.
 *
 * <p>{@code S-3/set-numbers} names one.
 */
public final class NumbersQuestions implements Questions {
    /** The inbox of everybody who may stop trading. */
    private static final String GROUP = "risk";

    private final Supplier<VenueDesk> desk;

    /** @param desk asked for with the first question */
    public NumbersQuestions(Supplier<VenueDesk> desk) {
        this.desk = desk;
    }

    private record About(SequenceEvent.Asked asked, Question question) {}

    @Override
    public List<Question> newest(int most) {
        return all().values().stream()
                .map(About::question)
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return VenueDesk.isTask(id) ? Optional.ofNullable(all().get(id)).map(About::question) : Optional.empty();
    }

    @Override
    public Permission needs(Question asked) {
        return Permission.STOP_TRADING;
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCard card = TaskCard.plain(asked, GROUP, Permission.STOP_TRADING);
        return Optional.ofNullable(all().get(asked.id()))
                .map(about -> card.barring(List.of(about.asked().by())))
                .orElse(card);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        String id =
                Optional.ofNullable(all().get(asked.id())).orElseThrow().asked().id();
        if (answer == Answer.APPROVE) {
            desk.get().agree(id, by, reason);
        } else {
            desk.get().refuse(id, by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    /** By id, oldest first. */
    private Map<String, About> all() {
        Map<String, About> all = new LinkedHashMap<>();
        for (Told<SequenceEvent> told : desk.get().past()) {
            switch (told.event()) {
                case SequenceEvent.Asked asked ->
                    all.put(
                            VenueDesk.task(asked.id()),
                            new About(asked, question(asked, told.at(), null, null, null, "")));
                case SequenceEvent.Agreed(String id, var ignored, String reason) ->
                    answered(all, id, Answer.APPROVE, told, reason);
                case SequenceEvent.Refused(String id, var ignored, String reason) ->
                    answered(all, id, Answer.REJECT, told, reason);
            }
        }
        return all;
    }

    private static void answered(
            Map<String, About> all, String id, Answer answer, Told<SequenceEvent> told, String reason) {
        all.computeIfPresent(
                VenueDesk.task(id),
                (_, about) -> new About(
                        about.asked(),
                        question(about.asked(), about.question().raisedAt(), answer, told.actor(), told.at(), reason)));
    }

    private static Question question(
            SequenceEvent.Asked ask,
            Instant at,
            @Nullable Answer answer,
            @Nullable String by,
            @Nullable Instant answeredAt,
            String reason) {
        String detail = String.join(
                "\n",
                row("session", "run " + ask.run() + " with " + ask.venue()),
                row("now", ask.before().words()),
                row("then", ask.after().words()),
                row("because", ask.by() + ": " + ask.reason()),
                "",
                "Yes sets them; they count from the next logon. A next sender above the venue's makes it ask for what is"
                        + " between, which is filled; below, the venue logs out and both begin at 1 again. A next target"
                        + " below the venue's makes us ask for messages again; above, what lies between is never heard.",
                "Who says yes is another person than " + ask.by()
                        + ", and it is taken only while the session is logged out with the numbers of now.");
        String id = VenueDesk.task(ask.id());
        return new Question(
                id,
                id.substring(id.indexOf('/') + 1),
                null,
                "Set the sequence numbers of " + ask.venue() + " to "
                        + ask.after().words() + "? " + ask.by() + " asks for it; you are another person.",
                detail,
                at,
                answer,
                by,
                answeredAt,
                reason);
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
