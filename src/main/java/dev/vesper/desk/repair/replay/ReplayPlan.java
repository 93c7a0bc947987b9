package dev.vesper.desk.repair.replay;

import dev.vesper.basics.RunId;
import java.util.ArrayList;
import java.util.List;

/**
 * What replaying a day would change, as things stand.
 *
 * @param from the first stage that would be worked anew
 * @param stands where the run is, for people
 * @param taken what the new run would take over, a line each
 * @param anew what would be done anew, a line each
 * @param effects what would happen beside, a sentence each
 * @param refusal why it cannot be done now; empty where it can
 * @param shown sum of all this and of where the run stands, 64 hex digits
 */
public record ReplayPlan(
        RunId run,
        String from,
        String stands,
        List<String> taken,
        List<String> anew,
        List<String> effects,
        String refusal,
        String shown) {
    public ReplayPlan {
        taken = List.copyOf(taken);
        anew = List.copyOf(anew);
        effects = List.copyOf(effects);
    }

    /** Whether somebody may ask for it now. */
    public boolean allowed() {
        return refusal.isEmpty();
    }

    /** All of it in lines, as both people see it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("run", run + ", " + stands));
        lines.add(row("from", from));
        taken.forEach(one -> lines.add(row("taken over", one)));
        anew.forEach(one -> lines.add(row("anew", one)));
        effects.forEach(one -> lines.add(row("effect", one)));
        return List.copyOf(lines);
    }

    private static String row(String what, String figure) {
        return String.format("%-10s %s", what, figure);
    }
}
