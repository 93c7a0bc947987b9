package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.books.BookId;
import dev.vesper.books.reconcile.Break;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.Cause;
import dev.vesper.books.reconcile.ReconcileEvent;
import dev.vesper.books.reconcile.ReconcileState;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the books ask about breaks: yes takes the custodian's figure by an adjusting entry, no keeps the books, each with a
 * reason. What settles by itself asks nobody. The questions are read from the breaks themselves.
 *
 * <p>{@code B-12/decide-break} names one. Where two books have a break of one id, each is named with a mark of its book,
 * {@code B-12@1f3a9c02/decide-break}; so it may always be named.
 */
public final class BreakQuestions implements Questions {
    private static final String DECIDE = "decide-break";
    private static final int MARK = 8;

    private final BreakLog log;
    private final Supplier<ReconcileBooks> reconcile;

    /**
     * Over the stored breaks.
     *
     * @param reconcile asked for with the first answer
     */
    public BreakQuestions(EventLog events, Supplier<ReconcileBooks> reconcile) {
        this.log = new BreakLog(events);
        this.reconcile = reconcile;
    }

    /** A break, its question and both names that it may have. */
    private record About(BookId book, BreakRecord known, String plain, String marked, Stamps stamps) {}

    /** When it was found as it is, and what was last said to it. */
    private record Stamps(Instant found, @Nullable Told<ReconcileEvent> said) {}

    @Override
    public List<Question> newest(int most) {
        List<About> all = all();
        Set<String> twice = twice(all);
        return all.stream()
                .map(about -> question(about, twice))
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Question> find(String id) {
        List<About> all = all();
        return about(id, all).map(about -> question(about, twice(all)));
    }

    private static Optional<About> about(String id, List<About> all) {
        List<About> meant = all.stream()
                .filter(about -> about.plain().equals(id) || about.marked().equals(id))
                .toList();
        if (meant.size() > 1) {
            throw Problem.usage("Expected one break, but " + id + " is in " + meant.size() + " books: "
                    + String.join(", ", meant.stream().map(About::marked).toList()));
        }
        return meant.stream().findFirst();
    }

    private static Set<String> twice(List<About> all) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        all.stream().map(About::plain).filter(id -> !seen.add(id)).forEach(twice::add);
        return twice;
    }

    @Override
    public boolean rehearsal(Question asked) {
        return about(asked.id(), all()).orElseThrow().book().rehearsal();
    }

    @Override
    public TaskCard card(Question asked) {
        return TaskCard.plain(asked, People.MAKERS);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        About about = about(asked.id(), all()).orElseThrow();
        if (answer == Answer.APPROVE) {
            reconcile.get().accept(about.book(), about.known().id(), by, reason);
        } else {
            reconcile.get().keep(about.book(), about.known().id(), by, reason);
        }
        return find(about.marked()).orElseThrow();
    }

    /** Every break that waits for a decision or has one. */
    private List<About> all() {
        List<About> all = new ArrayList<>();
        log.all().forEach((book, told) -> {
            ReconcileState state = log.state(told.stream().map(Told::event).toList());
            Map<String, Stamps> stamps = stamps(told);
            String mark = Sha256.of(book.value()).substring(0, MARK);
            for (BreakRecord known : log.records(book, state)) {
                boolean asks = known.state() == BreakState.OPEN || !known.by().isEmpty();
                Stamps when = stamps.get(known.id());
                if (asks && when != null) {
                    String plain = known.id() + "/" + DECIDE;
                    all.add(new About(book, known, plain, known.id() + "@" + mark + "/" + DECIDE, when));
                }
            }
        });
        return all;
    }

    private static Map<String, Stamps> stamps(List<Told<ReconcileEvent>> told) {
        Map<String, Stamps> stamps = new HashMap<>();
        for (Told<ReconcileEvent> one : told) {
            switch (one.event()) {
                case ReconcileEvent.Found found -> stamps.put(found.id(), new Stamps(one.at(), null));
                case ReconcileEvent.Changed changed -> stamps.put(changed.id(), new Stamps(one.at(), null));
                case ReconcileEvent.Reopened again -> stamps.put(again.id(), new Stamps(one.at(), null));
                case ReconcileEvent.Kept kept ->
                    stamps.computeIfPresent(kept.id(), (_, at) -> new Stamps(at.found(), one));
                case ReconcileEvent.Accepted accepted ->
                    stamps.computeIfPresent(accepted.id(), (_, at) -> new Stamps(at.found(), one));
                case ReconcileEvent.Reconciled _, ReconcileEvent.Cleared _, ReconcileEvent.Owned _ -> {
                    // nothing is asked or answered
                }
            }
        }
        return stamps;
    }

    private static Question question(About about, Set<String> twice) {
        BreakRecord known = about.known();
        Break what = known.what();
        Told<ReconcileEvent> said = known.by().isEmpty() ? null : about.stamps().said();
        return new Question(
                twice.contains(about.plain()) ? about.marked() : about.plain(),
                DECIDE,
                null,
                what.account() + " " + what.subject() + ", " + what.kind().word() + ": the custodian has "
                        + Numbers.exact(what.stated()) + ", the books "
                        + Numbers.exact(what.ours())
                        + (about.book().rehearsal() ? " (of the rehearsals)" : "")
                        + ". Take the custodian's figure?",
                detail(about),
                about.stamps().found(),
                said == null ? null : said.event() instanceof ReconcileEvent.Kept ? Answer.REJECT : Answer.APPROVE,
                said == null ? null : said.actor(),
                said == null ? null : said.at(),
                known.reason());
    }

    private static String detail(About about) {
        BreakRecord known = about.known();
        Break what = known.what();
        List<String> lines = new ArrayList<>();
        lines.add(what.detail());
        lines.add("");
        lines.add(row("account", what.account()));
        lines.add(row("kind", what.kind().word()));
        lines.add(row("custodian", Numbers.exact(what.stated())));
        lines.add(row("books", Numbers.exact(what.ours())));
        lines.add(row("difference", Numbers.exact(what.difference())));
        BigDecimal cost = what.statedCost().subtract(what.oursCost());
        if (what.statedCost().signum() != 0 || what.oursCost().signum() != 0) {
            lines.add(row(
                    "cost",
                    Numbers.exact(what.statedCost()) + " of the custodian, "
                            + Numbers.exact(what.oursCost()) + " of the books, " + Numbers.exact(cost) + " "
                            + what.currency()));
        }
        what.causes().stream().limit(20).map(Cause::toString).forEach(cause -> lines.add(row("trade", cause)));
        lines.add(row("since", known.since() + ", " + known.ageDays() + " days"));
        lines.add(row("owner", known.owner()));
        lines.add(row("books of", about.book().firm()));
        lines.add("");
        lines.add(
                what.kind().adjustable()
                        ? "Yes asks for an adjusting entry of the difference; no keeps the books. Both need a reason."
                        : "No entry mends it: put right what is wrong, or say no and why, which keeps the books.");
        return String.join("\n", lines);
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
