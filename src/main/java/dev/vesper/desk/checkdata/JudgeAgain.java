package dev.vesper.desk.checkdata;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Judges the data of a run again, as {@link CheckData} did, with what people decided of single rows of its prices. */
public final class JudgeAgain {
    private final Function<RunId, Firm> firms;
    private final Supplier<FileIntake> intake;
    private final Supplier<? extends Lake> lake;
    private final Supplier<? extends RowJudge> judge;
    private final ZoneId zone;

    /**
     * Over the ports of the check.
     *
     * @param firms the firm as a run sees it
     * @param zone of the day that is "today" for the run
     */
    public JudgeAgain(
            Function<RunId, Firm> firms,
            Supplier<FileIntake> intake,
            Supplier<? extends Lake> lake,
            Supplier<? extends RowJudge> judge,
            ZoneId zone) {
        this.firms = firms;
        this.intake = intake;
        this.lake = lake;
        this.judge = judge;
        this.zone = zone;
    }

    /** The file of the run's prices as it was delivered. */
    public RawObject file(RunRecord run) {
        return prices(intake.get().takeIn(firms.apply(run.id()), run.id()));
    }

    /**
     * What the contracts say with decided rows.
     *
     * @param keep whether the accepted rows become a snapshot
     * @throws Problem of kind REFUSED where the file is not the one whose rows were decided
     */
    public RowJudge.Judged judge(RunRecord run, List<DecidedRows> decided, boolean keep) {
        Firm firm = firms.apply(run.id());
        List<RawObject> raw = intake.get().takeIn(firm, run.id());
        String sum = prices(raw).sha256();
        if (decided.stream()
                .flatMap(rows -> rows.rows().stream())
                .anyMatch(row -> !row.sha256().equals(sum))) {
            throw Problem.refused("Expected the prices of " + run.id()
                    + " as they were when its rows were decided, but the file was altered since");
        }
        LocalDate today = run.openedAt().atZone(zone).toLocalDate();
        RowJudge.Judged judged = judge.get().again(Lake.PRICES, firm, run.id(), raw, run.date(), today, decided, keep);
        DataCheck check = judged.check();
        for (String product : lake.get().delivered(raw)) {
            if (!product.equals(Lake.PRICES)) {
                check = check.and(product, lake.get().check(product, firm, run.id(), raw, run.date(), today));
            }
        }
        return new RowJudge.Judged(check, judged.against());
    }

    /** The rows of the prices that were set aside, value by value. */
    public Map<RowPlace, Map<String, String>> cells(RunId run, Set<RowPlace> places) {
        return judge.get().cells(run, Lake.PRICES, places);
    }

    /** The rows of the prices that are still set aside after a request. */
    public Set<RowPlace> aside(RunId run, int request) {
        return judge.get().aside(run, Lake.PRICES, request);
    }

    private static RawObject prices(List<RawObject> raw) {
        return raw.stream()
                .filter(object -> object.name().startsWith(Lake.PRICES + ".csv"))
                .findFirst()
                .orElseThrow(
                        () -> Problem.refused("Expected the prices of the run among its files, but they are gone"));
    }
}
