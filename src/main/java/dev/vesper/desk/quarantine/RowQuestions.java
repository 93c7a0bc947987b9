package dev.vesper.desk.quarantine;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.People;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.data.rows.RowChange;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether single rows that a contract set aside may be used, mended or kept out: one question for each request, read from the
 * events of the run's data. Yes needs another person than the one who asks, of those who release data.
 *
 * <p>{@code 2018-04-11-001/decide-rows-1} names the first one of a run.
 */
public final class RowQuestions implements Questions {
    private static final String WORD = "decide-rows-";
    private static final Pattern ID = Pattern.compile("([^/]+)/" + WORD + "([1-9][0-9]{0,5})");
    /** Among how many of the newest questions of runs those about data are looked for. */
    private static final int SEARCHED = 200;

    private final RunStore runs;
    private final TaskStore tasks;
    private final EventLog events;
    private final Supplier<DecideRows> rows;

    /**
     * Reads what was asked; answers go to the use case.
     *
     * @param rows asked for with the first answer
     */
    public RowQuestions(RunStore runs, TaskStore tasks, EventLog events, Supplier<DecideRows> rows) {
        this.runs = runs;
        this.tasks = tasks;
        this.events = events;
        this.rows = rows;
    }

    static String id(RunId run, int request) {
        return run + "/" + WORD + request;
    }

    /** @param asker who asks, and cannot agree */
    private record About(RunId run, int request, String asker, Question question) {}

    @Override
    public List<Question> newest(int most) {
        return ofTasks(tasks.recent(Math.min(most, SEARCHED))).stream()
                .sorted(OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public List<Question> open() {
        return ofTasks(tasks.open()).stream().filter(Question::open).toList();
    }

    /** Rows are decided while a run asks about its data, so only such runs have questions about rows. */
    private List<Question> ofTasks(List<UserTask> asked) {
        return asked.stream()
                .filter(task -> task.kind() == TaskKind.RELEASE_DATA)
                .map(UserTask::run)
                .distinct()
                .flatMap(run -> all(run).values().stream())
                .map(About::question)
                .toList();
    }

    @Override
    public List<Question> ofRun(RunId run) {
        return all(run).values().stream().map(About::question).toList();
    }

    @Override
    public Map<RunId, List<Question>> ofRuns(Collection<RunId> runs) {
        return ofTasks(tasks.ofRuns(runs).values().stream()
                        .flatMap(List::stream)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(RowQuestions::run));
    }

    /** Of which run a question is, which is none that a process asks. */
    private static RunId run(Question asked) {
        return new RunId(asked.id().substring(0, asked.id().indexOf('/')));
    }

    @Override
    public Optional<Question> find(String id) {
        return about(id).map(About::question);
    }

    private Optional<About> about(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(all(new RunId(parts.group(1))).get(id));
        } catch (IllegalArgumentException notARun) {
            return Optional.empty();
        }
    }

    @Override
    public boolean rehearsal(Question asked) {
        return about(asked.id())
                .flatMap(about -> runs.find(about.run()))
                .map(RunRecord::rehearsal)
                .orElse(false);
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCard card = TaskCard.plain(asked, People.DATA_STEWARDS, Permission.ANSWER_TASKS);
        return about(asked.id())
                .map(about -> card.barring(List.of(about.asker())))
                .orElse(card);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        About about = about(asked.id()).orElseThrow();
        if (answer == Answer.APPROVE) {
            rows.get().agree(about.run(), about.request(), by, reason);
        } else {
            rows.get().refuse(about.run(), about.request(), by, reason);
        }
        return find(asked.id()).orElseThrow();
    }

    /** By id, oldest first; none where what was stored was altered, which the check of the data says. */
    private Map<String, About> all(RunId run) {
        Map<String, About> all = new LinkedHashMap<>();
        List<Told<DataEvent>> past;
        try {
            past = events.told(CheckedData.stream(run));
        } catch (BrokenHistory altered) {
            return all;
        }
        for (Told<DataEvent> told : past) {
            switch (told.event()) {
                case DataEvent.RowsAsked ask -> {
                    Question question = question(run, ask, told);
                    all.put(question.id(), new About(run, ask.request(), ask.by(), question));
                }
                case DataEvent.RowsAgreed(int request, var ignored, String reason, var check, var prices) ->
                    answered(all, id(run, request), Answer.APPROVE, told, reason);
                case DataEvent.RowsRefused(int request, var ignored, String reason) ->
                    answered(all, id(run, request), Answer.REJECT, told, reason);
                case DataEvent.Checked _ -> {
                    // nothing is asked
                }
            }
        }
        tasks.find(DecideRows.release(run)).filter(task -> !task.open()).ifPresent(task -> passed(all, task));
        return all;
    }

    private static void answered(
            Map<String, About> all, String id, Answer answer, Told<DataEvent> told, String reason) {
        all.computeIfPresent(
                id,
                (_, about) -> new About(
                        about.run(),
                        about.request(),
                        about.asker(),
                        closed(about.question(), answer, told.actor(), told.at(), reason)));
    }

    /** What still waited when the data was answered as a whole is asked no more. */
    private static void passed(Map<String, About> all, UserTask task) {
        all.replaceAll((_, about) -> about.question().open()
                ? new About(
                        about.run(),
                        about.request(),
                        about.asker(),
                        closed(
                                about.question(),
                                Answer.REJECT,
                                task.decidedBy(),
                                task.decidedAt(),
                                "the data was answered as a whole: " + task.word()))
                : about);
    }

    private static Question closed(
            Question q, Answer answer, @Nullable String by, java.time.@Nullable Instant at, String reason) {
        return new Question(q.id(), q.kind(), null, q.question(), q.detail(), q.raisedAt(), answer, by, at, reason);
    }

    private static Question question(RunId run, DataEvent.RowsAsked ask, Told<DataEvent> told) {
        RowChange first = ask.rows().getFirst();
        List<String> lines = new ArrayList<>();
        lines.add(row("asked", "by " + ask.by() + ": " + ask.reason()));
        lines.add(row("run", run.value()));
        lines.add(row("file", first.file() + ", SHA-256 " + Sha256.shortened(first.sha256())));
        for (RowChange change : ask.rows()) {
            lines.add(row(
                    change.act().word(),
                    change.words().substring(change.act().word().length() + 1)));
        }
        lines.add(row("then", ask.effect()));
        lines.add("");
        lines.add("Yes has the contract judge again with these rows; who says yes is another person than " + ask.by()
                + ". The run goes on with your yes where the contract holds then and no other row is left to decide."
                + " No leaves them set aside. The file that was delivered stays as it is.");
        String rows =
                ask.rows().size() == 1 ? "the row " + first.place() : ask.rows().size() + " rows of " + first.file();
        return new Question(
                id(run, ask.request()),
                WORD + ask.request(),
                null,
                capital(first.act().word()) + " " + rows + " of run " + run + "? " + ask.by()
                        + " asks for it; you are another person.",
                String.join("\n", lines),
                told.at(),
                null,
                null,
                null,
                "");
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
