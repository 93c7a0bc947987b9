package dev.vesper.desk.repair.replay;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the day of a run is replayed: one question for each time that somebody asks. Yes needs another person, and is taken
 * only while the run stands as it was shown; where it went on since, nobody is asked any more.
 *
 * <p>{@code 2018-04-11-001/replay-day-1} names the first one about that run.
 */
public final class ReplayQuestions implements Questions {
    /** The inbox of those who let runs go on. */
    public static final String GROUP = "operators";

    private static final String REPLAY = "replay-day-";
    private static final String WENT_ON = "the run has changed since it was asked; nothing was replayed, ask anew";

    private final Supplier<ReplayDay> replays;

    /** @param replays asked for with the first question */
    public ReplayQuestions(Supplier<ReplayDay> replays) {
        this.replays = replays;
    }

    /** The id of what is asked. */
    static String task(String run, int request) {
        return run + "/" + REPLAY + request;
    }

    private record About(ReplayEvent.Asked asked, Question question) {}

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
        return id.contains("/" + REPLAY) ? Optional.ofNullable(all().get(id)).map(About::question) : Optional.empty();
    }

    @Override
    public boolean rehearsal(Question asked) {
        return Optional.ofNullable(all().get(asked.id()))
                .flatMap(about ->
                        replays.get().runs().find(new RunId(about.asked().run())))
                .map(RunRecord::rehearsal)
                .orElse(false);
    }

    @Override
    public Permission needs(Question asked) {
        return Permission.WORK_RUNS;
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCard card = TaskCard.plain(asked, GROUP, Permission.WORK_RUNS);
        return Optional.ofNullable(all().get(asked.id()))
                .map(about -> card.barring(List.of(about.asked().by())))
                .orElse(card);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        ReplayEvent.Asked about =
                Optional.ofNullable(all().get(asked.id())).orElseThrow().asked();
        RunId run = new RunId(about.run());
        if (answer == Answer.APPROVE) {
            replays.get().agree(run, about.request(), by, reason);
        } else {
            replays.get().refuse(run, about.request(), by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    /** By id, oldest first. */
    private Map<String, About> all() {
        List<Told<ReplayEvent>> past = replays.get().log().past();
        replays.get().log().state(past); // what cannot have happened is told to nobody
        Map<String, About> all = new LinkedHashMap<>();
        for (Told<ReplayEvent> told : past) {
            String id = task(told.event().run(), told.event().request());
            switch (told.event()) {
                case ReplayEvent.Asked asked -> all.put(id, new About(asked, question(id, asked, told)));
                case ReplayEvent.Agreed agreed -> answered(all, id, Answer.APPROVE, told, agreed.reason());
                case ReplayEvent.Refused refused -> answered(all, id, Answer.REJECT, told, refused.reason());
                case ReplayEvent.Lapsed _ ->
                    all.computeIfPresent(
                            id,
                            (_, about) ->
                                    new About(about.asked(), about.question().ended(WENT_ON)));
            }
        }
        all.replaceAll((_, about) -> about.question().open() ? withPlan(about) : about);
        return all;
    }

    private static void answered(
            Map<String, About> all, String id, Answer answer, Told<ReplayEvent> told, String reason) {
        all.computeIfPresent(
                id,
                (_, about) ->
                        new About(about.asked(), about.question().answered(answer, told.actor(), told.at(), reason)));
    }

    /** An open one with what would change, word by word as it was asked for; or ended, where that is not so any more. */
    private About withPlan(About about) {
        Question q = about.question();
        ReplayPlan plan;
        try {
            plan = replays.get().plan(about.asked());
        } catch (Problem gone) { // the step, the variable or the run is not there any more
            return new About(about.asked(), q.ended(WENT_ON));
        }
        if (!plan.refusal().isEmpty() || !plan.shown().equals(about.asked().shown())) {
            return new About(about.asked(), q.ended(WENT_ON));
        }
        return new About(
                about.asked(),
                new Question(
                        q.id(),
                        q.kind(),
                        q.run(),
                        q.question(),
                        String.join("\n", plan.lines()) + "\n" + q.detail(),
                        q.raisedAt(),
                        null,
                        null,
                        null,
                        ""));
    }

    private static Question question(String id, ReplayEvent.Asked asked, Told<ReplayEvent> told) {
        return new Question(
                id,
                REPLAY + asked.request(),
                new RunId(asked.run()),
                "Replay " + new RunId(asked.run()).date() + " from "
                        + asked.from().word() + ", in the place of run " + asked.run() + "? " + asked.by()
                        + " asks for it; you are another person.",
                String.join(
                        "\n",
                        String.format("%-10s %s", "because", asked.reason() + " (" + asked.by() + ")"),
                        String.format("%-10s %s", "sum", ReplayDay.brief(asked.shown())),
                        "",
                        "Yes replays it at once, if the run still stands as shown; who says yes is another person than "
                                + asked.by() + ". No leaves the run as it is."),
                told.at(),
                null,
                null,
                null,
                "");
    }
}
