package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.SeenTrace;
import java.util.List;

/** Runs for one caller: what they show, and what moves them. */
record RunTopic(Guard guard, RunParts parts) implements Runs {
    @Override
    public List<RunRecord> newest(String after, int most) {
        return parts.runs().recent(after.isEmpty() ? null : known(page(after)), Bounds.positive(most));
    }

    @Override
    public RunStages show(RunId run) {
        RunRecord known = known(run);
        return new RunStages(
                known,
                parts.runs().stages(run),
                known.status().ended() ? List.of() : parts.incidents().open(run));
    }

    @Override
    public RunState state(RunId run) {
        return parts.states().of(known(run));
    }

    @Override
    public List<RunState> today() {
        return parts.states().today();
    }

    @Override
    public List<RunProcess> processes(RunId run) {
        return parts.states().processes(known(run).id());
    }

    @Override
    public MadeWith madeWith(RunId run) {
        return parts.states().madeWith(known(run).id());
    }

    @Override
    public RunData data(RunId run) {
        RunId id = known(run).id();
        return parts.data()
                .data(id)
                .map(check -> new RunData(
                        check.rows(),
                        check.quarantined(),
                        check.firstDate(),
                        check.lastDate(),
                        parts.snapshots().get().of(id)))
                .orElseGet(() -> new RunData(0, 0, null, null, List.of()));
    }

    @Override
    public List<UsedRule> rules(RunId run) {
        return parts.states().rules(known(run).id());
    }

    @Override
    public SeenTrace trace(RunId run) {
        return parts.traces().of(known(run));
    }

    @Override
    public List<Question> questions(RunId run) {
        known(run);
        return parts.questions().stream()
                .flatMap(part -> part.ofRun(run).stream())
                .toList();
    }

    @Override
    public List<String> reportFiles(RunId run) {
        return parts.reports().files(known(run).id());
    }

    @Override
    public ReportFile reportFile(RunId run, String file) {
        return ReportFile.of(file, parts.reports().read(known(run).id(), file));
    }

    @Override
    public List<ProposedOrder> proposedOrders(RunId run, ProposedView view, int from, int most) {
        RunId id = known(run).id();
        int skipped = Bounds.notNegative(from);
        int shown = Bounds.positive(most);
        return parts.decisions()
                .withoutPasses(id)
                .map(decided -> ProposedOrder.of(
                        decided,
                        new ProposedOrder.Known(
                                LimitUsed.of(parts.decisions(), id),
                                parts.leftOut().apply(id),
                                parts.costs().apply(id)),
                        view,
                        skipped,
                        shown))
                .orElse(List.of());
    }

    @Override
    public ProposedTotals proposedTotals(RunId run) {
        RunId id = known(run).id();
        return ProposedTotals.of(
                parts.decisions().withoutPasses(id).orElse(new RebalanceResult(List.of(), List.of(), List.of())),
                parts.leftOut().apply(id).keySet(),
                parts.costs().apply(id));
    }

    @Override
    public List<ProposedHolding> proposedHoldings(RunId run, int from, int most) {
        return parts.decisions().withoutPasses(known(run).id()).map(ProposedHolding::of).orElse(List.of()).stream()
                .skip(Bounds.notNegative(from))
                .limit(Bounds.positive(most))
                .toList();
    }

    @Override
    public List<ProposedVerdict> proposedVerdicts(RunId run, int from, int most) {
        return ProposedVerdict.of(parts.decisions(), known(run).id(), Bounds.notNegative(from), Bounds.positive(most));
    }

    /** Where a page ended, as its last run says it. */
    private static RunId page(String after) {
        try {
            return new RunId(after);
        } catch (IllegalArgumentException noRun) {
            throw Problem.usage("Expected after to be a run, but got \"" + after + "\"");
        }
    }

    private RunRecord known(RunId run) {
        return parts.runs()
                .find(run)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }
}
