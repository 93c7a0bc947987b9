package dev.vesper.desk.checkdata;

import dev.vesper.basics.Counted;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.ProcessValue;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Stage 1: the firm's files go into the lake untouched, each data product's contract judges its rows, bad rows are
 * set aside. */
public final class CheckData implements Stage {
    public static final StageName NAME = StageName.of("check-data");
    public static final ProcessVariable<DataVerdict> VERDICT = new ProcessVariable<>("dataVerdict", DataVerdict.class);

    private final RunStore runs;
    private final DataCheckStore checks;
    private final Function<RunId, Firm> firms;
    private final FileIntake intake;
    private final Lake lake;
    private final ZoneId zone;

    /**
     * The stage over its ports.
     *
     * @param firms the firm as a run sees it
     * @param zone of the day that is "today" for the run
     */
    public CheckData(
            RunStore runs,
            DataCheckStore checks,
            Function<RunId, Firm> firms,
            FileIntake intake,
            Lake lake,
            ZoneId zone) {
        this.runs = runs;
        this.checks = checks;
        this.firms = firms;
        this.intake = intake;
        this.lake = lake;
        this.zone = zone;
    }

    @Override
    public StageName name() {
        return NAME;
    }

    @Override
    public Result run(RunId run) {
        DataCheck check = checks.data(run).orElseGet(() -> check(run));
        return new Result(
                check.blocking() ? DataVerdict.BLOCKED : DataVerdict.PASSED,
                check.rows(),
                check.quarantined(),
                check.breaches().size());
    }

    private DataCheck check(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        Firm firm = firms.apply(run);
        List<RawObject> raw = intake.takeIn(firm, run);
        LocalDate today = record.openedAt().atZone(zone).toLocalDate();
        DataCheck check = lake.check(Lake.PRICES, firm, run, raw, record.date(), today);
        for (String product : lake.delivered(raw)) {
            if (!product.equals(Lake.PRICES)) {
                check = check.and(product, lake.check(product, firm, run, raw, record.date(), today));
            }
        }
        checks.saveData(run, check);
        return check;
    }

    /** What the contract said, in figures. */
    public record Result(DataVerdict verdict, long rows, long quarantined, int breaches) implements StageResult {
        @Override
        public String summary() {
            return Counted.of(rows, "row") + ", " + quarantined + " quarantined, "
                    + Counted.of(breaches, "breach", "breaches");
        }

        @Override
        public List<ProcessValue<?>> tells() {
            return List.of(VERDICT.is(verdict));
        }
    }
}
