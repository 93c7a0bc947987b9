package dev.vesper.desk.repair.replay;

import dev.vesper.approvals.rows.RowRequest;
import dev.vesper.approvals.rows.RowState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.repair.RunStanding;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what replaying a day would change, and from which stages it cannot be replayed. Sound are those before which nothing
 * was decided that is bound to the run: the data, and the decision on it.
 */
public final class ReplayPlans {
    /** In the order of the day. */
    private static final List<ShownStage> STAGES = Stream.of(
                    CheckData.NAME, Rebalance.NAME, SettleApproval.NAME, WorkOrders.NAME, WriteReport.REPORT)
            .map(name -> name.stage())
            .toList();

    private final RunStanding.Stores stores;
    private final DataCheckStore checks;
    private final EventLog events;

    public ReplayPlans(RunStanding.Stores stores, DataCheckStore checks, EventLog events) {
        this.stores = stores;
        this.checks = checks;
        this.events = events;
    }

    /** From which stages a day can be replayed now. */
    public ReplayChoices choices(RunId id) {
        RunStanding now = stores.of(id);
        String whole = refusal(now);
        return new ReplayChoices(
                now.stands(),
                whole,
                STAGES.stream()
                        .map(stage -> new ReplayStage(
                                stage.word(), state(now, stage), whole.isEmpty() ? refusal(now, stage.word()) : whole))
                        .toList());
    }

    /**
     * What would change.
     *
     * @param from the first stage that would be worked anew
     * @throws Problem of kind INPUT where the run or the stage is unknown
     */
    public ReplayPlan plan(RunId id, String from) {
        RunStanding now = stores.of(id);
        List<String> known = STAGES.stream().map(ShownStage::word).toList();
        if (!known.contains(from)) {
            throw Problem.usage("Expected a stage of the day (" + String.join(", ", known) + "), but got \""
                    + Visible.line(from) + "\"" + NearestName.hint(from, known));
        }
        String whole = refusal(now);
        String refusal = whole.isEmpty() ? refusal(now, from) : whole;
        Optional<ReplayFrom> sound = sound(from);
        List<String> anew = known.subList(known.indexOf(from), known.size());
        ReplayPlan plan = new ReplayPlan(
                id,
                from,
                now.stands(),
                sound.filter(ReplayFrom::takesOver).map(_ -> taken(id)).orElse(List.of()),
                List.of(
                        String.join(", ", anew) + ", by the rules, the processes and the program as they are then",
                        "every question to people: nobody's answer is taken over"),
                effects(now, sound),
                refusal,
                "");
        FieldSum sum = new FieldSum();
        now.addTo(sum);
        sum.add(refusal);
        plan.lines().forEach(sum::add);
        return new ReplayPlan(id, from, plan.stands(), plan.taken(), plan.anew(), plan.effects(), refusal, sum.hex());
    }

    /** The stage as it is kept; only those from which a day may be replayed have one. */
    static ReplayFrom allowed(String from) {
        return sound(from).orElseThrow(() -> new IllegalArgumentException("Expected a sound stage, but got " + from));
    }

    private static Optional<ReplayFrom> sound(String from) {
        return Stream.of(ReplayFrom.values())
                .filter(one -> one.word().equals(from))
                .findFirst();
    }

    /** Why the day cannot be replayed, whatever the stage; empty where it can. */
    private static String refusal(RunStanding now) {
        RunRecord run = now.run();
        if (run.supersededBy() != null) {
            return "run " + run.supersededBy() + " has taken its place already; look at that one";
        }
        if (now.sent() > 0) {
            return (now.sent() == Integer.MAX_VALUE
                            ? "what was sent cannot be read"
                            : Counted.of(now.sent(), "child order") + (now.sent() == 1 ? " has" : " have") + " left")
                    + ", and what a venue was told is not decided anew: "
                    + (run.status().ended()
                            ? "the next day opens with what was filled, and books reverse corrects a trade"
                            : "try the run again, or close it: what it had filled is posted, and the next day opens"
                                    + " with it");
        }
        if (run.status().ended()) {
            return "the run has ended; where its date has not traded, open it anew: ./vesper eod --date " + run.date();
        }
        return now.goesOn("replayed");
    }

    /** Why it cannot be replayed from a stage; empty where it can. */
    private String refusal(RunStanding now, String from) {
        if (from.equals(SettleApproval.NAME.stage().word())) {
            return "what rebalance proposed is bound to this run, its files and its rules by one sum, and no other run's;"
                    + " replay from rebalance: the same files, seed and rules propose the same orders, and people are"
                    + " asked anew";
        }
        if (from.equals(WorkOrders.NAME.stage().word())) {
            return "what was approved was approved for this run alone; try the run again, which decides nothing twice, or"
                    + " replay from rebalance";
        }
        if (from.equals(WriteReport.REPORT.stage().word())) {
            return "a report tells what its own run did; try the run again, or move its token to report";
        }
        return allowed(from).takesOver() ? untaken(now.run().id()) : "";
    }

    /** Why the accepted data cannot be taken over, as far as the record tells without reading all of it. */
    private String untaken(RunId run) {
        try {
            RowState state = CheckedData.recorded(events, run);
            if (state.check() == null || checks.data(run).isEmpty()) {
                return "its data is not checked yet; replay from check-data";
            }
            return state.requests().stream().anyMatch(request -> request.standing() == RowRequest.Standing.AGREED)
                    ? "two people decided rows of its data, which holds for this run alone; replay from check-data, and"
                            + " decide them there"
                    : "";
        } catch (BrokenHistory altered) {
            return "the record of its data does not hold: " + altered.getMessage();
        }
    }

    private List<String> taken(RunId run) {
        return checks.data(run)
                .map(check -> List.of("the frozen files of " + run + ", byte for byte", data(run, check)))
                .orElse(List.of());
    }

    private String data(RunId run, DataCheck check) {
        String sum;
        try {
            var recorded = CheckedData.recorded(events, run).check();
            sum = recorded == null ? "" : ", sum " + Sha256.shortened(recorded.sha256());
        } catch (BrokenHistory altered) {
            sum = "";
        }
        return "data as check-data accepted it: snapshot " + check.snapshot() + ", " + Counted.of(check.rows(), "row")
                + ", " + check.quarantined() + " set aside" + sum
                + (check.blocking() ? "; it broke its contract, so its release is asked anew" : "");
    }

    private static List<String> effects(RunStanding now, Optional<ReplayFrom> from) {
        RunId run = now.run().id();
        return List.of(
                "A new run of " + now.run().date() + " with seed " + now.run().seed() + " takes the place of " + run
                        + ", which is closed for good: it has sent nothing, and sends nothing.",
                from.filter(ReplayFrom::takesOver).isPresent()
                        ? "What the firm delivered since, and what the books know since, is for the next day."
                        : "The firm's files are read as they are then, and the books open as they stand then.");
    }

    private static String state(RunStanding now, ShownStage stage) {
        return now.stages().stream()
                .filter(one -> one.name().equals(stage))
                .map(one -> one.state() == StageState.DONE
                        ? "done"
                        : one.state().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("not done");
    }
}
