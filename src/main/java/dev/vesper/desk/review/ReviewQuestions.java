package dev.vesper.desk.review;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.event.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether what was found is explained: yes says how, no says what is to be mended. No day waits for it.
 *
 * <p>{@code E-3/review-execution} names one.
 */
public final class ReviewQuestions implements Questions {
    private static final String KIND = "review-execution";
    private static final String NAME = "/" + KIND;

    private final Supplier<Reviews> reviews;

    /** @param reviews asked for with the first question */
    public ReviewQuestions(Supplier<Reviews> reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<Question> newest(int most) {
        return all().sorted(OPEN_FIRST).limit(most).toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return id.endsWith(NAME) ? all().filter(asked -> asked.id().equals(id)).findFirst() : Optional.empty();
    }

    @Override
    public boolean rehearsal(Question asked) {
        return review(asked).book().rehearsal();
    }

    @Override
    public TaskCard card(Question asked) {
        return TaskCard.plain(asked, review(asked).source().group());
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        reviews.get().look(reviewOf(asked), answer, by, reason);
        return find(asked.id()).orElseThrow();
    }

    private Review review(Question asked) {
        return reviews.get().now().state().find(reviewOf(asked)).orElseThrow();
    }

    private static String reviewOf(Question asked) {
        return asked.id().substring(0, asked.id().length() - NAME.length());
    }

    private Stream<Question> all() {
        Replay<ReviewEvent, ReviewState> now = reviews.get().now();
        return now.state().all().stream().map(one -> question(one, now.past()));
    }

    private static Question question(Review one, List<Told<ReviewEvent>> past) {
        Optional<Told<ReviewEvent>> looked = one.looked() < 0 ? Optional.empty() : Optional.of(past.get(one.looked()));
        Question asked = new Question(
                one.id() + NAME,
                KIND,
                null,
                one.run() + ": " + one.finding().words() + ". Is it explained?",
                detail(one),
                past.get(one.told()).at(),
                one.answer(),
                looked.map(Told::actor).orElse(null),
                looked.map(Told::at).orElse(null),
                one.reason());
        return one.cleared() && asked.open() ? asked.ended("it is not found any more") : asked;
    }

    private static String detail(Review one) {
        return String.join(
                "\n",
                one.finding().words(),
                "",
                row("run", one.run().value()),
                row("found by", one.source().word() + (one.part().isEmpty() ? "" : " of " + one.part())),
                row("about", one.finding().subject()),
                row("money", Numbers.exact(one.finding().money()) + ", above 0 is to our cost"),
                row("firm", one.book().firm() + (one.book().rehearsal() ? " (a rehearsal)" : "")),
                "",
                "Yes says what explains it, no what is to be mended. Both need a reason; neither books anything.");
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
