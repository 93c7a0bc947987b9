package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;

/** One file of a run's report, and where it is. */
public record FileLink(String name, String href) {
    private static final String PAGE = "report.html";

    static FileLink of(RunId run, String file) {
        return new FileLink(file, RunLine.href(run.value()) + "/report/" + file);
    }

    /** The page of a run's report, or empty where that was not written. */
    static Optional<FileLink> page(Operations operations, RunId run) {
        return operations.runs().reportFiles(run).contains(PAGE) ? Optional.of(of(run, PAGE)) : Optional.empty();
    }
}
