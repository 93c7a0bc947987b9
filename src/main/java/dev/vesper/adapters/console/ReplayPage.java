package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.replay.ReplayChoices;
import dev.vesper.desk.repair.replay.ReplayPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From which stages the day of a run can be replayed, what that would change, and the form that asks another person for it. */
public final class ReplayPage implements Page {
    private static final String FROM = "from";

    /**
     * What the template shows.
     *
     * @param stands where the run is
     * @param closed why its day cannot be replayed now, whatever the stage; empty where it can
     * @param plan what the chosen replay would change; none where none is chosen
     * @param may whether the caller may ask for it
     * @param command that asks for it, for whoever did not sign in; else empty
     */
    public record Model(
            String run,
            String runHref,
            String stands,
            String closed,
            List<From> stages,
            @Nullable Plan plan,
            boolean may,
            String command) {}

    /** A stage of the day. */
    public record From(String word, String state, String refusal, boolean chosen) {
        /** Whether the day can be replayed from it. */
        public boolean open() {
            return refusal.isEmpty();
        }
    }

    /** A row of what would change. */
    public record Row(String what, String figure) {}

    /**
     * What would change.
     *
     * @param from as the form repeats it
     * @param shown first digits of the sum of all this
     * @param formHref where the form goes that asks for it; empty where it cannot be asked now, or not by this caller
     */
    public record Plan(String from, List<Row> rows, String refusal, String shown, String formHref) {}

    @Override
    public String word() {
        return "replay";
    }

    @Override
    public String title() {
        return "Replay the day";
    }

    @Override
    public String help() {
        return "repair";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/replay");
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.runs().state(asked.run()));
    }

    static String href(String run) {
        return RunLine.href(run) + "/replay";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        Caller caller = asked.caller();
        asked.only(List.of(FROM));
        String from = asked.query().getOrDefault(FROM, "");
        ReplayChoices choices = operations.repair().replays(run);
        boolean may = caller instanceof SignedIn && caller.may(Permission.WORK_RUNS);
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                choices.stands(),
                choices.refusal(),
                choices.stages().stream()
                        .map(stage -> new From(
                                stage.word(),
                                stage.state(),
                                choices.refusal().isEmpty() ? stage.refusal() : "",
                                stage.word().equals(from)))
                        .toList(),
                from.isEmpty() ? null : plan(operations, run, from, may),
                may && choices.refusal().isEmpty(),
                caller instanceof SignedIn || !choices.refusal().isEmpty()
                        ? ""
                        : "./vesper runs replay " + run + " --from STAGE --reason WHY --as " + Words.name(caller));
    }

    private static Plan plan(Operations operations, RunId run, String from, boolean may) {
        ReplayPlan plan = operations.repair().replay(run, from);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Run", run + ", " + plan.stands()));
        plan.taken().forEach(one -> rows.add(new Row("Taken over", one)));
        plan.anew().forEach(one -> rows.add(new Row("Anew", one)));
        plan.effects().forEach(one -> rows.add(new Row("Effect", one)));
        return new Plan(
                from,
                rows,
                plan.refusal(),
                Sha256.shortened(plan.shown()),
                may && plan.allowed() ? href(run.value()) + "/ask" : "");
    }
}
