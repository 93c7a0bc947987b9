package dev.vesper.app.cli;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.RuleDrafts;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.MergedDraft;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.EditCases;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts of the rules: what analysts write before others agree to it. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = "Drafts of the rules: begin, write, look, discard. A draft judges nothing.",
        footer = {
            "",
            "Examples:",
            "  ./vesper rules draft begin \"ETFs at 35 %\"",
            "  ./vesper rules draft begin --folder \"What lies in rules/ now\"",
            "  ./vesper rules draft write D-1 limits/position-weight.dmn --from mine.dmn --seen 4f0c2a91be77"
        })
final class RuleDraftCommand {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RuleDraftCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What the writer saw. */
    static final class Seen {
        @Option(
                names = "--seen",
                required = true,
                paramLabel = "DIGITS",
                description = "The version of the draft as you saw it; refused where somebody wrote since.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        String digits;
    }

    /** Why. */
    static final class Note {
        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for the history.")
        String text = "";
    }

    @Command(
            name = "begin",
            mixinStandardHelpOptions = true,
            description = "Begins a draft of the rules that judge now.")
    int begin(
            @Parameters(paramLabel = "TITLE", description = "What it is to change.") String title,
            @Option(names = "--folder", description = "Of the files as they lie in the rules folder now.")
                    boolean folder,
            @Mixin WhoOption who) {
        return said(act(who, drafts -> drafts.begin(title, folder)));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every change of the rules, newest first.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("draft", "state", "title", "version", "makers");
        see(RuleDrafts::all)
                .forEach(draft -> table.row(
                        draft.id(),
                        word(draft),
                        draft.title(),
                        draft.now().brief(),
                        String.join(", ", draft.makers())));
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Who did what to one, oldest first, and where its proposal stands.")
    int show(@Parameters(paramLabel = "DRAFT") String id, @Mixin FormatOption format) {
        Table table = new Table("at", "by", "did", "files", "version", "note");
        see(drafts -> drafts.show(id))
                .steps()
                .forEach(step -> table.row(
                        step.at(),
                        step.by(),
                        step.act(),
                        String.join(", ", step.files()),
                        step.version(),
                        step.note()));
        format.write(table, spec.commandLine().getOut());
        spec.commandLine()
                .getErr()
                .println(id + " " + see(drafts -> drafts.way(id)).sentence());
        spec.commandLine().getErr().flush();
        return 0;
    }

    @Command(
            name = "look",
            mixinStandardHelpOptions = true,
            description =
                    "What is found in one, and how many must check it; exit code 3 where an error stands against it.")
    int look(
            @Parameters(paramLabel = "DRAFT") String id,
            @Option(names = "--urgent", description = "As if it were proposed as urgent.") boolean urgent,
            @Mixin FormatOption format) {
        ChangeShown shown = see(drafts -> drafts.look(id, urgent));
        Table table = new Table("severity", "file", "line", "row", "column", "code", "sentence");
        for (Finding finding : shown.findings()) {
            table.row(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.file(),
                    finding.line(),
                    finding.row(),
                    finding.column(),
                    finding.code(),
                    finding.sentence());
        }
        format.write(table, spec.commandLine().getOut());
        spec.commandLine().getErr().println("Replay: " + shown.effect().sentence());
        spec.commandLine()
                .getErr()
                .println(id + " changes " + String.join(", ", shown.changed()) + "; checkers: " + shown.checkers()
                        + " (" + shown.because() + "); shown " + Sha256.shortened(shown.sum()));
        spec.commandLine().getErr().flush();
        return shown.errors().isEmpty() ? 0 : 3;
    }

    @Command(name = "write", mixinStandardHelpOptions = true, description = "Writes a file of one, a new one too.")
    int write(
            @Parameters(index = "0", paramLabel = "DRAFT") String id,
            @Parameters(index = "1", paramLabel = "FILE", description = "For example limits/position-weight.dmn.")
                    String file,
            @Option(names = "--from", required = true, paramLabel = "PATH", description = "Where its text is.")
                    Path from,
            @Mixin Seen seen,
            @Mixin Note note,
            @Mixin WhoOption who) {
        String text = TextFile.text(TextFile.bytes(from, TextFile.nameOf(from)), TextFile.nameOf(from));
        return said(act(who, drafts -> drafts.write(id, file, text, seen.digits, note.text)));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a file of one away.")
    int remove(
            @Parameters(index = "0", paramLabel = "DRAFT") String id,
            @Parameters(index = "1", paramLabel = "FILE") String file,
            @Mixin Seen seen,
            @Mixin Note note,
            @Mixin WhoOption who) {
        return said(act(who, drafts -> drafts.remove(id, file, seen.digits, note.text)));
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = {
                "Writes into a sheet of cases what the rules of the draft say of the case of a line",
                "now, or of all that fail: look says which they are."
            },
            footer = {"", "Example: ./vesper rules draft accept D-1 limits/position-weight.scenarios.csv --line 2"})
    int accept(
            @Parameters(index = "0", paramLabel = "DRAFT") String id,
            @Parameters(index = "1", paramLabel = "SHEET") String sheet,
            @Option(names = "--line", paramLabel = "LINE", description = "Of one case; without it all that fail.")
                    int line,
            @Mixin Seen seen,
            @Mixin WhoOption who) {
        return said(act(who, drafts -> drafts.accept(id, sheet, line, seen.digits)));
    }

    @Command(
            name = "add-cases",
            mixinStandardHelpOptions = true,
            description = {
                "Adds the cases that a limit table of the draft lacks: each row decides one, each condition",
                "turns one by itself. They expect what the rule says now; read them before you propose."
            },
            footer = {"", "Example: ./vesper rules draft add-cases D-1 limits/position-weight.dmn"})
    int addCases(
            @Parameters(index = "0", paramLabel = "DRAFT") String id,
            @Parameters(index = "1", paramLabel = "TABLE") String rule,
            @Mixin FormatOption format,
            @Mixin WhoOption who) {
        List<MissingCase> added = wiring.operations.access().ask(who.asking(wiring), operations -> {
            List<MissingCase> missing = operations.ruleCases().missing(rule, id);
            CaseSheet sheet = operations.ruleCases().show(rule, id);
            List<TableEdit> edits = EditCases.added(sheet, missing);
            if (!edits.isEmpty()) {
                operations.ruleCases().save(rule, id, sheet.seen(), edits, "cases that were missing");
            }
            return missing;
        });
        Table table = new Table("row", "case", "orders", "outcome", "permitted");
        added.forEach(one -> table.row(
                one.row(),
                one.cells().getOrDefault("case", ""),
                one.cells().getOrDefault("orders", ""),
                one.cells().getOrDefault("outcome", ""),
                one.cells().getOrDefault("permitted", "")));
        format.write(table, spec.commandLine().getOut());
        spec.commandLine().getErr().println(Counted.of(added.size(), "case") + " added");
        spec.commandLine().getErr().flush();
        return 0;
    }

    @Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes the last edit of one back.")
    int undo(@Parameters(paramLabel = "DRAFT") String id, @Mixin Seen seen, @Mixin WhoOption who) {
        return said(act(who, drafts -> drafts.undo(id, seen.digits)));
    }

    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = {
                "Brings one together with what became active since it was begun: tables row by row and",
                "cell by cell, cases by name. Where both changed the same, nothing is written, the places",
                "are told, and the exit code is 3; --keep says whose word counts there."
            },
            footer = {"", "Example: ./vesper rules draft merge D-1 --seen 4f0c2a91be77"})
    int merge(
            @Parameters(paramLabel = "DRAFT") String id,
            @Option(
                            names = "--keep",
                            paramLabel = "draft|active",
                            defaultValue = "",
                            description = "Whose word counts.")
                    String keep,
            @Mixin Seen seen,
            @Mixin FormatOption format,
            @Mixin WhoOption who) {
        MergedDraft merged = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.drafts().merge(id, seen.digits, keep));
        Table table = new Table("file", "row", "column", "began as", "active", "draft");
        merged.conflicts()
                .forEach(one -> table.row(one.file(), one.row(), one.column(), one.base(), one.active(), one.draft()));
        if (!merged.conflicts().isEmpty() || format.format != Table.Format.TABLE) {
            format.write(table, spec.commandLine().getOut());
        }
        PrintWriter told = spec.commandLine().getErr();
        told.println(
                merged.merged()
                        ? id + " is merged with what is active, version "
                                + merged.draft().now().brief() + "; look at it and propose it"
                        : id + " was not merged: "
                                + Counted.of(merged.conflicts().size(), "place")
                                + " changed in two ways; write what is meant into the draft, or say --keep draft or --keep"
                                + " active");
        told.flush();
        return merged.merged() ? 0 : 3;
    }

    @Command(name = "discard", mixinStandardHelpOptions = true, description = "Ends one that nobody goes on with.")
    int discard(@Parameters(paramLabel = "DRAFT") String id, @Mixin ReasonOption reason, @Mixin WhoOption who) {
        return said(act(who, drafts -> drafts.discard(id, reason.reason)));
    }

    private int said(Draft draft) {
        spec.commandLine()
                .getOut()
                .println(draft.id() + " (" + draft.title() + ") is " + word(draft) + ", version "
                        + draft.now().brief());
        spec.commandLine().getOut().flush();
        return 0;
    }

    static String word(Draft draft) {
        return draft.state().name().toLowerCase(Locale.ROOT);
    }

    private <T> T see(Function<RuleDrafts, T> look) {
        return wiring.operations.access().ask(new Reader(), operations -> look.apply(operations.drafts()));
    }

    private Draft act(WhoOption who, Function<RuleDrafts, Draft> act) {
        return wiring.operations.access().ask(who.asking(wiring), operations -> act.apply(operations.drafts()));
    }
}
