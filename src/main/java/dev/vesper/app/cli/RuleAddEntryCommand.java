package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TableFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a name on a list of a draft. */
@Command(
        name = "add-entry",
        mixinStandardHelpOptions = true,
        description =
                "Adds an entry to the end of a list of a draft; what does not hold of it is told, and nothing is written.",
        footer = {
            "",
            "Example: ./vesper rules draft add-entry D-1 restricted IBM --owner legal --reason \"merger talks\""
                    + " --until 2026-06-30"
        })
final class RuleAddEntryCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DRAFT")
    private String draft = "";

    @Parameters(index = "1", paramLabel = "LIST", description = "For example restricted.")
    private String list = "";

    @Parameters(
            index = "2",
            paramLabel = "NAME",
            description = "A symbol, issuer, country or sector, as the list is of.")
    private String name = "";

    @Option(names = "--owner", required = true, paramLabel = "WHO", description = "Who answers for it.")
    private String owner = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is on the list.")
    private String reason = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day on which it counts (default: at once).")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "The last (default: it does not expire).")
    private @Nullable LocalDate until;

    @Mixin
    private RuleDraftCommand.Note note = new RuleDraftCommand.Note();

    @Mixin
    private WhoOption who = new WhoOption();

    RuleAddEntryCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        wiring.operations.access().ask(who.asking(wiring), operations -> {
            ListSheet shown = operations.ruleLists().show(list, draft, "");
            List<TableEdit> edits = edits(shown);
            List<TableFinding> errors = operations.ruleLists().tried(list, draft, edits, "").findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .toList();
            if (!errors.isEmpty()) {
                throw Problem.usage(errors.getFirst().sentence());
            }
            return operations
                    .ruleLists()
                    .save(list, draft, shown.seen(), edits, note.text.isEmpty() ? name + ": " + reason : note.text);
        });
        spec.commandLine().getOut().println(name + " is on the list " + list + " of " + draft);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<TableEdit> edits(ListSheet shown) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(shown.line().of(), name);
        cells.put("owner", owner);
        cells.put("reason", reason);
        cells.put("from", from == null ? "" : from.toString());
        cells.put("until", until == null ? "" : until.toString());
        List<TableEdit> edits = new ArrayList<>();
        if (!shown.sheet().titles().contains("from")) {
            if (from == null) {
                cells.remove("from");
            } else {
                edits.add(new TableEdit(TableEdit.Kind.ADD_INPUT, "", "from", ""));
            }
        }
        String above = shown.sheet().rows().isEmpty()
                ? ""
                : shown.sheet().rows().getLast().id();
        edits.add(new TableEdit(TableEdit.Kind.ADD_ROW, "+1", "", above));
        cells.forEach((column, text) -> edits.add(new TableEdit(TableEdit.Kind.CELL, "+1", column, text)));
        return edits;
    }
}
