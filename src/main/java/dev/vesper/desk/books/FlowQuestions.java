package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.books.BookId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the books ask people: whether a flow is put forward, of one that came by the file, and whether it is agreed to. The
 * questions are read from the flows and their answers themselves, so that none can be missing or left over.
 *
 * <p>{@code D-17/approve-flow} names one. Where the books of two firms have a flow of one id, each is named with a mark of its
 * book, {@code D-17@1f3a9c02/approve-flow}; so it may always be named.
 */
public final class FlowQuestions implements Questions {
    /** Whether it is put forward; who says yes is the maker. */
    private static final String PROPOSE = "propose-flow";
    /** Whether it is booked; who says yes is another person than the maker. */
    private static final String APPROVE = "approve-flow";

    private static final int MARK = 8;

    private final FlowLog log;
    private final Supplier<BookFlows> flows;

    /** @param flows asked for with the first answer */
    public FlowQuestions(EventLog events, Supplier<BookFlows> flows) {
        this.log = new FlowLog(events);
        this.flows = flows;
    }

    /** The id of what is asked about a flow that waits, where no other firm has a flow of its id. */
    public static String task(FlowRecord flow) {
        return flow.id() + "/" + (flow.state() == FlowState.OPEN ? PROPOSE : APPROVE);
    }

    /**
     * A question and the flow it is about.
     *
     * @param marked its id with the mark of the book
     */
    private record AboutFlow(Question question, AskedFlow flow, String marked) {}

    @Override
    public List<Question> newest(int most) {
        return all().stream()
                .map(AboutFlow::question)
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return about(id).map(AboutFlow::question);
    }

    private Optional<AboutFlow> about(String id) {
        if (!id.endsWith("/" + PROPOSE) && !id.endsWith("/" + APPROVE)) {
            return Optional.empty();
        }
        List<AboutFlow> meant = all().stream()
                .filter(one -> one.marked().equals(id)
                        || unmarked(one.flow(), one.question()).equals(id))
                .toList();
        if (meant.size() > 1) {
            throw Problem.usage("Expected one flow, but " + id + " is in the books of " + meant.size() + " firms: "
                    + String.join(", ", meant.stream().map(AboutFlow::marked).toList()));
        }
        return meant.stream().findFirst();
    }

    @Override
    public boolean rehearsal(Question asked) {
        return about(asked.id()).orElseThrow().flow().book().rehearsal();
    }

    @Override
    public TaskCard card(Question asked) {
        return TaskCard.plain(asked, asked.kind().equals(PROPOSE) ? People.MAKERS : ApprovalStep.CHECKERS);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        AboutFlow about = about(asked.id()).orElseThrow();
        flows.get()
                .answer(
                        about.flow().book(),
                        about.flow().flow().id(),
                        asked.kind().equals(PROPOSE) ? FlowState.OPEN : FlowState.PROPOSED,
                        answer,
                        by,
                        reason);
        return find(about.marked()).orElseThrow();
    }

    private List<AboutFlow> all() {
        List<AskedFlow> asked = log.asked();
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        asked.stream().map(flow -> flow.flow().id()).filter(id -> !seen.add(id)).forEach(twice::add);
        List<AboutFlow> all = new ArrayList<>();
        for (AskedFlow flow : asked) {
            for (Question question : questions(flow)) {
                String marked = flow.flow().id() + "@" + mark(flow.book()) + "/" + question.kind();
                String id = twice.contains(flow.flow().id()) ? marked : unmarked(flow, question);
                all.add(new AboutFlow(named(question, id), flow, marked));
            }
        }
        return all;
    }

    private static String unmarked(AskedFlow flow, Question question) {
        return flow.flow().id() + "/" + question.kind();
    }

    private static String mark(BookId book) {
        return Sha256.of(book.value()).substring(0, MARK);
    }

    private static Question named(Question q, String id) {
        return new Question(
                id,
                q.kind(),
                q.run(),
                q.question(),
                q.detail(),
                q.raisedAt(),
                q.decision(),
                q.decidedBy(),
                q.decidedAt(),
                q.reason());
    }

    /** What was asked about a flow so far; putting forward what one asks for oneself is no question. */
    private static List<Question> questions(AskedFlow flow) {
        if (flow.answers().isEmpty()) {
            return List.of(question(flow, PROPOSE, flow.at(), null, null));
        }
        List<Question> questions = new ArrayList<>();
        Told<FourEyesEvent> first = flow.answers().getFirst();
        if (!(first.event() instanceof FourEyesEvent.Proposed proposed)) {
            return List.of(question(flow, PROPOSE, flow.at(), null, first));
        }
        if (!proposed.maker().equals(flow.flow().by())) {
            questions.add(question(flow, PROPOSE, flow.at(), null, first));
        }
        Told<FourEyesEvent> second = flow.answers().size() > 1 ? flow.answers().get(1) : null;
        questions.add(question(flow, APPROVE, first.at(), proposed.maker(), second));
        return questions;
    }

    private static Question question(
            AskedFlow flow,
            String kind,
            Instant raisedAt,
            @Nullable String maker,
            @Nullable Told<FourEyesEvent> answer) {
        FlowRecord record = FlowLog.of(flow.flow(), maker, null, FlowState.OPEN);
        String asks = maker == null
                ? "Put forward: " + record.line() + "? It came by "
                        + flow.flow().by() + "; you are the maker."
                : "Book " + record.line() + "? " + maker + " put it forward; you are another person.";
        return new Question(
                "",
                kind,
                null,
                asks,
                detail(flow),
                raisedAt,
                answer == null ? null : said(answer.event()),
                answer == null ? null : answer.actor(),
                answer == null ? null : answer.at(),
                answer == null ? "" : reason(answer.event()));
    }

    private static String detail(AskedFlow flow) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(flow.flow().words())
                .forEach((column, word) -> lines.add(String.format("%-10s %s", column, word)));
        lines.add("");
        lines.add("Asked for by " + flow.flow().by() + " at " + flow.at() + " for the books of "
                + flow.book().firm());
        lines.add("An answer is bound to these words, whose sum is "
                + Sha256.shortened(FlowRecord.sum(flow.flow().words())));
        return String.join("\n", lines);
    }

    private static Answer said(FourEyesEvent event) {
        return switch (event) {
            case FourEyesEvent.Proposed _, FourEyesEvent.Approved _ -> Answer.APPROVE;
            case FourEyesEvent.Declined _, FourEyesEvent.Rejected _ -> Answer.REJECT;
            case TaskEvent _, FourEyesEvent.LeftOut _ ->
                throw new IllegalStateException("no answer"); // no flow's stream stands with one
        };
    }

    private static String reason(FourEyesEvent event) {
        return switch (event) {
            case FourEyesEvent.Declined(var ignored, String reason) -> reason;
            case FourEyesEvent.Rejected(var ignored, String reason) -> reason;
            case FourEyesEvent.Proposed _, FourEyesEvent.Approved _, FourEyesEvent.LeftOut _, TaskEvent _ -> "";
        };
    }
}
