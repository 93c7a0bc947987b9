package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
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
            ActForm.at("incidents/retry", (operations, filled) -> {
                List<RunId> runs =
                        filled.all("run").stream().map(RepairForms::run).toList();
                operations.repair().retryAll(runs, filled.why());
                return new Done.At(IncidentsPage.tried(runs));
            }),
            ActForm.at("runs/{run}/close", (operations, filled) -> {
                RunId run = run(filled);
                operations.repair().close(run, filled.reason());
                return new Done.At(RunLine.href(run.value()));
            }),
            ActForm.at("runs/{run}/move/ask", (operations, filled) -> {
                Question task = operations
                        .repair()
                        .askMove(
                                run(filled), filled.text("to"), filled.text("set"), filled.text("shown"), filled.why());
                return new Done.At(TaskLine.href(task.id()));
            }),
            ActForm.at("runs/{run}/replay/ask", (operations, filled) -> {
                Question task = operations
                        .repair()
                        .askReplay(run(filled), filled.text("from"), filled.text("shown"), filled.why());
                return new Done.At(TaskLine.href(task.id()));
            }),
            ActForm.at(
                    "support/bundle",
                    (operations, filled) -> new Done.Handed(operations.repair().bundle())));

    private RepairForms() {}

    private static RunId run(Filled filled) {
        return run(filled.at("run"));
    }

    private static RunId run(String run) {
        return new Asked(new Reader(), Map.of("run", run), Map.of()).run();
    }
}
