package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.operations.Operations;
import java.util.List;
import java.util.Map;

/** One limit of a run, account by account. */
final class LimitPage implements Page {
    private static final PagePath PATH = new PagePath("runs/{run}/limits/{rule}");
    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param before where the page before begins, or empty
     * @param more where the next accounts are, or empty
     */
    public record Model(String run, String limits, String rule, List<LimitRow> rows, String before, String more) {}

    @Override
    public String word() {
        return "limit";
    }

    @Override
    public String title() {
        return "Limit";
    }

    @Override
    public String help() {
        return "limits";
    }

    @Override
    public PagePath path() {
        return PATH;
    }

    static String href(String run, String rule) {
        return PATH.fill(Map.of("run", run, "rule", rule));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        String rule = asked.path().getOrDefault("rule", "");
        int from = Math.toIntExact(Math.min(asked.number("from").orElse(0), 100_000_000));
        List<LimitLine> lines = operations.limits().accounts(run, rule, from, SHOWN + 1);
        String href = href(run.value(), rule);
        return new Model(
                run.value(),
                LimitsPage.href(run.value()),
                rule,
                lines.stream()
                        .limit(SHOWN)
                        .map(line -> LimitRow.of(run.value(), line))
                        .toList(),
                from == 0 ? "" : href + (from <= SHOWN ? "" : "?from=" + (from - SHOWN)),
                lines.size() > SHOWN ? href + "?from=" + (from + SHOWN) : "");
    }
}
