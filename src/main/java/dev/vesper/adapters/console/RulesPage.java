package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.workbench.editing.RuleLine;
import java.time.Instant;
import java.util.List;

/** Every rule that judges orders, or that a draft holds. */
public final class RulesPage implements Page {
    static final String WORD = "rules";
    private static final String TABLE = ".dmn";

    /**
     * What the template shows.
     *
     * @param draft whose rules they are; empty of what judges orders
     */
    public record Model(String draft, List<Line> rules) {}

    /**
     * One rule.
     *
     * @param href where its table is shown; empty of code
     * @param since when it came to judge; empty where that is not known
     * @param trouble why it cannot be read; empty where it can
     */
    public record Line(
            String name,
            String href,
            String kind,
            String version,
            int rows,
            String says,
            String since,
            String trouble) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Rules";
    }

    @Override
    public String help() {
        return "rule-tables";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        String draft = asked.query().getOrDefault("draft", "");
        return new Model(
                draft,
                operations.ruleTables().all(draft).stream()
                        .map(line -> line(line, draft))
                        .toList());
    }

    private static Line line(RuleLine line, String draft) {
        Instant since = line.activeSince();
        return new Line(
                line.name(),
                line.file().endsWith(TABLE) ? RuleTablePage.href(line.file(), draft) : "",
                line.kind(),
                line.version(),
                line.rows(),
                line.sentence(),
                since == null ? "" : Numbers.stamp(since),
                line.trouble());
    }
}
