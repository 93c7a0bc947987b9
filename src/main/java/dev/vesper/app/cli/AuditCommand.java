package dev.vesper.app.cli;

import dev.vesper.adapters.store.AuditAnchor;
import dev.vesper.adapters.text.AuditExport;
import dev.vesper.adapters.text.AuditFormat;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainCheck;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorState;
import dev.vesper.desk.operations.Audit;
import dev.vesper.desk.operations.Reader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private static final int TOLD_EVERY = 50_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Oldest first; all rows that fit the filters.", "Times are UTC; --to with that day."},
            footer = {"", "Example: ./vesper audit list --who carol --action trades-approved --from 2018-04-11"})
    int list(@Mixin AuditFilter filter, @Mixin FormatOption format) {
        Table table = new Table(
                "sequence",
                "at",
                "actor",
                "action",
                "subject",
                "rehearsal",
                "detail",
                "before",
                "after",
                "origin",
                "hash");
        for (AuditLog.Row row :
                wiring.operations.access().ask(new Reader(), operations -> filter.rows(operations.audit()))) {
            table.row(
                    row.sequence(),
                    row.at(),
                    row.actor(),
                    row.action().word(),
                    row.subject(),
                    row.rehearsal() ? "yes" : "no",
                    row.detail(),
                    row.before(),
                    row.after(),
                    row.origin(),
                    format.format == Table.Format.TABLE ? row.hash().substring(0, 12) : row.hash());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes every row that fits, oldest first, with all that its hash is made of, and the newest row of the log.",
                "Whoever has the file can check the chain without Vesper."
            },
            footer = {"", "Example: ./vesper audit export --from 2018-04-11 --format csv --out audit.csv"})
    int export(
            @Mixin AuditFilter filter,
            @Option(
                            names = "--format",
                            paramLabel = "csv|json|jsonl",
                            defaultValue = "csv",
                            description = "csv for spreadsheets (default), json or jsonl for programs.")
                    AuditFormat format,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Writes to a file instead of standard output: whole, or not at all.")
                    @Nullable
                    Path out) {
        filter.mustBeWhole();
        AuditQuery query = filter.query();
        OperationsAccess access = wiring.operations.access();
        PrintWriter standard = spec.commandLine().getOut();
        access.ask(new Reader(), operations -> {
            if (out == null) {
                return written(operations.audit(), query, format, standard);
            }
            OutFile.write(
                    out,
                    wiring.settings.state(),
                    file -> wiring.console.say("Wrote " + out + ": "
                            + Counted.of(AuditExport.write(operations.audit(), query, format, file), "row")));
            return 0L;
        });
        standard.flush();
        return 0;
    }

    private static long written(Audit audit, AuditQuery query, AuditFormat format, PrintWriter out) {
        try {
            return AuditExport.write(audit, query, format, out);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write the rows, but " + e.getMessage(), e);
        }
    }

    @Command(
            name = "anchor",
            mixinStandardHelpOptions = true,
            description = {
                "Keeps the newest row in every place outside that the settings name, so that a tail that is cut off shows.",
                "With --list shows what is kept, and keeps nothing."
            },
            footer = {"", "Example: ./vesper audit anchor"})
    int anchor(
            @Option(names = "--list", description = "Shows the places as they were last seen.") boolean list,
            @Mixin WhoOption who,
            @Mixin FormatOption format) {
        List<AnchorState> states = wiring.operations
                .access()
                .ask(
                        who.askingOrReader(wiring),
                        operations -> list
                                ? operations.audit().anchors()
                                : operations.audit().anchor());
        Table table = new Table("place", "kept", "row", "at", "guarantee", "trouble");
        states.forEach(state -> table.row(
                state.place(),
                state.kept(),
                state.sequence(),
                state.sequence() == 0 ? "" : state.at(),
                state.guarantee(),
                state.trouble()));
        format.write(table, spec.commandLine().getOut());
        return list || states.stream().allMatch(state -> state.trouble().isEmpty())
                ? 0
                : Problem.Kind.UNAVAILABLE.exitCode();
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Recomputes every hash, and compares runs, answers, proposals, orders, fills and users with the log.",
                "Exit code 3 where something was altered, removed or put in."
            },
            footer = {"", "Example: ./vesper audit verify --anchor /media/auditor/audit.anchor"})
    int verify(
            @Option(
                            names = "--anchor",
                            paramLabel = "FILE",
                            description = "a copy of audit.anchor that was kept elsewhere: its row must be there")
                    @Nullable
                    Path copy,
            @Option(
                            names = "--file",
                            paramLabel = "EXPORT",
                            description = "an export instead of the log: nothing else is read, and no Vesper is asked")
                    @Nullable
                    Path export) {
        if (export != null) {
            return new ExportedAudit(spec.commandLine().getOut()).verify(export, copy);
        }
        PrintWriter out = spec.commandLine().getOut();
        OperationsAccess access = wiring.operations.access();
        Optional<AuditAnchor.Mark> kept = Optional.ofNullable(copy).map(AuditAnchor::copy);
        ChainCheck check = new ChainCheck();
        kept.ifPresent(mark -> check.watching(mark.sequence()));
        ChainHead head = access.ask(new Reader(), operations -> walked(operations.audit(), check));
        List<AuditLog.Fault> faults = new ArrayList<>(
                access.ask(new Reader(), operations -> operations.audit().verify()));
        if (faults.isEmpty()) { // what this process recomputed itself, whatever the answer says
            check.faults().forEach(fault -> faults.add(new AuditLog.Fault(0, fault)));
            check.missing(head).ifPresent(fault -> faults.add(new AuditLog.Fault(0, fault)));
            kept.flatMap(mark -> contradicts(mark, check)).ifPresent(faults::add);
        }
        if (faults.isEmpty()) {
            out.println(Counted.of(check.rows(), "row") + ", every hash follows from the row before"
                    + (check.rows() == 0 ? "" : "; head " + check.lastHash()));
            out.println("runs, answers, proposals, orders, fills and users are those that the log vouches for");
            List<AnchorState> outside =
                    access.ask(new Reader(), operations -> operations.audit().anchors());
            outside.forEach(place -> out.println(compared(place)));
            if (kept.isPresent()) {
                out.println("the copy of the anchor fits: nothing up to row "
                        + kept.get().sequence() + " was rewritten since it was made");
            } else if (outside.isEmpty()) {
                out.println("not compared with a copy of the anchor kept elsewhere: --anchor FILE");
            }
            out.flush();
            return 0;
        }
        faults.forEach(f -> out.println((f.sequence() == 0 ? "" : "row " + f.sequence() + ": ") + f.message()));
        out.println(faults.size() + (faults.size() == 1 ? " fault" : " faults")
                + ": the audit log, or what it vouches for, was altered");
        out.flush();
        return REFUSED;
    }

    private static String compared(AnchorState place) {
        if (!place.trouble().isEmpty()) {
            return "not compared with " + place.place() + ": " + place.trouble();
        }
        return place.kept() == 0
                ? place.place()
                        + " cannot be read from here, or holds nothing: compare what was sent there by --anchor FILE"
                : Counted.of(place.kept(), "anchor") + " in " + place.place() + " fit: nothing up to row "
                        + place.sequence() + " was rewritten since " + place.at();
    }

    /** Recomputes every hash in this process, and says how far it is. */
    private ChainHead walked(Audit audit, ChainCheck check) {
        ChainHead head = audit.head();
        long said = 0;
        List<ExportedRow> page;
        do {
            page = audit.chained(AuditQuery.ALL, check.last(), Audit.PAGE);
            page.forEach(row -> check.take(row.chained()));
            if (check.rows() - said >= TOLD_EVERY) {
                said = check.rows();
                wiring.console.say("  " + said + " of " + Counted.of(head.sequence(), "row") + " recomputed");
            }
        } while (page.size() == Audit.PAGE);
        return head;
    }

    private static Optional<AuditLog.Fault> contradicts(AuditAnchor.Mark kept, ChainCheck check) {
        boolean fits = kept.sequence() == 0
                || (check.holds(kept.sequence())
                        && check.contradicts(kept.sequence(), kept.hash()).isEmpty());
        return fits
                ? Optional.empty()
                : Optional.of(new AuditLog.Fault(
                        kept.sequence(),
                        "the copy of the anchor vouches for row " + kept.sequence()
                                + " with another hash, or it is gone: the log was rewritten after the copy was made"));
    }
}
