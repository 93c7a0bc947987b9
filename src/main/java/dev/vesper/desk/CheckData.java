package dev.vesper.desk;

import dev.vesper.basics.RunId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Stage 1: the firm's files go into the lake untouched, the contract judges the prices, bad rows are set aside. */
public final class CheckData implements Stage {
    private final RunStore store;
    private final Inputs inputs;
    private final FileIntake intake;
    private final Lake lake;
    private final ZoneId zone;

    public CheckData(RunStore store, Inputs inputs, FileIntake intake, Lake lake, ZoneId zone) {
        this.store = store;
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
        DataCheck check = store.data(run).orElseGet(() -> check(run));
        return Map.of(
                "dataVerdict",
                check.blocking() ? "blocked" : "passed",
                "summary",
                check.rows() + " rows, " + check.quarantined() + " quarantined, "
                        + check.breaches().size() + " breaches");
    }

    private DataCheck check(RunId run) {
        RunRecord record = store.find(run).orElseThrow();
        Firm firm = inputs.firm(run);
        List<RawObject> raw = intake.takeIn(firm, run);
        DataCheck check = lake.check(
                firm, run, raw, record.date(), record.openedAt().atZone(zone).toLocalDate());
        store.saveData(run, check);
        return check;
    }
}
