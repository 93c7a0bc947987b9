package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Heading;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.block.Tone;
import dev.vesper.adapters.report.block.Top;
import dev.vesper.adapters.report.chart.UtilisationBar;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.limits.FullestSubject;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.limits.VerdictRanking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules said: how full the limits are, and what was warned, cut or denied. */
final class LimitsSection implements Section {
    private static final int TOLD = 5;
    private static final int FULLEST = 12;

    @Override
    public String word() {
        return "limits";
    }

    @Override
    public String title() {
        return "Limits and compliance";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Sentence.of(
                run.report().limits().checked() == 0
                        ? "No limit was checked."
                        : Counted.of(run.report().limits().checked(), "check") + ": " + outcomes(run) + "."));
        List<FullestSubject> fullest = run.report().limits().fullest();
        if (!fullest.isEmpty()) {
            blocks.add(new Heading("Utilisation", "the fullest subject of each rule and account, before cuts"));
            blocks.add(utilisation(run, fullest));
        }
        List<Verdict> told = run.report().limits().told();
        List<Verdict> acted = told.stream().filter(v -> v.outcome().acts()).toList();
        if (!acted.isEmpty()) {
            blocks.add(new Heading("Cut and denied", ""));
            blocks.add(Grid.of(
                            acted,
                            new Column<>("Outcome", PageFormats.TONED, (Verdict v) -> words(v.outcome())),
                            new Column<>("Rule", PageFormats.NAME, v -> v.rule().name()),
                            new Column<>("Account", PageFormats.NAME, Verdict::account),
                            new Column<>("Subject", PageFormats.NAME, Verdict::subject),
                            new Column<>("Reason", PageFormats.TEXT, v -> run.safe(v.reason())),
                            new Column<>(
                                    "What would pass",
                                    PageFormats.TEXT,
                                    v -> v.remedy().isEmpty() ? "nothing" : v.remedy()))
                    .toned(v -> Tone.BAD)
                    .worstFirst(VerdictRanking.SEVEREST_FIRST, "severest and fullest")
                    .restIn("limits.csv"));
        }
        List<Verdict> warned =
                told.stream().filter(v -> v.outcome() == Outcome.WARN).toList();
        if (!warned.isEmpty()) {
            blocks.add(new Heading("Warned", "allowed, and said to whoever approved"));
            blocks.add(Grid.of(
                            warned,
                            new Column<>(
                                    "Rule",
                                    PageFormats.NAME,
                                    (Verdict v) -> v.rule().name()),
                            new Column<>("Account", PageFormats.NAME, Verdict::account),
                            new Column<>("Subject", PageFormats.NAME, Verdict::subject),
                            new Column<>("Reason", PageFormats.TEXT, v -> run.safe(v.reason())))
                    .worstFirst(VerdictRanking.SEVEREST_FIRST, "fullest")
                    .restIn("limits.csv"));
        }
        return blocks;
    }

    private static Grid<FullestSubject> utilisation(RunFacts run, List<FullestSubject> fullest) {
        return Grid.of(
                        fullest,
                        new Column<>(
                                "Rule",
                                PageFormats.NAME,
                                (FullestSubject f) -> f.verdict().rule().name()),
                        new Column<>(
                                "Account", PageFormats.NAME, f -> f.verdict().account()),
                        new Column<>("Of the limit", PageFormats.percent(0), FullestSubject::utilisation),
                        new Column<>("The line is the limit", PageFormats.DRAWN, UtilisationBar::draw),
                        new Column<>(
                                "Outcome",
                                PageFormats.TONED,
                                f -> words(f.verdict().outcome())),
                        new Column<>(
                                "How it stood",
                                PageFormats.TEXT,
                                f -> run.safe(f.verdict().reason())))
                .toned(f -> switch (f.verdict().outcome()) {
                    case PASS -> Tone.NONE;
                    case WARN -> Tone.WARN;
                    case CUT, DENY -> Tone.BAD;
                })
                .worstFirst(
                        Comparator.comparingDouble(FullestSubject::utilisation).reversed(), "fullest")
                .first(FULLEST)
                .restIn("limits.csv");
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "passed";
            case WARN -> "warned";
            case CUT -> "cut";
            case DENY -> "denied";
        };
    }

    private static String outcomes(RunFacts run) {
        return Stream.of(Outcome.PASS, Outcome.WARN, Outcome.CUT, Outcome.DENY)
                .map(o -> Numbers.count(run.report().limits().count(o)) + " " + words(o))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<Figure> headline(RunFacts run) {
        VerdictFigures limits = run.report().limits();
        long warned = limits.count(Outcome.WARN);
        return List.of(
                Figure.of(
                        "Limits checked",
                        Numbers.count(limits.checked()),
                        Numbers.count(limits.count(Outcome.PASS)) + " passed"),
                new Figure("Warned", Numbers.count(warned), "soft limits", warned > 0 ? Tone.WARN : Tone.NONE),
                new Figure(
                        "Cut or denied",
                        Numbers.count(limits.breached()),
                        Numbers.count(limits.count(Outcome.CUT)) + " cut, " + Numbers.count(limits.count(Outcome.DENY))
                                + " denied",
                        limits.breached() > 0 ? Tone.BAD : Tone.NONE));
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                run.report().verdicts(),
                new Column<>("account", CsvFormats.TEXT, Verdict::account),
                new Column<>("subject", CsvFormats.TEXT, Verdict::subject),
                new Column<>("rule", CsvFormats.TEXT, v -> v.rule().name()),
                new Column<>("version", CsvFormats.TEXT, v -> v.rule().version()),
                new Column<>("outcome", CsvFormats.WORD, v -> v.outcome().name()),
                new Column<>("used", CsvFormats.EXACT.or(""), Verdict::used),
                new Column<>(
                        "warning",
                        CsvFormats.EXACT.or(""),
                        v -> Optional.ofNullable(v.numbers().get("warning"))),
                new Column<>("limit", CsvFormats.EXACT.or(""), Verdict::limit),
                new Column<>("utilisation", CsvFormats.statistic(6).or(""), VerdictFigures::utilisation),
                new Column<>("permitted", CsvFormats.EXACT.or(""), Verdict::permitted),
                new Column<>("would_pass", CsvFormats.TEXT, Verdict::remedy),
                new Column<>("reason", CsvFormats.TEXT, v -> run.safe(v.reason()))));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        List<String> lines = new ArrayList<>();
        lines.add(Terminal.figure(
                ink, "limits", Numbers.count(run.report().limits().checked()), outcomes(run)));
        List<Verdict> told = run.report().limits().told();
        for (Verdict verdict : Top.of(told, VerdictRanking.SEVEREST_FIRST, TOLD)) {
            String word = Terminal.left(words(verdict.outcome()), 8);
            lines.add("  " + (verdict.outcome() == Outcome.WARN ? ink.warn(word) : ink.bad(word))
                    + Terminal.folded(run.safe(said(verdict))));
            if (!verdict.remedy().isBlank()) {
                lines.add("          "
                        + ink.quiet(Terminal.fitted("would pass: " + verdict.remedy(), Terminal.WIDTH - 10)));
            }
        }
        if (told.size() > TOLD) {
            lines.add("          " + ink.quiet("and " + Numbers.count(told.size() - TOLD) + " more in limits.csv"));
        }
        return lines;
    }

    /** Each names its account: a rule's sentence may speak of an order alone. */
    private static String said(Verdict verdict) {
        return verdict.account().isBlank() ? verdict.reason() : verdict.account() + ": " + verdict.reason();
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        VerdictFigures limits = run.report().limits();
        root.putObject("limits")
                .put("checked", limits.checked())
                .put("passed", limits.count(Outcome.PASS))
                .put("breached", limits.breached())
                .put("warned", limits.count(Outcome.WARN))
                .put("cut", limits.count(Outcome.CUT))
                .put("denied", limits.count(Outcome.DENY));
    }
}
