package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.ExposuresPage;
import dev.vesper.adapters.console.OrderPage;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.QualityPage;
import dev.vesper.adapters.console.RuleDraftPage;
import dev.vesper.adapters.console.RuleListPage;
import dev.vesper.adapters.console.RuleModelPage;
import dev.vesper.adapters.console.RuleTablePage;
import dev.vesper.adapters.console.RunPage;
import dev.vesper.adapters.console.RunsPage;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.operations.Operations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers of the API, in its JSON: what the scripts that draw ask for, and the tag of what a page shows. */
final class Facts {
    private record Known(PagePath path, BiFunction<Operations, Asked, Object> answer) {}

    private static final List<Known> ALL = List.of(
            new Known(
                    ExposuresPage.FIGURES,
                    (operations, asked) ->
                            operations.limits().exposures(asked.run(), asked.word("by", ExposureBy.class))),
            new Known(
                    OrderPage.CHILDREN,
                    (operations, asked) -> operations
                            .orders()
                            .children(asked.run(), asked.path().getOrDefault("order", ""), 0, OrderPage.DRAWN)),
            new Known(
                    OrderPage.SCHEDULE,
                    (operations, asked) -> operations
                            .orders()
                            .schedule(asked.run(), asked.path().getOrDefault("order", ""))),
            new Known(
                    RunsPage.LAST,
                    (operations, _) -> operations.runs().newest(RunsPage.DRAWN).stream()
                            .map(run -> operations.runs().show(run.id()))
                            .toList()),
            new Known(
                    QualityPage.FIGURES, (operations, _) -> operations.quality().newest(QualityPage.RUNS)),
            new Known(
                    RuleListPage.SHEET,
                    (operations, asked) -> operations
                            .ruleLists()
                            .show(
                                    RuleListPage.name(asked.path()),
                                    asked.query().getOrDefault("draft", ""),
                                    asked.query().getOrDefault("on", ""))),
            new Known(
                    RuleTablePage.TABLE,
                    (operations, asked) -> operations.ruleTables().show(RuleTablePage.file(asked.path()), "")),
            new Known(
                    RuleTablePage.OF_DRAFT,
                    (operations, asked) -> operations
                            .ruleTables()
                            .show(RuleTablePage.file(asked.path()), asked.path().getOrDefault("draft", ""))),
            new Known(
                    RuleTablePage.CASES,
                    (operations, asked) -> operations.ruleCases().show(RuleTablePage.file(asked.path()), "")),
            new Known(
                    RuleTablePage.CASES_OF_DRAFT,
                    (operations, asked) -> operations
                            .ruleCases()
                            .show(RuleTablePage.file(asked.path()), asked.path().getOrDefault("draft", ""))),
            new Known(
                    RuleTablePage.MISSING,
                    (operations, asked) -> operations.ruleCases().missing(RuleTablePage.file(asked.path()), "")),
            new Known(
                    RuleTablePage.MISSING_OF_DRAFT,
                    (operations, asked) -> operations
                            .ruleCases()
                            .missing(
                                    RuleTablePage.file(asked.path()),
                                    asked.path().getOrDefault("draft", ""))),
            new Known(
                    RuleModelPage.MODEL,
                    (operations, asked) -> operations.ruleModels().show(RuleTablePage.file(asked.path()), "")),
            new Known(
                    RuleModelPage.OF_DRAFT,
                    (operations, asked) -> operations
                            .ruleModels()
                            .show(RuleTablePage.file(asked.path()), asked.path().getOrDefault("draft", ""))),
            new Known(RunPage.STATE, (operations, asked) -> operations.runs().state(asked.run())),
            new Known(
                    RuleDraftPage.STATE,
                    (operations, asked) -> operations.drafts().way(asked.path().getOrDefault("draft", ""))),
            new Known(
                    RuleDraftPage.PROCESSES,
                    (operations, asked) ->
                            operations.drafts().processes(asked.path().getOrDefault("draft", ""))),
            new Known(
                    RunPage.PROCESSES, (operations, asked) -> operations.runs().processes(asked.run())));

    private final Function<Object, String> json;

    /** @param json writes an answer as the API does */
    Facts(Function<Object, String> json) {
        this.json = json;
    }

    /**
     * One that is asked for.
     *
     * @param variables of its path
     */
    record Fact(PagePath path, Map<String, String> variables, BiFunction<Operations, Asked, Object> answer) {}

    /** Empty where nothing is called so. */
    Optional<Fact> find(String below) {
        return ALL.stream()
                .flatMap(known -> known.path().match(below).stream()
                        .map(variables -> new Fact(known.path(), variables, known.answer())))
                .findFirst();
    }

    /** Another one where something else is said. */
    String tag(Object said) {
        return Reply.tag(bytes(said));
    }

    private byte[] bytes(Object said) {
        return json.apply(said).getBytes(StandardCharsets.UTF_8);
    }

    Reply ask(Fact fact, Operations operations, Asked asked) {
        return said(fact.answer().apply(operations, asked)).tagged();
    }

    /** An answer as the API gives it. */
    Reply said(Object answer) {
        return Reply.of(200, "application/json; charset=utf-8", bytes(answer));
    }
}
