package dev.vesper.desk.diagram;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of single elements: since when, how long, what came of it, and what is asked. */
final class Elements {
    private final Evidence evidence;
    private final Map<ShownStage, Long> median;
    private final List<DrawnProcess> processes;

    /** @param median how long the stages usually take, in milliseconds */
    Elements(Evidence evidence, Map<ShownStage, Long> median, List<DrawnProcess> processes) {
        this.evidence = evidence;
        this.median = median;
        this.processes = processes;
    }

    StandingElement of(DrawnElement element, Standing state) {
        List<StageRecord> worked = state == Standing.NEXT ? List.of() : worked(element);
        if (!worked.isEmpty()) {
            List<TimedStage> timed =
                    worked.stream().map(stage -> TimedStage.of(stage, median)).toList();
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
                        .orElseGet(() -> asked.stream().map(Elements::answer).collect(Collectors.joining(", "))),
                open.map(Question::id).orElse(""));
    }

    /** The stages that an element works, itself or by the process that it calls. */
    private List<StageRecord> worked(DrawnElement element) {
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
        String word = question.decision() == Answer.APPROVE ? "approved" : "rejected";
        return word + " by " + question.decidedBy();
    }
}
