package dev.vesper.desk.repair.move;

import dev.vesper.basics.Counted;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.diagram.Part;
import dev.vesper.desk.diagram.RunDrawings;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.repair.RunStanding;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.EntryPoint;
import dev.vesper.desk.run.StageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says what moving the token of a run would change, and why it may not go where it may not. */
public final class MovePlans {
    private final RunStanding.Stores stores;
    private final RunDrawings drawings;
    private final List<RepairVariable> variables;

    /** @param variables all that the processes may know */
    public MovePlans(RunStanding.Stores stores, RunDrawings drawings, List<RepairVariable> variables) {
        this.stores = stores;
        this.drawings = drawings;
        this.variables = List.copyOf(variables);
    }

    /** How a run stands, and the steps of its day. */
    private final class Standing {
        final RunStanding now;
        final DrawnDay day;

        Standing(RunId id) {
            now = stores.of(id);
            day = new DrawnDay(drawings.of(id));
        }

        /** Why nothing may be moved, whatever the target; empty where something may. */
        String refusal() {
            if (now.run().status().ended()) {
                return "the run has ended";
            }
            String goesOn = now.goesOn("moved");
            if (!goesOn.isEmpty()) {
                return goesOn;
            }
            if (now.instance().filter(instance -> instance.key().isPresent()).isEmpty()) {
                return "its instance in the process engine has not begun; try the run again first";
            }
            return day.steps().isEmpty() ? "the process files that it goes by were not kept" : "";
        }

        boolean done(DrawnDay.Step step) {
            return switch (step.element().part()) {
                case Part.Works(var name) ->
                    now.stages().stream()
                                    .anyMatch(stage ->
                                            stage.name().equals(name.stage()) && stage.state() == StageState.DONE)
                            && (!name.equals(SettleApproval.NAME) || answered(TaskKind.APPROVE_TRADES));
                case Part.Asks(var question) -> answered(question);
                case Part.Approves(int number, boolean open) -> answered(TaskKind.APPROVE_TRADES);
                default -> false;
            };
        }

        private boolean answered(TaskKind kind) {
            List<UserTask> of =
                    now.asked().stream().filter(task -> task.kind() == kind).toList();
            return !of.isEmpty() && of.stream().noneMatch(UserTask::open);
        }

        String state(DrawnDay.Step step) {
            if (done(step)) {
                return "done";
            }
            return step.element().part() instanceof Part.Works(var name)
                    ? now.stages().stream()
                            .filter(stage -> stage.name().equals(name.stage()))
                            .map(stage -> stage.state().name().toLowerCase(Locale.ROOT))
                            .findFirst()
                            .orElse("not done")
                    : "not done";
        }

        /** Why the token may not go to a step; empty where it may. */
        String refusal(DrawnDay.Step step) {
            if (step.element().part() instanceof Part.Works(var name) && name.equals(WriteReport.CLOSE_REFUSED)) {
                return "a day is refused by a gate or a person's no; close the run instead";
            }
            if (!step.direct()) {
                return "it is inside a part of its process, which is entered at its beginning only";
            }
            if (step.forks()) {
                return "its process has steps beside each other, and a token in one of them would wait for the others for"
                        + " ever";
            }
            if (done(step)) {
                return "it is done: what it decided or was answered stands in the record, and is not decided twice;"
                        + " replay the day where it must be decided anew";
            }
            int at = day.steps().indexOf(step);
            int execute = execution();
            return now.sent() > 0 && execute >= 0 && at < execute
                    ? Counted.of(now.sent(), "child order") + (now.sent() == 1 ? " has" : " have")
                            + " left, and nothing before execute-orders is worked again after that"
                    : "";
        }

        /** Where the orders are worked; -1 where nothing does. */
        int execution() {
            List<DrawnDay.Step> steps = day.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).element().part() instanceof Part.Works(var name) && name.equals(WorkOrders.NAME)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** What may be asked about a run. */
    public MoveChoices choices(RunId id) {
        Standing standing = new Standing(id);
        String whole = standing.refusal();
        return new MoveChoices(
                standing.now.stands(),
                whole,
                standing.day.steps().stream()
                        .map(step -> new MoveTarget(
                                step.word(),
                                step.process().id(),
                                step.element().name(),
                                standing.state(step),
                                whole.isEmpty() ? standing.refusal(step) : whole))
                        .toList(),
                variables);
    }

