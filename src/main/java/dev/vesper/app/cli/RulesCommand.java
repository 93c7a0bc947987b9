package dev.vesper.app.cli;

import dev.vesper.adapters.rules.CheckedFile;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.adapters.rules.RuleInfo;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.ScenarioResult;
import dev.vesper.adapters.rules.Scenarios;
import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.limits.WhyLine;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.RuleText;
import dev.vesper.desk.operations.Rules;
import dev.vesper.desk.operations.RulesState;
import dev.vesper.desk.operations.SignedRule;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.limits.measure.Measures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The firm's limits and compliance rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "The rules: which judge, drafts of others and who agrees, their cases, tables as spreadsheets,",
            "what others would have decided, what is code."
        },
        footer = {"", "Example: ./vesper rules test"})
final class RulesCommand {
    private final Wiring wiring;

    RulesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private static final int REFUSED = 3;
    private static final Pattern RUN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{3}");

    private CommandSpec spec = CommandSpec.create();

    /** Takes the command as picocli made it, and gives it the verbs that are classes of their own. */
    @Spec
    void verbs(CommandSpec made) {
        this.spec = made;
        made.addSubcommand(
                null,
                new CommandLine(new RuleDraftCommand(wiring))
                        .addSubcommand(new RuleDraftExportCommand(wiring))
                        .addSubcommand(new RuleDraftImportCommand(wiring))
                        .addSubcommand(new RuleNewTableCommand(wiring))
                        .addSubcommand(new RuleNewListCommand(wiring))
                        .addSubcommand(new RuleAddEntryCommand(wiring)));
        made.addSubcommand(null, new CommandLine(new ReplayCommand(wiring)));
        made.addSubcommand(null, new CommandLine(new RuleListsCommand(wiring, this::judgingOrFolder)));
        made.addSubcommand(null, new CommandLine(new WaiveCommand(wiring)));
        made.addSubcommand(null, new CommandLine(new WaiverCommand(wiring)));
        made.addSubcommand(null, new CommandLine(new RuleCasesCommand(wiring)));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every rule that judges with its version, and whether the rules folder holds that one.")
    int list(@Mixin FirmOption firm, @Mixin FormatOption format) {
        Optional<RulesState> state = state();
        Table table = new Table("rule", "kind", "version", "file", "rows", "on disk", "description");
        for (RuleInfo rule : judgingOrFolder(firm).rules()) {
            table.row(
                    rule.rule().name(),
                    rule.kind().word(),
                    rule.rule().version(),
                    rule.file(),
                    rule.rows().size(),
                    state.map(known -> onDisk(known, rule.file())).orElse("not taken up yet"),
                    rule.description());
        }
        format.write(table, spec.commandLine().getOut());
        state.ifPresent(this::say);
        return 0;
    }

    private static String onDisk(RulesState state, String file) {
        return state.altered().stream()
                .filter(said -> said.startsWith(file + " is "))
                .map(said -> said.substring((file + " is ").length()))
                .findFirst()
                .orElse("the same");
    }

    private void say(RulesState state) {
        spec.commandLine()
                .getErr()
                .println("Version " + state.version() + " judges since " + Numbers.stamp(state.since()) + " UTC"
                        + (state.draft().isEmpty() ? "" : ", by " + state.draft())
                        + (state.altered().isEmpty()
                                ? ""
                                : "; on disk, and not used: " + String.join(", ", state.altered())));
        spec.commandLine().getErr().flush();
    }

    /** Empty where no store was made yet: then the folder is what the first day takes up. */
    private Optional<RulesState> state() {
        return wiring.settings.database().isPresent() || Files.exists(wiring.settings.folder("store"))
                ? Optional.of(see(Rules::state))
                : Optional.empty();
    }

    /** The rules that judge, or those of the folder where none were taken up yet. */
    private DroolsRuleBook judgingOrFolder(FirmOption firm) {
        return state().isPresent() ? judging() : rules(firm);
    }

    /** The rules that judge, whatever lies in the folder. */
    private DroolsRuleBook judging() {
        Map<String, byte[]> files = see(rules -> {
            Map<String, byte[]> texts = new HashMap<>();
            for (RuleText file : rules.files("active")) {
                String text = rules.file("active", file.file()).text();
                texts.put(file.file(), text.getBytes(StandardCharsets.UTF_8));
            }
            return texts;
        });
        return new DroolsRuleBook(new FileSet(files), RuleTrust.of(wiring.settings.state()));
    }

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Every version that ever judged, newest first.")
    int history(@Mixin FormatOption format) {
        Table table = new Table("number", "version", "since", "draft", "urgent", "by", "commit", "undone");
        for (ActiveVersion one : see(Rules::history)) {
            table.row(
                    one.number(),
                    one.version().brief(),
                    one.since(),
                    one.draft(),
                    one.urgent() ? "yes" : "no",
                    one.by(),
                    one.version().commit(),
                    one.undone());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One file of the rules as it judges, or as it is in another version.",
            footer = {"", "Example: ./vesper rules show position-weight --of D-1"})
    int show(
            @Parameters(paramLabel = "RULE", description = "Its name, or its file below rules/.") String rule,
            @Option(
                            names = "--of",
                            paramLabel = "VERSION",
                            defaultValue = "active",
                            description = "First digits, the id of a draft, active (the default), or disk.")
                    String version) {
        RuleText file = see(rules -> rules.file(version, path(rules, version, rule)));
        spec.commandLine().getOut().print(file.text());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String path(Rules rules, String version, String rule) {
        return rules.files(version).stream()
                .map(RuleText::file)
                .filter(file -> file.endsWith("/" + rule + ".dmn") || file.endsWith("/" + rule + ".drl"))
                .findFirst()
                .orElse(rule);
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What is another in a second version, cell by cell where a file is a table.",
            footer = {"", "Example: ./vesper rules diff active D-1"})
    int diff(
            @Parameters(index = "0", paramLabel = "A", description = "First digits, a draft, active, or disk.")
                    String from,
            @Parameters(index = "1", paramLabel = "B", description = "The same.") String to,
            @Mixin FormatOption format) {
        Table table = new Table("file", "row", "column", "before", "after");
        for (RuleDifference one : see(rules -> rules.differences(from, to))) {
            table.row(one.file(), one.row() == 0 ? "" : one.row(), one.column(), one.before(), one.after());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "propose",
            mixinStandardHelpOptions = true,
            description = "Asks that a draft judge orders; people who wrote none of it must agree.")
    int propose(
            @Parameters(paramLabel = "DRAFT") String draft,
            @Option(
                            names = "--from",
                            paramLabel = "INSTANT",
                            defaultValue = "",
                            description = "Not before, for example 2018-04-11T17:30:00Z.")
                    String from,
            @Option(names = "--urgent", description = "Runs that have begun go by it too.") boolean urgent,
            @Mixin ReasonOption reason,
            @Mixin WhoOption who) {
        return changes().propose(draft, from, urgent, reason.reason, who);
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Takes a proposal back.")
    int withdraw(@Parameters(paramLabel = "DRAFT") String draft, @Mixin ReasonOption reason, @Mixin WhoOption who) {
        return changes().withdraw(draft, reason.reason, who);
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to a proposal; ./vesper rules draft look and rules diff show it.")
    int approve(
            @Parameters(paramLabel = "DRAFT") String draft,
            @Option(
                            names = "--shown",
                            paramLabel = "DIGITS",
                            defaultValue = "",
                            description = "What draft look said; refused where anything is another by now.")
                    String shown,
            @Option(names = "--reason", paramLabel = "WHY", defaultValue = "", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        return changes().approve(draft, shown, reason, who);
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Says no to a proposal; the draft stays, and may be proposed anew.")
    int reject(@Parameters(paramLabel = "DRAFT") String draft, @Mixin ReasonOption reason, @Mixin WhoOption who) {
        return changes().reject(draft, reason.reason, who);
    }

    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Lets a change judge orders that all agreed to; a Vesper that is up does so by itself.")
    int activate(@Parameters(paramLabel = "DRAFT") String draft, @Mixin WhoOption who) {
        return changes().activate(draft, who);
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Proposes that an earlier version judge again: a change that others must agree to.")
    int rollback(
            @Parameters(paramLabel = "VERSION", description = "First digits; rules history names them.") String version,
            @Option(names = "--urgent", description = "Runs that have begun go by it too.") boolean urgent,
            @Mixin ReasonOption reason,
            @Mixin WhoOption who) {
        return changes().rollback(version, urgent, reason.reason, who);
    }

    private RuleChangeCommands changes() {
        return new RuleChangeCommands(wiring, spec);
    }

    private <T> T see(Function<Rules, T> look) {
        return wiring.operations.access().ask(new Reader(), operations -> look.apply(operations.rules()));
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Runs every case of the rules folder on disk; exit code 3 where one fails; rules cases does a draft's.")
    int test(@Mixin FirmOption firm, @Mixin FormatOption format) {
        List<ScenarioResult> results = Scenarios.run(folder(), rules(firm));
        Table table = new Table("result", "rule", "scenario", "expected", "got", "where");
        for (ScenarioResult result : results) {
            table.row(
                    result.passed() ? "pass" : "FAIL",
                    result.rule(),
                    result.name(),
                    result.expected(),
                    result.got(),
                    result.file() + ":" + result.line());
        }
        format.write(table, spec.commandLine().getOut());
        long failed = results.stream().filter(r -> !r.passed()).count();
        spec.commandLine().getErr().println(results.size() + " scenarios, " + failed + " failed");
        spec.commandLine().getErr().flush();
        return failed == 0 ? 0 : REFUSED;
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = {
                "Says whether a table or model could be used, and all that was found in it, by file, line",
                "and cell: errors (exit code 2), warnings such as inputs that no row fits, with an example,",
                "and hints such as what could not be compared. Tables are decision tables for rules/limits,",
                "rules/compliance and rules/approvals; whatever else DMN can say is a model. A *.csv file in",
                "rules/lists is a list."
            },
            footer = {"", "Example: ./vesper rules validate rules/limits/position-weight.dmn --against active"})
    int validate(
            @Parameters(paramLabel = "FILE", description = "The *.dmn file, or a list.") Path file,
            @Option(
                            names = "--against",
                            paramLabel = "VERSION",
                            defaultValue = "",
                            description = {
                                "Says too what the table lost that it had in this version: first digits, the id of a",
                                "draft, active, or disk."
                            })
                    String against,
            @Mixin FirmOption firm,
            @Mixin FormatOption format) {
        String name = TextFile.nameOf(file);
        CheckedFile checked = CheckedFile.of(file, known(firm), wiring.times.today());
        if (!against.isEmpty()) {
            checked = checked.against(file, was(against, name));
        }
        if (format.format != Table.Format.TABLE || !checked.findings().isEmpty()) {
            format.write(
                    RuleFindings.table(checked.findings()), spec.commandLine().getOut());
        }
        RuleFindings.refuse(name, checked.findings());
        PrintWriter out = spec.commandLine().getErr();
        if (format.format == Table.Format.TABLE) {
            out = spec.commandLine().getOut();
        }
        out.println(name + " holds: it is " + checked.what()
                + (checked.decisions().isEmpty() ? "" : "; " + String.join(", ", checked.decisions())));
        out.flush();
        return 0;
    }

    /** A table as another version has it, by its name. */
    private byte[] was(String version, String name) {
        return see(rules -> rules.files(version).stream()
                        .map(RuleText::file)
                        .filter(file -> file.endsWith("/" + name))
                        .findFirst()
                        .map(file -> rules.file(version, file).text())
                        .orElseThrow(() -> Problem.usage("Expected a rule of version " + version + ", but it has no "
                                + name + "; leave --against out for a new one")))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = {
                "Evaluates every decision of a DMN model (tables, business knowledge models, contexts;",
                "FEEL only), and answers JSON: an object decisions from name to value, and messages."
            },
            footer = {"", "Example: ./vesper rules evaluate lending.dmn --input applicant.json"})
    int evaluate(
            @Parameters(paramLabel = "FILE", description = "The *.dmn file.") Path file,
            @Option(
                            names = "--input",
                            paramLabel = "FILE",
                            description =
                                    "A JSON object from the name of an input to its value; without it all are null.")
                    @Nullable
                    Path input,
            @Option(
                            names = "--within",
                            paramLabel = "SECONDS",
                            defaultValue = "60",
                            description = "Ends it after that time: a loop in FEEL may have no end (60).")
                    int seconds) {
        DecisionModel model = DecisionModel.read(file);
        String given = input == null
                ? "{}"
                : TextFile.text(TextFile.bytes(input, TextFile.nameOf(input)), TextFile.nameOf(input));
        String answer = BoundedWork.within(Duration.ofSeconds(seconds), "the model", () -> model.decide(given))
                .toPrettyString();
        spec.commandLine().getOut().println(answer);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "why",
            mixinStandardHelpOptions = true,
            description = {
                "Every word of the rules that an order depends on, what acts first: rule and version, the",
                "sentence with its row, used, limit and headroom, and what would pass. Of an order that",
                "was removed too."
            },
            footer = {"", "Example: ./vesper rules why 2018-04-11-001-ACC1-IBM"})
    int why(
            @Parameters(paramLabel = "ORDER", description = "Its id, which begins with its run's.") String order,
            @Mixin FormatOption format) {
        Matcher run = RUN.matcher(order);
        if (!run.lookingAt()) {
            throw Problem.usage(
                    "Expected an order's id, which begins with its run's, such as 2018-04-11-001-ACC1-IBM, but"
                            + " got \"" + Visible.line(order) + "\"");
        }
        Table table = new Table(
                "outcome", "rule", "version", "subject", "used", "limit", "headroom", "reason", "what would pass");
        for (WhyLine line : wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.limits().why(new RunId(run.group()), order))) {
            table.row(
                    line.outcome().word(),
                    line.rule(),
                    line.version(),
                    line.subject(),
                    line.used() == null ? "" : Numbers.exact(line.used()),
                    line.limit() == null ? "" : Numbers.exact(line.limit()),
                    line.headroom() == null ? "" : Numbers.exact(line.headroom()),
                    line.reason(),
                    line.wouldPass());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = {
                "Signs a compliance rule for this state folder: an engineer has read it.",
                "DRL is code and can do whatever Vesper can; a file that is changed must be",
                "signed again. Tables (*.dmn) run no code and need no trust. A rule checker signs,",
                "who has signed in (./vesper login) or holds VESPER_TOKEN."
            },
            footer = {"", "Example: ./vesper rules trust rules/compliance/wash-sale.drl"})
    int trust(@Parameters(paramLabel = "FILE", description = "The *.drl file.") Path file) {
        String version = RuleTrust.version(file);
        SignedRule signed = wiring.operations
                .access()
                .ask(
                        new WhoOption().asking(wiring),
                        operations -> operations.rules().sign(TextFile.nameOf(file), version));
        String line =
                RuleTrust.trust(wiring.settings.state(), signed.file(), signed.sha256(), signed.by(), signed.at());
        spec.commandLine().getOut().println("trusted: " + line);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes a decision table as a spreadsheet: all cells as text, the row's id last; or as",
                "DMN 1.3, which modellers read, whatever version its file has.",
                "What comes back by ./vesper rules import is the same table."
            },
            footer = {"", "Example: ./vesper rules export position-weight --out position-weight.xlsx"})
    int export(
            @Parameters(paramLabel = "RULE|FILE", description = "The table's name, or a *.dmn file.") String rule,
            @Option(names = "--format", paramLabel = "xlsx|csv|dmn", description = "As --out ends, or csv.") @Nullable
                    SheetFormat format,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Where to; CSV goes to standard output without.")
                    @Nullable
                    Path out,
            @Option(names = "--decision", paramLabel = "NAME", description = "Which table, of a file with several.")
                    @Nullable
                    String decision) {
        return sheets(KnownFirm.NONE).export(rule, decision, format, out);
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Puts the rows of a spreadsheet (*.xlsx or CSV), or what a modeller saved (*.dmn), into a",
                "table, writes it to --out",
                "with everything else of its file as it was, and says what changed. Exit code 2 names",
                "every cell that does not hold, and writes nothing."
            },
            footer = {
                "",
                "Example: ./vesper rules import position-weight.xlsx --into position-weight --out position-weight.dmn"
            })
    int imported(
            @Parameters(paramLabel = "FILE", description = "The spreadsheet, or the modeller's file.") Path file,
            @Option(
                            names = "--into",
                            required = true,
                            paramLabel = "RULE|FILE",
                            description = "The table that it is to be.")
                    String into,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The *.dmn file to write.")
                    Path out,
            @Option(names = "--decision", paramLabel = "NAME", description = "Which table, of a file with several.")
                    @Nullable
                    String decision,
            @Mixin FirmOption firm) {
        return sheets(known(firm)).imported(file, into, decision, out);
    }

    private RuleSheets sheets(KnownFirm known) {
        return new RuleSheets(
                folder(),
                wiring.settings.state(),
                known,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private DroolsRuleBook rules(FirmOption firm) {
        return new DroolsRuleBook(folder(), Measures.ALL, known(firm), RuleTrust.of(wiring.settings.state()));
    }

    /** Of the firm that is named, or else of the sample firm where there is one: nothing is made for a look at rules. */
    private KnownFirm known(FirmOption firm) {
        boolean none = firm.folder == null && !Files.exists(wiring.settings.folder("firm"));
        if (none) {
            return KnownFirm.NONE;
        }
        return KnownFirm.of(wiring.firm.firms().read(firm.folder));
    }

    private Path folder() {
        return wiring.settings.root().resolve("rules");
    }
}
