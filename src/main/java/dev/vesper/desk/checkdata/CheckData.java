package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Stage 1: the firm's files go into the lake untouched, the contract judges the prices, bad rows are set aside. */
public final class CheckData implements Stage {
    private final RunStore runs;
    private final DataCheckStore checks;
    private final Inputs inputs;
    private final FileIntake intake;
    private final Lake lake;
    private final ZoneId zone;

    public CheckData(RunStore runs, DataCheckStore checks, Inputs inputs, FileIntake intake, Lake lake, ZoneId zone) {
        this.runs = runs;
        this.checks = checks;
        this.inputs = inputs;
        this.intake = intake;
        this.lake = lake;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "check-data";
    }

    @Override
    public Map<String, Object> run(RunId run) {
        DataCheck check = checks.data(run).orElseGet(() -> check(run));
        return Map.of(
                "dataVerdict",
                check.blocking() ? "blocked" : "passed",
                "summary",
                check.rows() + " rows, " + check.quarantined() + " quarantined, "
                        + check.breaches().size() + " breaches");
    }

    private DataCheck check(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        Firm firm = inputs.firm(run);
        List<RawObject> raw = intake.takeIn(firm, run);
        DataCheck check = lake.check(
                firm, run, raw, record.date(), record.openedAt().atZone(zone).toLocalDate());
        checks.saveData(run, check);
        return check;
    }
}
