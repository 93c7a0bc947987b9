package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.move.MoveChoices;
import dev.vesper.desk.repair.move.MovePlan;
import dev.vesper.desk.repair.move.MoveTarget;
import dev.vesper.desk.repair.move.RepairVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the token of a run stands on the diagram, where it could go and why not elsewhere, what a move would change, and the
 * form that asks another person for it.
 */
public final class MovePage implements Page {
    private static final String TO = "to";
    private static final String SET = "set-";

    /**
     * What the template shows.
     *
     * @param drawn where the process files for the diagram are; empty where they were not kept
     * @param from where the token stands
     * @param closed why nothing may be moved now, whatever the target; empty where something may
     * @param variables all that the processes know
     * @param plan what the chosen move would change; none where none is chosen
     * @param may whether the caller may ask for a move
     * @param command that asks for it, for whoever did not sign in; else empty
     */
    public record Model(
            String run,
            String runHref,
            String drawn,
            String from,
            String closed,
            List<Target> targets,
            List<Variable> variables,
            @Nullable Plan plan,
            boolean may,
            String command) {
        /** Whether a variable may be changed with a move. */
        public boolean changes() {
            return variables.stream().anyMatch(variable -> variable.refusal().isEmpty());
        }
    }

    /** A step of the day. */
    public record Target(String word, String name, String state, String refusal, boolean chosen) {
        static Target of(MoveTarget target, String closed, String chosen) {
            return new Target(
                    target.word(),
                    target.name(),
                    target.state(),
                    closed.isEmpty() ? target.refusal() : "",
                    target.word().equals(chosen));
        }

        /** Whether the token may go there. */
        public boolean open() {
            return refusal.isEmpty();
        }
    }

    /**
     * A variable of the processes.
     *
     * @param chosen the word that it would say; empty where it is left as it is
     */
    public record Variable(String name, List<String> words, String refusal, String chosen) {
        /** Of its field in the form. */
        public String field() {
            return SET + name;
        }
    }

    /** A row of what would change. */
    public record Row(String what, String figure) {}

    /**
     * What would change.
     *
     * @param to as the form repeats it
     * @param set the variables as the form repeats them
     * @param shown first digits of the sum of all this
     * @param formHref where the form goes that asks for it; empty where it cannot be asked now, or not by this caller
     */
    public record Plan(String to, String set, List<Row> rows, String refusal, String shown, String formHref) {}

    @Override
    public String word() {
        return "move";
    }

    @Override
    public String title() {
        return "Move the token";
    }

    @Override
    public String help() {
        return "repair";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/move");
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.runs().state(asked.run()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS, asked.run()), Changed.of(Topic.TASKS));
    }

    @Override
    public boolean draws(Record model) {
        return model instanceof Model shown && !shown.drawn().isEmpty();
    }

    static String href(String run) {
        return RunLine.href(run) + "/move";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        Caller caller = asked.caller();
        MoveChoices choices = operations.repair().moves(run);
        List<String> names = new ArrayList<>(List.of(TO));
        choices.variables().forEach(variable -> names.add(SET + variable.name()));
        asked.only(names);
        String to = asked.query().getOrDefault(TO, "");
        List<Variable> variables = choices.variables().stream()
                .map(variable -> variable(variable, asked.query()))
                .toList();
        boolean may = caller instanceof SignedIn && caller.may(Permission.WORK_RUNS);
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                operations.runs().state(run).drawn() ? RunPage.PROCESSES.fill(Map.of("run", run.value())) : "",
                choices.from(),
                choices.refusal(),
                choices.targets().stream()
                        .map(target -> Target.of(target, choices.refusal(), to))
                        .toList(),
                variables,
                to.isEmpty() ? null : plan(operations, run, to, set(variables), may),
                may && choices.refusal().isEmpty(),
                caller instanceof SignedIn || !choices.refusal().isEmpty()
                        ? ""
                        : "./vesper runs move " + run + " --to STEP --reason WHY --as " + Words.name(caller));
    }

    private static Variable variable(RepairVariable variable, Map<String, String> query) {
        return new Variable(
                variable.name(), variable.words(), variable.refusal(), query.getOrDefault(SET + variable.name(), ""));
    }

    private static String set(List<Variable> variables) {
        return variables.stream()
                .filter(variable -> !variable.chosen().isEmpty())
                .map(variable -> variable.name() + "=" + variable.chosen())
                .collect(Collectors.joining(","));
    }

    private static Plan plan(Operations operations, RunId run, String to, String set, boolean may) {
        MovePlan plan = operations.repair().move(run, to, set);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("From", plan.from()));
        rows.add(new Row("To", plan.to()));
        plan.entry().variables().forEach((name, word) -> rows.add(new Row("Variable", name + " = \"" + word + "\"")));
        plan.passedOver().forEach(one -> rows.add(new Row("Passed by", one)));
        plan.effects().forEach(one -> rows.add(new Row("Effect", one)));
        return new Plan(
                to,
                set,
                rows,
                plan.refusal(),
                plan.shown().isEmpty() ? "" : Sha256.shortened(plan.shown()),
                may && plan.allowed() ? href(run.value()) + "/ask" : "");
    }
}
