package dev.vesper.desk.diagram;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.rebalance.RulesUsed;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.InstanceKeys;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageTimes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells where runs stand: by their stages, their questions, and the process files that they go by. */
public final class RunStates {
    private static final int SEARCHED = 200;
    private static final int REMEMBERED = 64;

    private final Kept kept;
    private final List<Questions> questions;
    private final Incidents incidents;
    private final Supplier<DrawProcesses> drawings;
    private final Times times;
    private final UsualTimes usual;
    private final Map<String, List<DrawnProcess>> drawn = new Latest<>(REMEMBERED);
    private final Map<RunId, Map<ShownStage, Long>> usually = new Latest<>(REMEMBERED);

    /**
     * What is kept of runs.
     *
     * @param keys say by which process files a run goes
     * @param files hold them
     * @param data names the accepted data
     * @param rules say which rules judged
     */
    public record Kept(RunStore runs, InstanceKeys keys, FilesUsed files, DataCheckStore data, RulesUsed rules) {}

    /** The latest of what is looked up, so that asking again costs nothing. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final int most;

        Latest(int most) {
            super(most, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    /**
     * Takes what it looks at.
     *
     * @param questions what the runs ask people
     * @param drawings asked for with the first diagram
     */
    public RunStates(
            Kept kept, List<Questions> questions, Incidents incidents, Supplier<DrawProcesses> drawings, Times times) {
        this.kept = kept;
        this.questions = List.copyOf(questions);
        this.incidents = incidents;
        this.drawings = drawings;
        this.times = times;
        this.usual = new UsualTimes(kept.runs);
    }

    /** Where one run stands. */
    public RunState of(RunRecord run) {
        List<StageRecord> stages = kept.runs.stages(run.id());
        List<Question> asked = questions.stream()
                .flatMap(part -> part.ofRun(run.id()).stream())
                .toList();
        List<Incident> open = incidents.open(run.id());
        List<DrawnProcess> processes = drawn(run.id());
        Map<ShownStage, Long> median = usually(run);
        Evidence evidence = new Evidence(
                run,
                stages,
                asked,
                open,
                processes.stream()
                        .flatMap(process -> process.elements().stream())
                        .toList());
        Whereabouts found = Whereabouts.of(processes, evidence);
        return new RunState(
                run,
                !processes.isEmpty(),
                stages.stream().map(stage -> timed(stage, median)).toList(),
                run.status().ended() ? List.of() : coming(processes, stages, median),
                asked.stream()
                        .filter(question -> question.open() && !run.status().ended())
                        .sorted(Comparator.comparing(Question::raisedAt).thenComparing(Question::id))
                        .map(AskedPerson::of)
                        .toList(),
                open,
                found.now(),
                found.next(),
                found.standing().entrySet().stream()
                        .map(entry -> element(entry.getKey(), entry.getValue(), evidence, median, processes))
                        .toList(),
                found.flows());
    }

    /** The runs that were opened today, and those that have not ended, newest first. */
    public List<RunState> today() {
        LocalDate today = times.today();
        return kept.runs.recent(SEARCHED).stream()
                .filter(run ->
                        !run.status().ended() || times.dateOf(run.openedAt()).equals(today))
                .map(this::of)
                .toList();
    }

    /** The processes that a run goes by, the day's first; none where they were not kept. */
    public List<RunProcess> processes(RunId run) {
        return drawn(run).stream().map(RunProcess::of).toList();
    }

    /** What a run was made with. */
    public MadeWith madeWith(RunId run) {
        Map<String, String> files = new TreeMap<>();
        files(run).ifPresent(set -> files.putAll(set.versions()));
        return new MadeWith(
                kept.data.data(run).map(DataCheck::snapshot).orElse(""),
                kept.rules.of(run).map(Map::copyOf).orElse(Map.of()),
                files);
    }

    private Optional<FileSet> files(RunId run) {
        return kept.keys.find(run).map(DayInstance::processes).flatMap(kept.files::find);
    }