    /**
     * What would change.
     *
     * @param to {@code process/element}, or the id of an element alone
     * @param set what the process is told beside, by name
     * @throws Problem of kind INPUT where the run or the target is unknown, or a variable says a word that it cannot
     */
    public MovePlan plan(RunId id, String to, SortedMap<String, String> set) {
        Standing standing = new Standing(id);
        List<DrawnDay.Step> steps = standing.day.steps();
        Optional<DrawnDay.Step> found = standing.day.find(to);
        if (found.isEmpty() && !steps.isEmpty()) {
            List<String> known = steps.stream().map(DrawnDay.Step::word).toList();
            throw Problem.usage("Expected a step of the day (" + String.join(", ", known) + "), but got \""
                    + Visible.line(to) + "\"" + NearestName.hint(to, known));
        }
        int attempt = standing.now.instance().map(DayInstance::attempt).orElse(1);
        if (found.isEmpty()) {
            EntryPoint nowhere = new EntryPoint("", Visible.line(to), "", Map.of());
            return new MovePlan(
                    id,
                    attempt,
                    standing.now.stands(),
                    Visible.line(to),
                    nowhere,
                    List.of(),
                    List.of(),
                    standing.refusal(),
                    "");
        }
        DrawnDay.Step step = found.get();
        EntryPoint entry =
                new EntryPoint(step.call(), step.process().id(), step.element().id(), set);
        List<String> passed = passed(standing, step);
        String refusal = standing.refusal();
        refusal = refusal.isEmpty() ? standing.refusal(step) : refusal;
        refusal = refusal.isEmpty() ? refusedVariable(step, set) : refusal;
        MovePlan unsummed = new MovePlan(
                id,
                attempt,
                standing.now.stands(),
                step.word() + " (" + step.element().name() + ")",
                entry,
                passed,
                effects(standing, step, passed),
                refusal,
                "");
        return new MovePlan(
                id,
                attempt,
                unsummed.from(),
                unsummed.to(),
                entry,
                passed,
                unsummed.effects(),
                refusal,
                sum(standing, unsummed));
    }

    private static List<String> passed(Standing standing, DrawnDay.Step to) {
        List<DrawnDay.Step> steps = standing.day.steps();
        return steps.subList(0, Math.max(0, steps.indexOf(to))).stream()
                .filter(step -> !standing.done(step) && !optional(step))
                .map(step -> step.word() + " (" + step.element().name() + ") is not done, and would not be")
                .toList();
    }

    /** Asked only of data that broke its contract. */
    private static boolean optional(DrawnDay.Step step) {
        return step.element().part() instanceof Part.Asks(TaskKind kind) && kind == TaskKind.RELEASE_DATA;
    }

    private static List<String> effects(Standing standing, DrawnDay.Step to, List<String> passed) {
        List<String> effects = new ArrayList<>();
        effects.add(
                "The run gets a new instance, whose token is taken up there; so are those after it. What is done stays"
                        + " done, and orders that were sent are known by their ids.");
        int execute = standing.execution();
        if (!passed.isEmpty() && execute >= 0 && standing.day.steps().indexOf(to) <= execute) {
            effects.add(
                    "execute-orders decides from the record, whatever was passed by: where the data check, the decision"
                            + " or the approval is missing there, it sends nothing and the run ends refused.");
        }
        if (execute >= 0 && standing.day.steps().indexOf(to) > execute) {
            effects.add(
                    standing.now.sent() == 0
                            ? "No order is sent: execute-orders is passed by."
                            : "Orders that are not sent never are: execute-orders is passed by.");
        }
        return effects;
    }

    private String refusedVariable(DrawnDay.Step step, SortedMap<String, String> set) {
        for (Map.Entry<String, String> one : set.entrySet()) {
            RepairVariable known = variables.stream()
                    .filter(variable -> variable.name().equals(one.getKey()))
                    .findFirst()
                    .orElseThrow(() -> Problem.usage("Expected a variable of the processes ("
                            + variables.stream().map(RepairVariable::name).collect(Collectors.joining(", "))
                            + "), but got \"" + Visible.line(one.getKey()) + "\""));
            if (!known.allowed()) {
                return "nobody may change " + known.name() + ": " + known.refusal();
            }
            if (!known.words().contains(one.getValue())) {
                throw Problem.usage("Expected " + known.name() + " to say one of " + String.join(", ", known.words())
                        + ", but got \"" + Visible.line(one.getValue()) + "\"");
            }
            if (!known.by().isEmpty() && known.by().equals(step.work())) {
                return known.by() + " tells " + known.name() + " itself; move the token past it";
            }
        }
        return "";
    }

    /** Of what is shown, and of how the run stands: whatever happens to it changes the sum. */
    private static String sum(Standing standing, MovePlan plan) {
        FieldSum sum = new FieldSum();
        standing.now.addTo(sum);
        sum.add(plan.entry().call());
        sum.add(plan.refusal());
        plan.lines().forEach(sum::add);
        return sum.hex();
    }
}
