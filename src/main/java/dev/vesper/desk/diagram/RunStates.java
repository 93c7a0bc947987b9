package dev.vesper.desk.diagram;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.rebalance.KeptRules;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells where runs stand: by their stages, their questions, and the process files that they go by. */
public final class RunStates {
    private static final int SEARCHED = 200;

    private final Kept kept;
    private final List<Questions> questions;
    private final Incidents incidents;
    private final Supplier<DrawProcesses> drawings;
    private final Times times;
    private final UsualTimes usual;
    private final Map<String, List<DrawnProcess>> drawn = new Latest<>();
    private final Map<RunId, Map<ShownStage, Long>> usually = new Latest<>();

    /**
     * What is kept of runs.
     *
     * @param keys say by which process files a run goes
     * @param files hold them
     * @param data names the accepted data
     * @param rules say which rules judged
     */
    public record Kept(RunStore runs, InstanceKeys keys, FilesUsed files, DataCheckStore data, RulesUsed rules) {}

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
        return of(List.of(run)).getFirst();
    }

    /** Where runs stand, in their order: how many they are, the store is asked as often. */
    private List<RunState> of(List<RunRecord> runs) {
        List<RunId> ids = runs.stream().map(RunRecord::id).toList();
        Map<RunId, List<StageRecord>> stages = kept.runs.stages(ids);
        List<Map<RunId, List<Question>>> asked =
                questions.stream().map(part -> part.ofRuns(ids)).toList();
        Map<RunId, List<Incident>> open = incidents.open(ids);
        Map<RunId, DayInstance> instances = kept.keys.find(ids);
        Map<String, List<DrawnProcess>> processes = new HashMap<>();
        Map<RunId, Map<ShownStage, Long>> median = usually(runs);
        return runs.stream()
                .map(run -> of(
                        run,
                        stages.getOrDefault(run.id(), List.of()),
                        asked.stream()
                                .flatMap(part -> part.getOrDefault(run.id(), List.of()).stream())
                                .toList(),
                        open.getOrDefault(run.id(), List.of()),
                        processes.computeIfAbsent(sum(Optional.ofNullable(instances.get(run.id()))), this::drawn),
                        median.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    private RunState of(
            RunRecord run,
            List<StageRecord> stages,
            List<Question> asked,
            List<Incident> open,
            List<DrawnProcess> processes,
            Map<ShownStage, Long> median) {
        Evidence evidence = new Evidence(
                run,
                stages,
                asked,
                open,
                processes.stream()
                        .flatMap(process -> process.elements().stream())
                        .toList());
        Whereabouts found = Whereabouts.of(processes, evidence);
        Elements elements = new Elements(evidence, median, processes);
        return new RunState(
                run,
                !processes.isEmpty(),
                stages.stream().map(stage -> TimedStage.of(stage, median)).toList(),
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
                        .map(entry -> elements.of(entry.getKey(), entry.getValue()))
                        .toList(),
                found.flows());
    }

    /** The runs that were opened today, and those that have not ended, newest first. */
    public List<RunState> today() {
        LocalDate today = times.today();
        return of(kept.runs.recent(SEARCHED).stream()
                .filter(run ->
                        !run.status().ended() || times.dateOf(run.openedAt()).equals(today))
                .toList());
    }

    /** The processes that a run goes by, the day's first; none where they were not kept. */
    public List<RunProcess> processes(RunId run) {
        return drawn(sum(kept.keys.find(run))).stream().map(RunProcess::of).toList();
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

    /** The rule files as they judged it; none where nothing did, or they were not kept. */
    public List<UsedRule> rules(RunId run) {
        return new KeptRules(kept.rules, kept.files)
                .of(run)
                .map(set -> set.files().entrySet().stream()
                        .map(file -> UsedRule.of(
                                file.getKey(), String.valueOf(set.versions().get(file.getKey())), file.getValue()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<FileSet> files(RunId run) {
        return kept.keys.find(run).map(DayInstance::processes).flatMap(this::find);
    }

    /** Not those that somebody changed in the store. */
    private Optional<FileSet> find(String sum) {
        return sum.isEmpty()
                ? Optional.empty()
                : kept.files.find(sum).filter(set -> MessageDigest.isEqual(bytes(set.sha256()), bytes(sum)));
    }

    private static byte[] bytes(String sum) {
        return sum.getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(Optional<DayInstance> instance) {
        return instance.map(DayInstance::processes).orElse("");
    }

    private List<DrawnProcess> drawn(String sum) {
        synchronized (drawn) {
            List<DrawnProcess> known = drawn.get(sum);
            if (known != null) {
                return known;
            }
        }
        Optional<FileSet> files = find(sum);
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

    /** How long the stages usually take, for each run. */
    private Map<RunId, Map<ShownStage, Long>> usually(List<RunRecord> runs) {
        Map<RunId, Map<ShownStage, Long>> all = new HashMap<>();
        List<RunRecord> unknown = new ArrayList<>();
        synchronized (usually) {
            for (RunRecord run : runs) {
                Map<ShownStage, Long> known = usually.get(run.id());
                if (known == null) {
                    unknown.add(run);
                } else {
                    all.put(run.id(), known);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<RunId, Map<ShownStage, Long>> found = usual.before(unknown);
            synchronized (usually) {
                usually.putAll(found);
            }
            all.putAll(found);
        }
        return all;
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
}
