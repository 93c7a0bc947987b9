package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import java.util.List;

/** The limits of a run, each at its worst account: breaches first, then the fullest. */
final class LimitsPage implements Page {
    /** What the template shows. */
    public record Model(RunLine run, String exposures, List<LimitRow> limits) {}

    @Override
    public String word() {
        return "limits";
    }

    @Override
    public String title() {
        return "Limits";
    }

    @Override
    public String help() {
        return "limits";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/limits");
    }

    static String href(String run) {
        return RunLine.href(run) + "/limits";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        return new Model(
                RunLine.of(operations.runs().show(run).run()),
                ExposuresPage.href(run.value()),
                operations.limits().worst(run).stream()
                        .map(line -> LimitRow.of(run.value(), line))
                        .toList());
    }
}
