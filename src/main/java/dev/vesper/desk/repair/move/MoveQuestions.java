package dev.vesper.desk.repair.move;

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
 * Whether the token of a run is moved: one question for each time that somebody asks. Yes needs another person, and is taken
 * only while the run stands as it was shown; where it went on since, nobody is asked any more.
 *
 * <p>{@code 2018-04-11-001/move-token-1} names the first one about that run.
 */
public final class MoveQuestions implements Questions {
    /** The inbox of those who let runs go on. */
    public static final String GROUP = "operators";

    private static final String MOVE = "move-token-";
    private static final String WENT_ON = "the run has changed since it was asked; nothing was moved, ask anew";

    private final Supplier<MoveToken> moves;

    /** @param moves asked for with the first question */
    public MoveQuestions(Supplier<MoveToken> moves) {
        this.moves = moves;
    }

    /** The id of what is asked. */
    static String task(String run, int request) {
        return run + "/" + MOVE + request;
    }

    private record About(MoveEvent.Asked asked, Question question) {}

    @Override
    public List<Question> newest(int most) {
        return all().values().stream()
                .map(this::asked)
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return id.contains("/" + MOVE) ? Optional.ofNullable(all().get(id)).map(this::asked) : Optional.empty();
    }

    @Override
    public boolean rehearsal(Question asked) {
        return Optional.ofNullable(all().get(asked.id()))
                .flatMap(
                        about -> moves.get().runs().find(new RunId(about.asked().run())))
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
        MoveEvent.Asked about =
                Optional.ofNullable(all().get(asked.id())).orElseThrow().asked();
        RunId run = new RunId(about.run());
        if (answer == Answer.APPROVE) {
            moves.get().agree(run, about.request(), by, reason);
        } else {
            moves.get().refuse(run, about.request(), by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    /** By id, oldest first; the open ones without what would change, which is planned for those that are shown. */
    private Map<String, About> all() {
        List<Told<MoveEvent>> past = moves.get().log().past();
        moves.get().log().state(past); // what cannot have happened is told to nobody
        Map<String, About> all = new LinkedHashMap<>();
        for (Told<MoveEvent> told : past) {
            String id = task(told.event().run(), told.event().request());
            switch (told.event()) {
                case MoveEvent.Asked asked -> all.put(id, new About(asked, question(id, asked, told)));
                case MoveEvent.Agreed agreed -> answered(all, id, Answer.APPROVE, told, agreed.reason());
                case MoveEvent.Refused refused -> answered(all, id, Answer.REJECT, told, refused.reason());
                case MoveEvent.Lapsed _ ->
                    all.computeIfPresent(
                            id,
                            (_, about) ->
                                    new About(about.asked(), about.question().ended(WENT_ON)));
            }
        }
        return all;
    }

    private static void answered(
            Map<String, About> all, String id, Answer answer, Told<MoveEvent> told, String reason) {
        all.computeIfPresent(
                id,
                (_, about) ->
                        new About(about.asked(), about.question().answered(answer, told.actor(), told.at(), reason)));
    }

    /** An open one with what would change, word by word as it was asked for; or ended, where that is not so any more. */
    private Question asked(About about) {
        Question q = about.question();
        if (!q.open()) {
            return q;
        }
        MovePlan plan;
        try {
            plan = moves.get().plan(about.asked());
        } catch (Problem gone) { // the step, the variable or the run is not there any more
            return q.ended(WENT_ON);
        }
        if (!plan.refusal().isEmpty() || !plan.shown().equals(about.asked().shown())) {
            return q.ended(WENT_ON);
        }
        return new Question(
                q.id(),
                q.kind(),
                q.run(),
                q.question(),
                String.join("\n", plan.lines()) + "\n" + q.detail(),
                q.raisedAt(),
                null,
                null,
                null,
                "");
    }

    private static Question question(String id, MoveEvent.Asked asked, Told<MoveEvent> told) {
        return new Question(
                id,
                MOVE + asked.request(),
                new RunId(asked.run()),
                "Move the token of run " + asked.run() + " to "
                        + MoveLog.entry(asked).word() + "? " + asked.by() + " asks for it; you are another person.",
                String.join(
                        "\n",
                        String.format("%-10s %s", "because", asked.reason() + " (" + asked.by() + ")"),
                        String.format("%-10s %s", "sum", MoveToken.brief(asked.shown())),
                        "",
                        "Yes moves it at once, if the run still stands as shown; who says yes is another person than "
                                + asked.by() + ". No leaves it where it is."),
                told.at(),
                null,
                null,
                null,
                "");
    }
}
