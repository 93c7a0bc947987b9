package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.AuditPage;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.text.AuditExport;
import dev.vesper.adapters.text.AuditFormat;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.operations.Audit;
import dev.vesper.desk.operations.Operations;
import java.util.Arrays;
import java.util.Locale;

/** The rows of the audit that fit, as a file for whoever may see them; written while they are read. */
final class AuditExports {
    /** With the filters of the page behind it. */
    static final PagePath PATH = new PagePath("audit/export/{format}");

    private AuditExports() {}

    static Reply find(Operations operations, Asked asked) {
        asked.only(AuditPage.FILTERS);
        AuditFormat format = format(asked.path().getOrDefault("format", ""));
        AuditQuery query = AuditPage.query(asked.query());
        Audit audit = operations.audit();
        ChainHead head = audit.head(); // what cannot be read is refused before anything is sent
        return Reply.streamed(format.type(), out -> AuditExport.write(audit, query, format, out))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"audit-" + head.sequence() + "." + format.word() + "\"");
    }

    private static AuditFormat format(String word) {
        return Arrays.stream(AuditFormat.values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected "
                        + String.join(
                                ", ",
                                Arrays.stream(AuditFormat.values())
                                        .map(AuditFormat::word)
                                        .toList())
                        + ", but got \"" + word.toLowerCase(Locale.ROOT) + "\""));
    }
}
