package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.KnownWork;
import dev.vesper.adapters.processes.KnownWork.Told;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.report.WriteReport;
import java.util.List;

/** What the process files may ask for, a line each; a test finds what was forgotten. */
final class ServedWork {
    static final KnownWork ALL = new KnownWork(
            List.of(
                    CheckData.NAME,
                    Rebalance.NAME,
                    SettleApproval.NAME,
                    WorkOrders.NAME,
                    WriteReport.REPORT,
                    WriteReport.CLOSE_REFUSED),
            List.of(
                    Told.byStage(CheckData.VERDICT, CheckData.NAME),
                    Told.byStage(SettleApproval.APPROVAL, SettleApproval.NAME),
                    Told.byEveryUserTask(UserTasks.DECISION)));

    private ServedWork() {}
}
