package dev.vesper.adapters.report;

import dev.vesper.desk.RunReport;
import dev.vesper.desk.RunStatus;
import dev.vesper.desk.StageRecord;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The day on a terminal: what happened, in lines of at most {@value #WIDTH} characters. */
public final class RunSummary {
    /** No line is longer. */
    public static final int WIDTH = 100;

    private static final int TOLD = 5;

    private final RunFacts facts;
    private final RunReport report;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private RunSummary(RunReport report, boolean colour) {
        this.facts = RunFacts.of(report);
        this.report = report;
        this.ink = new Ink(colour);
    }

    /**
     * The summary of a run.
     *
     * @param colour whether to use ANSI colours
     */
    public static List<String> lines(RunReport report, boolean colour) {
        RunSummary summary = new RunSummary(report, colour);
        summary.head();
        summary.stages();
        summary.figures();
        summary.accounts();
        summary.verdicts();
        summary.data();
        return summary.lines.stream()
                .flatMap(line -> java.util.Arrays.stream(line.split("\n", -1)))
                .toList();
    }

    private void head() {
        RunStatus status = report.run().status();
        String words = ReportViews.statusWords(status).toLowerCase(Locale.UK);
        String left = report.firm().settings().name() + " · end of day "
                + report.run().date();
        lines.add("  " + ink.bold(fitted(left, 66)) + "  "
                + ink.quiet(report.run().id().value()) + "  "
                + ink.tone(status == RunStatus.DONE, status == RunStatus.REFUSED || status == RunStatus.FAILED, words));
        if (report.run().rehearsal()) {
            lines.add("  " + ink.loud(" REHEARSAL ") + " " + ink.warn("demo approvers, simulated venues"));
        }
        lines.add("");
    }

    private void stages() {
        for (StageRecord stage : report.stages()) {
            boolean here = "report".equals(stage.name()) && "running".equals(stage.state());
            boolean done = "done".equals(stage.state()) || here;
            boolean running = "running".equals(stage.state()) && !here;
            String mark = done ? ink.good("✓") : running ? ink.warn("…") : ink.bad("✗");
            String took = RunFacts.seconds(stage).map(Figures::duration).orElse("");
            lines.add("  " + mark + " " + padded(stage.name(), 16) + left(took, 10) + "   "
                    + ink.quiet(fitted(result(stage), 64)));
            if (!stage.message().isBlank()) {
                lines.add("      " + ink.bad(fitted(facts.safe(stage.message()), WIDTH - 6)));
            }
        }
        lines.add("");
    }

    /** What a stage has to show for itself. */
    private String result(StageRecord stage) {
        return switch (stage.name()) {
            case "check-data" ->
                Figures.count(report.data().rows()) + " rows, "
                        + Figures.count(report.data().quarantined()) + " quarantined";
            case "rebalance" ->
                Words.counted(report.rebalance().plans().size(), "account") + ", "
                        + Words.counted(report.rebalance().orders().size(), "order") + ", "
                        + Words.counted(facts.checked(), "limit check");
            case "approve-trades" ->
                facts.decisions().isEmpty()
                        ? ""
                        : String.join(
                                ", ",
                                facts.decisions().stream()
                                        .map(d -> d.who() + " " + d.answer().words())
                                        .toList());
            case "execute-orders" ->
                Words.counted(report.children().size(), "child order") + ", "
                        + Words.counted(report.fills().size(), "fill");
            default -> "";
        };
    }

    private void figures() {
        for (CurrencyTotal total : facts.totals().values()) {
            String unit = total.currency() + " ";
            ImplementationShortfall costs = total.costs();
            figure(
                    "traded",
                    unit + Figures.amount(total.filled()),
                    Figures.percent(total.fillRate(), 1) + " of " + Figures.amount(total.notional()) + " ordered");
            figure(
                    "cost",
                    Figures.bps(total.costBps()) + " bps",
                    unit + Figures.amount(costs.total()) + " against the decision prices");
            figure(
                    "",
                    "",
                    "delay " + Figures.bps(costs.bps(costs.delay()))
                            + ", execution " + Figures.bps(costs.bps(costs.execution())) + ", opportunity "
                            + Figures.bps(costs.bps(costs.opportunity())) + ", fees "
                            + Figures.bps(costs.bps(costs.fees())));
        }
        if (!report.orders().isEmpty()) {
            figure(
                    "orders",
                    Figures.count(report.orders().size()),
                    Figures.count(facts.ordersWith(OrderFact.Status.FILLED)) + " filled, "
                            + Figures.count(facts.ordersWith(OrderFact.Status.PARTIAL)) + " in part, "
                            + Figures.count(facts.ordersWith(OrderFact.Status.UNFILLED)
                                    + facts.ordersWith(OrderFact.Status.NOT_SENT)
                                    + facts.ordersWith(OrderFact.Status.WORKING))
                            + " not");
        } else {
            figure("orders", "0", "the books stay as they are");
        }
        figure(
                "limits",
                Figures.count(facts.checked()),
                Figures.count(facts.checks(Outcome.PASS)) + " passed, " + Figures.count(facts.checks(Outcome.WARN))
                        + " warned, " + Figures.count(facts.checks(Outcome.CUT)) + " cut, "
                        + Figures.count(facts.checks(Outcome.DENY)) + " denied");
        lines.add("");
    }

    private void figure(String label, String value, String note) {
        lines.add("  " + ink.quiet(padded(label, 8)) + ink.bold(left(value, 20)) + "   "
                + ink.quiet(fitted(note, WIDTH - 33)));
    }

    private void accounts() {
        if (facts.accounts().isEmpty()) {
            return;
        }
        lines.add("  "
                + ink.quiet(padded("account", 10)
                        + padded("name", 24)
                        + left("value after", 18)
                        + left("cash", 16)
                        + left("orders", 8)
                        + left("traded", 16)));
        for (AccountFact account : facts.accounts()) {
            lines.add("  " + padded(account.plan().account().id(), 10)
                    + padded(account.plan().account().name(), 24)
                    + left(Figures.amount(account.valueAfter()), 18)
                    + left(Figures.amount(account.cashAfter()), 16)
                    + left(Figures.count(account.orders()), 8)
                    + left(Figures.amount(account.traded()), 16));
        }
        lines.add("");
    }

    private void verdicts() {
        List<Verdict> told = facts.notPassed();
        for (Verdict verdict : told.subList(0, Math.min(TOLD, told.size()))) {
            boolean warned = verdict.outcome() == Outcome.WARN;
            String word = switch (verdict.outcome()) {
                case WARN -> "warned";
                case CUT -> "cut";
                case DENY -> "denied";
                case PASS -> "passed";
            };
            lines.add("  " + (warned ? ink.warn(padded(word, 8)) : ink.bad(padded(word, 8)))
                    + wrapped(facts.safe(verdict.reason())));
            if (!verdict.wouldPass().isBlank()) {
                lines.add("          " + ink.quiet(fitted("would pass: " + verdict.wouldPass(), WIDTH - 10)));
            }
        }
        if (told.size() > TOLD) {
            lines.add("          " + ink.quiet("and " + Figures.count(told.size() - TOLD) + " more in limits.csv"));
        }
        if (!told.isEmpty()) {
            lines.add("");
        }
    }

    private void data() {
        report.data()
                .breaches()
                .forEach(b -> lines.add("  " + ink.warn(padded("data", 8))
                        + wrapped(Words.counted(b.rows(), "row") + ": " + facts.safe(b.message()) + "; for example "
                                + facts.safe(b.example()))));
        if (!report.data().breaches().isEmpty()) {
            lines.add("");
        }
    }

    private static String padded(String text, int width) {
        String fitted = fitted(text, width - 1);
        return fitted + " ".repeat(width - fitted.codePointCount(0, fitted.length()));
    }

    private static String left(String text, int width) {
        return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
    }

    /** A sentence on at most two lines, the second under the first. */
    private static String wrapped(String text) {
        int room = WIDTH - 10;
        String clean = fitted(text, 2 * room);
        int space = clean.lastIndexOf(' ', room);
        return clean.length() <= room || space <= 0
                ? fitted(clean, room)
                : clean.substring(0, space) + "\n          " + fitted(clean.substring(space + 1), room);
    }

    /** One line of text that a terminal cannot be tricked with: no control characters, not too long. */
    private static String fitted(String text, int width) {
        return Svg.fitted(text.replaceAll("\\p{Cntrl}", " "), width);
    }

    /** ANSI colours, or none. */
    private record Ink(boolean on) {
        String bold(String text) {
            return wrapped("1", text);
        }

        String quiet(String text) {
            return wrapped("2", text);
        }

        String good(String text) {
            return wrapped("32", text);
        }

        String warn(String text) {
            return wrapped("33", text);
        }

        String bad(String text) {
            return wrapped("31", text);
        }

        String loud(String text) {
            return wrapped("30;43;1", text);
        }

        String tone(boolean good, boolean bad, String text) {
            return good ? good(text) : bad ? bad(text) : warn(text);
        }

        private String wrapped(String code, String text) {
            return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
        }
    }
}
