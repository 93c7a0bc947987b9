package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.quarantine.RowAsk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of rows that were set aside: release or reject those that are picked, correct one. */
final class RowForms {
    static final List<PageForm> ALL = List.of(ActForm.at("runs/{run}/set-aside/decide", (operations, filled) -> {
        RunId run = new Asked(new Reader(), filled.path(), Map.of()).run();
        RowAct act = RowAct.of(filled.text("act"));
        List<RowPlace> rows = filled.all("row").stream().map(RowPlace::of).toList();
        operations
                .repair()
                .decideRows(
                        run, new RowAsk(act, rows, act == RowAct.CORRECT ? values(filled) : Map.of()), filled.why());
        return new Done.At(SetAsidePage.href(run.value()));
    }));

    private RowForms() {}

    private static Map<String, String> values(Filled filled) {
        Map<String, String> values = new LinkedHashMap<>();
        filled.all("column").forEach(column -> values.put(column, filled.text("value-" + column)));
        return values;
    }
}
