package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.Snapshots;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.report.StoredReports;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.trace.TraceLinks;
import dev.vesper.execution.cost.ExpectedCost;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What questions about runs are answered from.
 *
 * @param states where runs stand
 * @param traces where their traces are seen
 * @param data what the contracts said of their data
 * @param snapshots asked for with the first question about them
 * @param questions what people are asked, by each part of the business
 * @param leftOut what people left out of what they approved, by order
 * @param costs what orders of a run are expected to cost; empty where its frozen files are gone
 * @param resume asked for with the first run that is to go on, and only where there is a worker
 * @param worker who may be working on open runs, as said to people; empty where nobody is
 */
public record RunParts(
        RunStore runs,
        RunStates states,
        TraceLinks traces,
        DataCheckStore data,
        Supplier<Snapshots> snapshots,
        List<Questions> questions,
        RebalanceStore decisions,
        Function<RunId, SequencedMap<String, LeftOutOrder>> leftOut,
        Function<RunId, Optional<ExpectedCost>> costs,
        StoredReports reports,
        AbandonRun abandon,
        Incidents incidents,
        Supplier<ResumeRun> resume,
        Optional<String> worker) {
    public RunParts {
        questions = List.copyOf(questions);
    }
}
