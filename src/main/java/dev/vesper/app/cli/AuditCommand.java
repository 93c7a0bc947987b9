package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.operations.Reader;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who did what, and whether the record is untouched. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Lists the audit rows and verifies their hash chain.",
        footer = {"", "Example: ./vesper audit verify"})
final class AuditCommand {
    private final Wiring wiring;

    AuditCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private static final int REFUSED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Oldest first.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("sequence", "at", "actor", "action", "subject", "rehearsal", "detail", "hash");
        for (AuditLog.Row row : wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.audit().rows())) {
            table.row(
                    row.sequence(),
                    row.at(),
                    row.actor(),
                    row.action().word(),
                    row.subject(),
                    row.rehearsal() ? "yes" : "no",
                    row.detail(),
                    format.format == Table.Format.TABLE ? row.hash().substring(0, 12) : row.hash());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Recomputes every hash; exit code 3 where a row was altered, removed or put in.")
    int verify() {
        PrintWriter out = spec.commandLine().getOut();
        OperationsAccess access = wiring.operations.access();
        List<AuditLog.Fault> faults =
                access.ask(new Reader(), operations -> operations.audit().verify());
        if (faults.isEmpty()) {
            List<AuditLog.Row> rows =
                    access.ask(new Reader(), operations -> operations.audit().rows());
            out.println(rows.size() + " rows, every hash follows from the row before"
                    + (rows.isEmpty() ? "" : "; head " + rows.getLast().hash()));
            out.flush();
            return 0;
        }
        faults.forEach(f -> out.println("row " + f.sequence() + ": " + f.message()));
        out.println(faults.size() + " faults: the audit was altered");
        out.flush();
        return REFUSED;
    }
}
