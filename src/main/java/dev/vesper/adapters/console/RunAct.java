package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.repair.Remedy;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The forms that do something about a run, each with its reason. */
public final class RunAct {
    /** For example {@code runs/2018-04-11-001/retry}. */
    public static final PagePath PATH = new PagePath("runs/{run}/{act}");

    private RunAct() {}

    /**
     * Does what a form asks for.
     *
     * @param below the path under {@code /console/}
     * @param field a field of the form by its name
     * @return where to look next; empty where this is none of these forms
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no reason, REFUSED where it may not be done
     */
    public static Optional<String> give(Operations operations, String below, UnaryOperator<String> field) {
        return PATH.match(below).flatMap(variables -> give(operations, variables, field.apply("reason")));
    }

    private static Optional<String> give(Operations operations, Map<String, String> variables, String reason) {
        String act = variables.getOrDefault("act", "");
        if (!act.equals(Remedy.RETRY) && !act.equals(Remedy.CLOSE)) {
            return Optional.empty();
        }
        RunId run = new Asked(new Reader(), variables, Map.of()).run();
        if (act.equals(Remedy.RETRY)) {
            operations.repair().retry(run, reason);
            return Optional.of(StandstillLine.href(run.value()));
        }
        operations.repair().close(run, reason);
        return Optional.of(RunLine.href(run.value()));
    }
}
