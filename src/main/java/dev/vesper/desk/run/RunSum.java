package dev.vesper.desk.run;

import dev.vesper.basics.FieldSum;
import dev.vesper.orders.slice.RowSum;

/** The sum of what stays of a run from its opening on: its id, date, firm folder, seed, rehearsal flag and opening time. */
public final class RunSum {
    private RunSum() {}

    public static RowSum of(RunRecord run) {
        FieldSum sum = new FieldSum();
        sum.add(run.id().value());
        sum.add(run.date().toString());
        sum.add(run.firm());
        sum.add(Long.toString(run.seed()));
        sum.add(Boolean.toString(run.rehearsal()));
        sum.add(run.openedAt().toString());
        return new RowSum(1, sum.hex());
    }
}
