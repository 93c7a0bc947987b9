package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;

/** One file of a run's report, and where it is. */
public record FileLink(String name, String href) {
    static FileLink of(RunId run, String file) {
        return new FileLink(file, RunLine.href(run.value()) + "/report/" + file);
    }
}
