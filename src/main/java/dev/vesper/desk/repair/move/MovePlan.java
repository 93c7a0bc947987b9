package dev.vesper.desk.repair.move;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.EntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What moving a token would change, as things stand.
 *
 * @param attempt which instance of the run has the token now, from 1
 * @param from where it is, for people
 * @param to where it would go, for people: {@code execute-orders (Execute the orders)}
 * @param entry where the next instance would take up its work
 * @param passedOver what is not done and would not be done, for people
 * @param effects what would happen, a sentence each
 * @param refusal why it cannot be done now; empty where it can
 * @param shown sum of all this and of where the run stands, 64 hex digits
 */
public record MovePlan(
        RunId run,
        int attempt,
        String from,
        String to,
        EntryPoint entry,
        List<String> passedOver,
        List<String> effects,
        String refusal,
        String shown) {
    public MovePlan {
        passedOver = List.copyOf(passedOver);
        effects = List.copyOf(effects);
    }

    /** Whether somebody may ask for it now. */
    public boolean allowed() {
        return refusal.isEmpty();
    }

    /** All of it in lines, as both people see it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("from", from));
        lines.add(row("to", to));
        for (Map.Entry<String, String> set : entry.variables().entrySet()) {
            lines.add(row("variable", set.getKey() + " = \"" + set.getValue() + "\""));
        }
        passedOver.forEach(one -> lines.add(row("passed by", one)));
        effects.forEach(one -> lines.add(row("effect", one)));
        return List.copyOf(lines);
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
