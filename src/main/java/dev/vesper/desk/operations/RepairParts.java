package dev.vesper.desk.operations;

import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.SetAside;
import dev.vesper.desk.quarantine.DecideRows;
import dev.vesper.desk.repair.RunRepair;
import dev.vesper.desk.repair.Standstills;
import dev.vesper.desk.repair.SupportBundle;
import dev.vesper.desk.repair.move.MoveToken;
import dev.vesper.desk.repair.replay.ReplayDay;
import java.util.function.Supplier;

/**
 * What questions about runs that stand still, or whose data is not whole, are answered from.
 *
 * @param setAside asked for with the first question about rows that were set aside
 * @param rows asked for with the first question about what became of them
 * @param moves asked for with the first question about a token
 * @param replays asked for with the first question about a day that is to be replayed
 */
public record RepairParts(
        Standstills standstills,
        RunRepair repair,
        SupportBundle bundle,
        DataCheckStore checks,
        Supplier<SetAside> setAside,
        Supplier<DecideRows> rows,
        Supplier<MoveToken> moves,
        Supplier<ReplayDay> replays) {
    /** In the audit, whoever gave no name. */
    static final String NOBODY = "nobody";
}
