package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RuleText;
import dev.vesper.desk.workbench.editing.RuleLine;
import java.util.List;

/** A compliance rule that engineers write, with what it says of itself. It is read here; a change comes in as a file. */
public final class RuleCodePage implements Page {
    private static final String PATH = "rules/code";
    private static final String ENDING = ".drl";

    /**
     * What the template shows.
     *
     * @param says what it says of itself; empty where it says nothing
     * @param draft whose rule it is; empty of what judges orders
     */
    public record Model(
            String name, String kind, String file, String version, String says, String draft, List<String> lines) {}

    @Override
    public String word() {
        return "rule-code";
    }

    @Override
    public String title() {
        return "Rule";
    }

    @Override
    public String help() {
        return "how-to-add-a-compliance-rule";
    }

    @Override
    public PagePath path() {
        return new PagePath(PATH + "/{name}");
    }

    /** Whether a file is code. */
    static boolean shows(String file) {
        return file.endsWith(ENDING);
    }

    /** Where a rule is shown. */
    static String href(String name, String draft) {
        return PagePath.ROOT + PATH + "/" + name + (draft.isEmpty() ? "" : "?draft=" + draft);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        String draft = asked.query().getOrDefault("draft", "");
        String name = asked.path().getOrDefault("name", "");
        RuleLine line = operations.ruleTables().all(draft).stream()
                .filter(one -> shows(one.file()) && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("Expected a rule that is code, but there is no \"" + name
                        + "\"; the page Rules shows those that there are"));
        RuleText text = operations.rules().file(draft.isEmpty() ? "active" : draft, line.file());
        return new Model(
                name,
                line.kind(),
                line.file(),
                text.version(),
                line.sentence(),
                draft,
                text.text().lines().toList());
    }
}
