package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Reader;
import java.util.List;
import java.util.Map;

/** What is done about a run that stands still, each with its reason, and the bundle for whoever helps. */
final class RepairForms {
    static final List<PageForm> ALL = List.of(
            ActForm.at("runs/{run}/retry", (operations, filled) -> {
                RunId run = run(filled);
                operations.repair().retry(run, filled.reason());
                return new Done.At(StandstillLine.href(run.value()));
            }),
            ActForm.at("runs/{run}/close", (operations, filled) -> {
                RunId run = run(filled);
                operations.repair().close(run, filled.reason());
                return new Done.At(RunLine.href(run.value()));
            }),
            ActForm.at(
                    "support/bundle",
                    (operations, filled) -> new Done.Handed(operations.repair().bundle())));

    private RepairForms() {}

    private static RunId run(Filled filled) {
        return new Asked(new Reader(), filled.path(), Map.of()).run();
    }
}
