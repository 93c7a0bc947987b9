package dev.vesper.desk.quarantine;

import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants done with rows that were set aside.
 *
 * @param rows which of them
 * @param values new values by column, where they are to be corrected; the same for each of the rows
 */
public record RowAsk(RowAct act, List<RowPlace> rows, Map<String, String> values) {
    public RowAsk {
        rows = List.copyOf(rows);
        values = Map.copyOf(values);
    }
}
