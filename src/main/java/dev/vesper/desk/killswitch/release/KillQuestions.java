package dev.vesper.desk.killswitch.release;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.execution.killswitch.KillEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether what a kill switch stops may be sent again: one question for each time that somebody asks for its release, read
 * from the switches themselves. Yes needs another person than the one who asks.
 *
 * <p>{@code K-3/release-kill-1} names the first one about K-3.
 */
public final class KillQuestions implements Questions {
    private static final String RELEASE = "release-kill-";

    /** The inbox of everybody who may stop trading. */
    private static final String GROUP = "risk";

    private final Supplier<KillSwitches> switches;

    /** @param switches asked for with the first question */
    public KillQuestions(Supplier<KillSwitches> switches) {
        this.switches = switches;
    }

    /** The id of what is asked about a switch whose release is asked for. */
    private static String task(String id, int request) {
        return id + "/" + RELEASE + request;
    }

    /** @param asker who asks for the release, and cannot agree to it */
    private record About(String kill, int request, String asker, Question question) {}

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
        return id.contains("/" + RELEASE) ? Optional.ofNullable(all().get(id)).map(About::question) : Optional.empty();
    }

    @Override
    public Permission needs(Question asked) {
        return Permission.STOP_TRADING;
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCard card = TaskCard.plain(asked, GROUP, Permission.STOP_TRADING);
        return Optional.ofNullable(all().get(asked.id()))
                .map(about -> card.barring(List.of(about.asker())))
                .orElse(card);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        About about = Optional.ofNullable(all().get(asked.id())).orElseThrow();
        if (answer == Answer.APPROVE) {
            switches.get().agree(about.kill(), about.request(), by, reason);
        } else {
            switches.get().refuse(about.kill(), about.request(), by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    /** By id, oldest first. */
    private Map<String, About> all() {
        List<Told<KillEvent>> past = switches.get().past();
        Map<String, KillEvent.Pressed> pressed = new LinkedHashMap<>();
        Map<String, Instant> since = new LinkedHashMap<>();
        Map<String, About> all = new LinkedHashMap<>();
        for (Told<KillEvent> told : past) {
            switch (told.event()) {
                case KillEvent.Pressed press -> {
                    pressed.put(press.id(), press);
                    since.put(press.id(), told.at());
                }
                case KillEvent.ReleaseAsked ask -> {
                    KillEvent.Pressed press = pressed.get(ask.id());
                    Instant from = since.get(ask.id());
                    if (press != null && from != null) {
                        Question question = question(ask, press, from, told.at());
                        all.put(question.id(), new About(ask.id(), ask.request(), ask.by(), question));
                    }
                }
                case KillEvent.ReleaseRefused(String id, int request, var ignored, String reason) ->
                    answered(all, id, request, Answer.REJECT, told, reason);
                case KillEvent.Released(String id, int request, var ignored, String reason) ->
                    answered(all, id, request, Answer.APPROVE, told, reason);
                case KillEvent.RestGivenUp _ -> {
                    // nothing is asked
                }
            }
        }
        return all;
    }

    private static void answered(
            Map<String, About> all, String id, int request, Answer answer, Told<KillEvent> told, String reason) {
        all.computeIfPresent(
                task(id, request),
                (_, about) -> new About(
                        id,
                        request,
                        about.asker(),
                        about.question().answered(answer, told.actor(), told.at(), reason)));
    }

    private static Question question(
            KillEvent.ReleaseAsked ask, KillEvent.Pressed press, Instant since, Instant askedAt) {
        String detail = String.join(
                "\n",
                row("stopped", press.scope().words()),
                row("since", since + " by " + press.by()),
                row("because", press.reason()),
                row("release", "asked for by " + ask.by() + ": " + ask.reason()),
                "",
                "Yes lets it be sent again, at once; who says yes is another person than " + ask.by()
                        + ". No keeps it stopped.");
        return new Question(
                task(ask.id(), ask.request()),
                RELEASE + ask.request(),
                null,
                "Release " + ask.id() + ", which stops " + press.scope().words() + "? " + ask.by()
                        + " asks for it; you are another person.",
                detail,
                askedAt,
                null,
                null,
                null,
                "");
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
