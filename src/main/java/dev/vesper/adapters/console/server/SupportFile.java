package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.PagePath;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;

/** The support bundle, made and handed over at one click. */
final class SupportFile {
    static final PagePath PATH = new PagePath("support/bundle");

    private SupportFile() {}

    /** @throws dev.vesper.basics.Problem of kind REFUSED where the caller may not see the audit */
    static Reply make(Operations operations) {
        ReportFile made = operations.repair().bundle();
        return Reply.of(200, "application/zip", made.content())
                .with("Content-Disposition", "attachment; filename=\"" + made.name() + "\"");
    }
}
