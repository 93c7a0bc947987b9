package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.limits.Breach;
import java.util.List;
import java.util.function.Predicate;

/** Limits that accounts do not keep before anything is ordered, until they are cured: age, owner and plan. */
public final class BreachesPage implements Page {
    static final String WORD = "breaches";
    private static final String ACTIVE = Breach.Cause.ACTIVE.word();

    /** Of those that were cured, so many. */
    private static final int CURED = 200;

    /**
     * What the template shows.
     *
     * @param standing the oldest first
     * @param cured the newest first
     * @param may whether the caller may act here
     * @param byCommand whether a command acts, since who looks did not sign in
     * @param command that says who looks after one
     */
    public record Model(List<Line> standing, List<Line> cured, boolean may, boolean byCommand, String command) {}

    /**
     * One breach.
     *
     * @param subject an instrument or a group, or {@code all of it}
     * @param run page of the limits of the run that saw it last
     * @param age in days
     * @param made who made it, for people
     * @param href where its form goes
     */
    public record Line(
            String id,
            String state,
            Tone tone,
            String rule,
            String account,
            String subject,
            String limit,
            String used,
            String run,
            String runHref,
            String opened,
            String cured,
            String age,
            String made,
            String owner,
            String plan,
            String waiver,
            boolean rehearsal,
            String href) {
        static Line of(BreachRecord one) {
            return new Line(
                    one.id(),
                    one.word(),
                    one.cured() != null ? Tone.QUIET : one.waiver().isEmpty() ? Tone.BAD : Tone.WARN,
                    one.rule(),
                    one.account(),
                    one.subject().isEmpty() ? "all of it" : one.subject(),
                    Numbers.exact(one.limit()),
                    Numbers.exact(one.used()),
                    one.run(),
                    LimitsPage.href(one.run()),
                    one.opened().toString(),
                    one.cured() == null ? "" : one.cured().toString(),
                    Counted.of(one.ageDays(), "day"),
                    one.cause() + (one.cause().equals(ACTIVE) ? ": orders of ours made it" : ""),
                    one.owner().isEmpty() ? "nobody" : one.owner(),
                    one.plan().isEmpty() ? "none" : one.plan(),
                    one.waiver(),
                    one.rehearsal(),
                    PagePath.ROOT + WORD + "/" + PercentText.encoded(one.id()) + "/owner");
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Breaches";
    }

    @Override
    public String help() {
        return WORD;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        Caller caller = asked.caller();
        List<BreachRecord> all = operations.breaches().all();
        return new Model(
                lines(all, one -> one.cured() == null, all.size()),
                lines(all, one -> one.cured() != null, CURED),
                caller instanceof SignedIn && caller.may(Permission.ANSWER_TASKS),
                !(caller instanceof SignedIn),
                "./vesper limits breaches take P-1 --owner WHO --plan WHAT --as " + Words.name(caller));
    }

    private static List<Line> lines(List<BreachRecord> all, Predicate<BreachRecord> which, int most) {
        return all.stream().filter(which).limit(most).map(Line::of).toList();
    }
}
