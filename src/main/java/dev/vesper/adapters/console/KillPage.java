package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.SlicingStrategy;
import java.util.List;

/** What is stopped, by whom and why; and the forms that stop it and ask for its release. */
public final class KillPage implements Page {
    static final String WORD = "kill-switch";
    private static final int RUNS = 20;

    /**
     * What the template shows.
     *
     * @param on what stops something
     * @param off what was released, newest first
     * @param may whether the caller may act here
     * @param byCommand whether a command acts, since who looks did not sign in
     * @param command that presses one
     * @param strategies which there are
     * @param runs which are under way, newest first
     */
    public record Model(
            List<KillLine> on,
            List<KillLine> off,
            boolean may,
            boolean byCommand,
            String command,
            List<String> strategies,
            List<String> runs) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Kill switch";
    }

    @Override
    public String help() {
        return "kill-switch";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        Caller caller = asked.caller();
        List<KillLine> all = operations.kills().all().stream().map(KillLine::of).toList();
        return new Model(
                all.stream().filter(KillLine::on).toList(),
                all.stream().filter(kill -> !kill.on()).toList(),
                caller instanceof SignedIn && caller.may(Permission.STOP_TRADING),
                !(caller instanceof SignedIn),
                "./vesper kill on --everything --reason WHY --as " + Words.name(caller),
                SlicingStrategy.words(),
                operations.runs().newest(RUNS).stream()
                        .filter(run -> run.status() == RunStatus.RUNNING)
                        .map(run -> run.id().value())
                        .toList());
    }
}
