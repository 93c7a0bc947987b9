package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataSnapshot;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RunData;
import java.util.List;

/** What a run was made with, as it was: the objects of its data, its rules and its processes, whatever lies on disk now. */
public final class MadeWithPage implements Page {
    /**
     * What the template shows.
     *
     * @param read how many rows were read and set aside, and of which dates; empty before they were checked
     * @param snapshots by product
     */
    public record Model(
            String run,
            String runHref,
            String read,
            String asideHref,
            List<DataSnapshot> snapshots,
            List<UsedRule> rules,
            List<RunProcess> processes) {}

    @Override
    public String word() {
        return "made-with";
    }

    @Override
    public String title() {
        return "Made with";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/made-with");
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        RunData data = operations.runs().data(run);
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                read(data),
                SetAsidePage.href(run.value()),
                data.snapshots(),
                operations.runs().rules(run),
                operations.runs().processes(run));
    }

    private static String read(RunData data) {
        return data.firstDate() == null
                ? ""
                : Counted.of(data.rows(), "row") + " read, " + Counted.of(data.setAside(), "row")
                        + " set aside; prices from " + data.firstDate() + " to " + data.lastDate();
    }
}
