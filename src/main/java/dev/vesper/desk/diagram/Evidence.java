package dev.vesper.desk.diagram;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the record of a run says of single elements: by the work they do and the questions they ask, never by their ids. */
final class Evidence {
    private final RunRecord run;
    private final Map<ShownStage, StageRecord> stages;
    private final List<Question> questions;
    private final List<Incident> incidents;
    private final Set<Integer> steps = new TreeSet<>();
    /** The step at which what no step is drawn for is asked: the one without a group, else the last. */
    private final int others;

    /**
     * Takes the record.
     *
     * @param drawn all elements of the processes that the run goes by
     */
    Evidence(
            RunRecord run,
            List<StageRecord> stages,
            List<Question> questions,
            List<Incident> incidents,
            Collection<DrawnElement> drawn) {
        this.run = run;
        this.stages =
                stages.stream().collect(Collectors.toMap(StageRecord::name, Function.identity(), (_, last) -> last));
        this.questions = List.copyOf(questions);
        this.incidents = List.copyOf(incidents);
        List<Part.Approves> approvals = drawn.stream()
                .flatMap(element ->
                        element.part() instanceof Part.Approves approves ? Stream.of(approves) : Stream.empty())
                .toList();
        approvals.forEach(approval -> steps.add(approval.step()));
        this.others = approvals.stream()
                .filter(Part.Approves::open)
                .map(Part.Approves::step)
                .findFirst()
                .orElseGet(() -> steps.stream().max(Integer::compare).orElse(0));
    }

    RunStatus status() {
        return run.status();
    }

    /** Whether somebody or something has said no to the day. */
    boolean refused() {
        return run.status() == RunStatus.REFUSED
                || stages.values().stream().anyMatch(stage -> stage.state() == StageState.REFUSED)
                || questions.stream().anyMatch(question -> question.decision() == Answer.REJECT);
    }

    /** How far one element is; empty where the record does not say. */
    Optional<Standing> of(DrawnElement element) {
        if (run.status() == RunStatus.FAILED && incidents.stream().anyMatch(incident -> isAt(incident, element))) {
            return Optional.of(Standing.FAILED);
        }
        return switch (element.part()) {
            case Part.Works(StageName name) -> stage(name).map(this::standing);
            case Part.Asks(TaskKind _), Part.Approves(int _, boolean _) -> answered(questions(element));
            case Part.Begins() ->
                stages.isEmpty() && questions.isEmpty() ? Optional.empty() : Optional.of(Standing.DONE);
            case Part.Ends(boolean refused) ->
                run.status() == (refused ? RunStatus.REFUSED : RunStatus.DONE)
                        ? Optional.of(Standing.DONE)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The engine names the element that it cannot get past in these words. */
    private static boolean isAt(Incident incident, DrawnElement element) {
        return incident.what().contains("task " + element.id() + " of process " + element.process() + " ");
    }

    /** The stage that an element works. What is written after a refusal has its record under the name of what comes without. */
    Optional<StageRecord> stage(StageName name) {
        return Optional.ofNullable(stages.get(name.stage())).filter(record -> {
            boolean closing = refused() && record.state() != StageState.REFUSED;
            return !name.stage().equals(WriteReport.REPORT.stage())
                    || closing == name.equals(WriteReport.CLOSE_REFUSED);
        });
    }

    private Standing standing(StageRecord stage) {
        return switch (stage.state()) {
            case DONE -> Standing.DONE;
            case REFUSED -> Standing.REFUSED;
            case FAILED -> Standing.FAILED;
            case RUNNING ->
                switch (run.status()) {
                    case RUNNING, WAITING -> Standing.ACTIVE;
                    case FAILED -> Standing.FAILED;
                    case DONE, REFUSED, ABANDONED -> Standing.STOPPED;
                };
        };
    }

    private Optional<Standing> answered(List<Question> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (asked.stream().anyMatch(question -> question.decision() == Answer.REJECT)) {
            return Optional.of(Standing.REFUSED);
        }
        if (asked.stream().anyMatch(question -> question.decision() == null)) {
            return Optional.of(run.status().ended() ? Standing.STOPPED : Standing.WAITING);
        }
        return Optional.of(Standing.DONE);
    }

    /** What an element asks. An approval that no step is drawn for is asked where the tables have a say, else at the last. */
    List<Question> questions(DrawnElement element) {
        return questions.stream()
                .filter(question -> switch (element.part()) {
                    case Part.Asks(TaskKind kind) -> question.kind().equals(kind.word());
                    case Part.Approves approves ->
                        step(question).filter(step -> isAskedAt(step, approves)).isPresent();
                    default -> false;
                })
                .toList();
    }

    private boolean isAskedAt(int asked, Part.Approves element) {
        return element.step() == (steps.contains(asked) ? asked : others);
    }

    private Optional<Integer> step(Question question) {
        if (!question.kind().startsWith(TaskKind.APPROVE_TRADES.word())) {
            return Optional.empty();
        }
        return Optional.of(TaskId.of(run.id(), question.kind()).step());
    }
}
