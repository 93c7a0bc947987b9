package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the business cases beside the rules: {@code limits/position-weight.scenarios.csv} tells what the rule
 * {@code position-weight} must say, judging alone: a limit that is changed fails its own cases and no others. A risk officer adds a row; the columns are explained in {@link ScenarioCase}.
 */
public final class Scenarios {
    static final String ENDING = ".scenarios.csv";

    private Scenarios() {}

    /** Runs every case of a rules folder against rules that are loaded already, in the order of files and lines. */
    public static List<ScenarioResult> run(Path folder, DroolsRuleBook rules) {
        return run(RulesFolder.read(folder), rules);
    }

    /** The same of files that lie in no folder. */
    public static List<ScenarioResult> run(FileSet folder, DroolsRuleBook rules) {
        List<ScenarioResult> results = new ArrayList<>();
        for (String kind : RuleKind.folders()) {
            for (RuleFile file : RuleFile.all(folder, kind, ENDING)) {
                results.addAll(run(kind, file, rules));
            }
        }
        return results;
    }

    private static List<ScenarioResult> run(String kind, RuleFile file, DroolsRuleBook rules) {
        if (rules.rules().stream()
                .noneMatch(r -> r.rule().name().equals(file.rule().name()))) {
            throw file.problem(
                    0, "Expected a rule named \"" + file.rule().name() + "\" beside its cases, but there is none");
        }
        List<ScenarioResult> results = new ArrayList<>();
        CsvFile.readText("rules/" + file.path(), file.text(), header -> {
            if (kind.equals(RuleKind.APPROVAL.folder())) {
                header.mustBe(ApprovalCase.NEEDED, ApprovalCase.OPTIONAL);
                return row -> results.add(new ApprovalCase(file, row).judge(rules));
            }
            header.mustBe(ScenarioCase.NEEDED, ScenarioCase.OPTIONAL);
            return row -> results.add(judge(new ScenarioCase(file, row), rules));
        });
        return results;
    }

    /** What one case of a sheet ends as. */
    static ScenarioResult judge(RuleFile file, Row row, DroolsRuleBook rules) {
        return ofApprovals(file.path())
                ? new ApprovalCase(file, row).judge(rules)
                : judge(new ScenarioCase(file, row), rules);
    }

    /** Whether the cases of a file tell who approves. */
    static boolean ofApprovals(String path) {
        return path.startsWith(RuleKind.APPROVAL.folder() + "/");
    }

    private static ScenarioResult judge(ScenarioCase scenario, DroolsRuleBook rules) {
        CaseOutcome expected = scenario.expected();
        String said = "nothing of " + scenario.subject();
        boolean passed = false;
        DecidingRows decided = new DecidingRows();
        int row = 0;
        SortedMap<String, String> accepted = new TreeMap<>();
        for (Verdict verdict : rules.check(scenario.rule(), scenario.book(), decided)) {
            if (verdict.rule().name().equals(scenario.rule())
                    && verdict.subject().equals(scenario.subject())) {
                CaseOutcome outcome = CaseOutcome.of(verdict);
                passed = outcome.equals(expected);
                said = outcome + ": " + verdict.reason();
                row = decided.of(verdict);
                accepted.putAll(outcome.cells());
            }
        }
        return new ScenarioResult(
                scenario.rule(),
                scenario.file().path(),
                scenario.row().line(),
                scenario.name(),
                passed,
                expected.toString(),
                said,
                row,
                accepted);
    }
}
