package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RunResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedVerdict;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RunData;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.operations.Runs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.SeenTrace;
import java.util.List;

/** The runs of a Vesper that runs elsewhere. */
record RunsClient(Transport http) implements Runs {
    @Override
    public List<RunRecord> newest(String after, int most) {
        return http.send(RunResources.NEWEST, new RunResources.Newest(after, most));
    }

    @Override
    public RunStages show(RunId run) {
        return http.send(RunResources.SHOW, new RunResources.Which(run));
    }

    @Override
    public RunState state(RunId run) {
        return http.send(RunResources.STATE, new RunResources.Which(run));
    }

    @Override
    public List<RunState> today() {
        return http.send(RunResources.TODAY, new RunResources.All());
    }

    @Override
    public List<RunProcess> processes(RunId run) {
        return http.send(RunResources.PROCESSES, new RunResources.Which(run));
    }

    @Override
    public MadeWith madeWith(RunId run) {
        return http.send(RunResources.MADE_WITH, new RunResources.Which(run));
    }

    @Override
    public RunData data(RunId run) {
        return http.send(RunResources.DATA, new RunResources.Which(run));
    }

    @Override
    public List<UsedRule> rules(RunId run) {
        return http.send(RunResources.RULES, new RunResources.Which(run));
    }

    @Override
    public SeenTrace trace(RunId run) {
        return http.send(RunResources.TRACE, new RunResources.Which(run));
    }

    @Override
    public List<Question> questions(RunId run) {
        return http.send(RunResources.QUESTIONS, new RunResources.Which(run));
    }

    @Override
    public List<String> reportFiles(RunId run) {
        return http.send(RunResources.REPORT_FILES, new RunResources.Which(run));
    }

    @Override
    public ReportFile reportFile(RunId run, String file) {
        return http.send(RunResources.REPORT_FILE, new RunResources.File(run, file));
    }

    @Override
    public List<ProposedOrder> proposedOrders(RunId run, int from, int most) {
        return http.send(RunResources.PROPOSED_ORDERS, new RunResources.Part(run, from, most));
    }

    @Override
    public List<ProposedHolding> proposedHoldings(RunId run, int from, int most) {
        return http.send(RunResources.PROPOSED_HOLDINGS, new RunResources.Part(run, from, most));
    }

    @Override
    public List<ProposedVerdict> proposedVerdicts(RunId run, int from, int most) {
        return http.send(RunResources.PROPOSED_VERDICTS, new RunResources.Part(run, from, most));
    }
}
