package dev.vesper.adapters.lake;

import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what stands against rows that people decided: the contract's own words for each that it still cannot use. */
final class DecidedChecks {
    private static final int SHOWN = 3;

    private final TableCheck check;
    private final Map<RowPlace, String> aside;
    private final Set<RowPlace> before;

    /**
     * @param aside what is set aside with the decided rows, and why
     * @param before what was set aside without them
     */
    DecidedChecks(TableCheck check, Map<RowPlace, String> aside, Set<RowPlace> before) {
        this.check = check;
        this.aside = aside;
        this.before = before;
    }

    List<String> against(List<RowChange> changes) throws SQLException {
        List<String> against = new ArrayList<>();
        for (RowChange change : changes) {
            if (change.act() != RowAct.REJECT) {
                String why = aside.get(change.place());
                if (why != null) {
                    against.add(change.place() + " cannot be " + change.act().past() + ": " + why);
                } else if (check.later(change.place())) {
                    against.add(change.place() + " cannot be " + change.act().past()
                            + ": its date is after the business date");
                }
            }
        }
        List<RowPlace> broken =
                aside.keySet().stream().filter(place -> !before.contains(place)).toList();
        if (!broken.isEmpty()) {
            against.add("good rows would not be used any more: "
                    + broken.stream()
                            .limit(SHOWN)
                            .map(place -> place + ": " + aside.get(place))
                            .collect(Collectors.joining("; ")));
        }
        return against;
    }
}
