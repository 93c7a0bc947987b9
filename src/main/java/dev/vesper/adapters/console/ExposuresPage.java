package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run is exposed to: by asset class, sector, currency and account, before its orders and after. */
public final class ExposuresPage implements Page {
    /** Where a script asks for the figures of a chart. */
    public static final PagePath FIGURES = new PagePath("runs/{run}/exposures/{by}");

    private static final int SHOWN = 100;

    /** What the template shows. */
    public record Model(RunLine run, String limits, List<Part> parts) {}

    /**
     * One way of adding up.
     *
     * @param figures where a script asks for the same
     * @param more how many lines are not shown, or empty
     */
    public record Part(String anchor, String title, String figures, List<Row> rows, String more) {}

    /** One line. */
    public record Row(
            String name,
            String currency,
            String before,
            String after,
            String filled,
            String shareBefore,
            String shareAfter,
            String shareFilled) {
        static Row of(ExposureLine line) {
            return new Row(
                    line.name(),
                    line.currency(),
                    Numbers.amount(line.before()),
                    Numbers.amount(line.after()),
                    Numbers.amount(line.filled()),
                    Numbers.percent(line.shareBefore(), 2),
                    Numbers.percent(line.shareAfter(), 2),
                    Numbers.percent(line.shareFilled(), 2));
        }
    }

    @Override
    public String word() {
        return "exposures";
    }

    @Override
    public String title() {
        return "Exposures";
    }

    @Override
    public String help() {
        return "limits";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/exposures");
    }

    @Override
    public boolean charts(Record model) {
        return model instanceof Model shown && !shown.parts().isEmpty();
    }

    static String href(String run) {
        return RunLine.href(run) + "/exposures";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        List<Part> parts = new ArrayList<>();
        for (ExposureBy by : ExposureBy.values()) {
            List<ExposureLine> lines = operations.limits().exposures(run, by);
            if (!lines.isEmpty()) {
                String word = by.name().toLowerCase(Locale.ROOT).replace('_', '-');
                parts.add(new Part(
                        word,
                        switch (by) {
                            case ASSET_CLASS -> "By asset class";
                            case SECTOR -> "By sector";
                            case CURRENCY -> "By currency";
                            case ACCOUNT -> "By account";
                        },
                        FIGURES.fill(Map.of("run", run.value(), "by", word)),
                        lines.stream().limit(SHOWN).map(Row::of).toList(),
                        lines.size() <= SHOWN ? "" : Numbers.count(lines.size() - SHOWN) + " more, the smallest"));
            }
        }
        return new Model(RunLine.of(operations.runs().show(run).run()), LimitsPage.href(run.value()), parts);
    }
}