    private List<DrawnProcess> drawn(RunId run) {
        String sum = kept.keys.find(run).map(DayInstance::processes).orElse("");
        synchronized (drawn) {
            List<DrawnProcess> known = drawn.get(sum);
            if (known != null) {
                return known;
            }
        }
        Optional<FileSet> files = sum.isEmpty() ? Optional.empty() : kept.files.find(sum);
        if (files.isEmpty()) {
            return List.of();
        }
        List<DrawnProcess> read = read(files.get());
        synchronized (drawn) {
            drawn.put(sum, read);
        }
        return read;
    }

    /** Files that this program cannot read any more have no diagram; the run is told without. */
    private List<DrawnProcess> read(FileSet files) {
        try {
            return drawings.get().draw(files);
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    private Map<ShownStage, Long> usually(RunRecord run) {
        synchronized (usually) {
            return usually.computeIfAbsent(run.id(), _ -> usual.before(run));
        }
    }

    private static List<ComingStage> coming(
            List<DrawnProcess> processes, List<StageRecord> begun, Map<ShownStage, Long> median) {
        List<ShownStage> names = begun.stream().map(StageRecord::name).toList();
        return processes.stream()
                .flatMap(process -> process.elements().stream())
                .flatMap(element ->
                        element.part() instanceof Part.Works(StageName name) && !name.equals(WriteReport.CLOSE_REFUSED)
                                ? Stream.of(name.stage())
                                : Stream.empty())
                .distinct()
                .filter(stage -> !names.contains(stage))
                .map(stage -> new ComingStage(stage, median.get(stage)))
                .toList();
    }

    private static TimedStage timed(StageRecord stage, Map<ShownStage, Long> median) {
        return new TimedStage(
                stage.name(),
                stage.state(),
                stage.startedAt(),
                StageTimes.of(stage).map(Duration::toMillis).orElse(null),
                median.get(stage.name()),
                stage.result(),
                stage.message());
    }

    private static StandingElement element(
            DrawnElement element,
            Standing state,
            Evidence evidence,
            Map<ShownStage, Long> median,
            List<DrawnProcess> processes) {
        List<StageRecord> worked = state == Standing.NEXT ? List.of() : worked(element, evidence, processes);
        if (!worked.isEmpty()) {
            List<TimedStage> timed =
                    worked.stream().map(stage -> timed(stage, median)).toList();
            TimedStage last = timed.getLast();
            return new StandingElement(
                    element.process(),
                    element.id(),
                    element.name(),
                    state,
                    timed.getFirst().startedAt(),
                    state.current() ? null : sum(timed, TimedStage::tookMillis),
                    sum(timed, TimedStage::usualMillis),
                    last.message().isEmpty() ? last.result() : last.message(),
                    "");
        }
        Collection<Question> asked = evidence.questions(element);
        Optional<Question> open = asked.stream().filter(Question::open).findFirst();
        Optional<Question> shown = open.or(() -> asked.stream().max(Comparator.comparing(Question::raisedAt)));
        return new StandingElement(
                element.process(),
                element.id(),
                element.name(),
                state,
                shown.map(Question::raisedAt).orElse(null),
                null,
                null,
                open.map(Question::question)
                        .orElseGet(() -> asked.stream().map(RunStates::answer).collect(Collectors.joining(", "))),
                open.map(Question::id).orElse(""));
    }

    /** The stages that an element works, itself or by the process that it calls. */
    private static List<StageRecord> worked(DrawnElement element, Evidence evidence, List<DrawnProcess> processes) {
        return switch (element.part()) {
            case Part.Works(StageName name) -> evidence.stage(name).stream().toList();
            case Part.Calls(String called) ->
                processes.stream()
                        .filter(process -> process.id().equals(called))
                        .flatMap(process -> process.elements().stream())
                        .flatMap(inner -> inner.part() instanceof Part.Works(StageName name)
                                ? evidence.stage(name).stream()
                                : Stream.empty())
                        .toList();
            default -> List.of();
        };
    }

    /** Null where one of them is. */
    private static @Nullable Long sum(List<TimedStage> stages, Function<TimedStage, @Nullable Long> part) {
        long sum = 0;
        for (TimedStage stage : stages) {
            Long millis = part.apply(stage);
            if (millis == null) {
                return null;
            }
            sum += millis;
        }
        return sum;
    }

    private static String answer(Question question) {
        return question.word() + (question.decidedBy() == null ? "" : " by " + question.decidedBy());
    }
}
