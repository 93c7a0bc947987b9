package dev.vesper.adapters.report;

import dev.vesper.adapters.report.ReportView.AccountView;
import dev.vesper.adapters.report.ReportView.EquityView;
import dev.vesper.adapters.report.ReportView.Figure;
import dev.vesper.desk.AccountPlan;
import dev.vesper.desk.DataCheck;
import dev.vesper.desk.RunReport;
import dev.vesper.desk.RunStatus;
import dev.vesper.desk.StageRecord;
import dev.vesper.limits.Outcome;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns the facts of a run into the words and drawings of its page. */
final class ReportViews {
    /** A longer table goes on in its CSV. */
    static final int ROWS = 200;

    private final RunFacts facts;
    private final RunReport report;

    private ReportViews(RunFacts facts) {
        this.facts = facts;
        this.report = facts.report();
    }

    static ReportView of(RunFacts facts, List<String> files, String style, String screenStyle) {
        return new ReportViews(facts).view(files, style, screenStyle);
    }

    private ReportView view(List<String> files, String style, String screenStyle) {
        DataCheck data = report.data();
        OrderTables tables = new OrderTables(facts, ROWS);
        return new ReportView(
                report.firm().settings().name(),
                report.run().id().value(),
                report.run().date().toString(),
                report.run().date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                statusWords(report.run().status()),
                statusTone(report.run().status()),
                report.run().rehearsal(),
                lead(),
                Figures.stamp(report.run().openedAt()) + " UTC",
                data.snapshot(),
                figures(),
                stages(),
                report.stages().stream()
                        .filter(s -> !s.message().isBlank())
                        .map(s -> s.name() + ": " + facts.safe(s.message()))
                        .toList(),
                Figures.count(data.rows()) + " price rows from " + data.firstDate() + " to " + data.lastDate() + "; "
                        + quarantine(data),
                breaches(data),
                report.firm().warnings().stream().map(facts::safe).toList(),
                facts.accounts().stream().map(this::account).toList(),
                tables.orders(),
                tables.costs(),
                report.session().isEmpty()
                        ? "The session's arrival and closing prices are not known: delay is zero by construction, and"
                                + " what stayed unfilled is marked at the last fill of the day."
                        : "Delay: from decision to arrival. Execution: from arrival to the fills. Opportunity: what"
                                + " stayed unfilled, at the last price of the session. Positive is a cost.",
                limitsSentence(),
                UtilisationChart.draw(
                                report.rebalance().verdicts(), report.run().id().value())
                        .orElse(""),
                tables.limits(),
                SessionChart.draw(report.fills(), report.firm().settings().execution())
                        .orElse(""),
                tables.venues(),
                equity(),
                decisions(),
                audit(),
                report.audit().isEmpty() ? "" : report.audit().getLast().hash(),
                versions(),
                files,
                style,
                screenStyle);
    }

    static String statusWords(RunStatus status) {
        return switch (status) {
            case RUNNING -> "Running";
            case WAITING -> "Waiting for a person";
            case DONE -> "Done";
            case REFUSED -> "Refused";
            case ABANDONED -> "Abandoned";
            case FAILED -> "Failed";
        };
    }

    private static String statusTone(RunStatus status) {
        return switch (status) {
            case DONE -> "good";
            case RUNNING, WAITING -> "warn";
            case REFUSED, ABANDONED, FAILED -> "bad";
        };
    }

    /** For example: "23 orders in 3 accounts, 21 filled, 2 in part; costs of 4.2 bps." */
    private String lead() {
        if (report.run().status() == RunStatus.REFUSED) {
            return "The day was refused; nothing "
                    + (report.fills().isEmpty() ? "was traded." : "more was traded after the refusal.");
        }
        if (report.orders().isEmpty()) {
            return "No order was needed or allowed: the books stay as they are.";
        }
        long filled = facts.ordersWith(OrderFact.Status.FILLED);
        long partial = facts.ordersWith(OrderFact.Status.PARTIAL);
        long rest = report.orders().size() - filled - partial;
        int accounts = report.rebalance().plans().size();
        return Words.counted(report.orders().size(), "order") + " in " + Words.counted(accounts, "account") + ": "
                + Figures.count(filled) + " filled"
                + (partial > 0 ? ", " + Figures.count(partial) + " in part" : "")
                + (rest > 0 ? ", " + Figures.count(rest) + " not" : "") + ".";
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Orders",
                Figures.count(report.orders().size()),
                Words.counted(report.children().size(), "child order"),
                ""));
        for (CurrencyTotal total : facts.totals().values()) {
            figures.add(new Figure(
                    "Traded, " + total.currency(),
                    Figures.compact(total.filled()),
                    "of " + Figures.compact(total.notional()) + " ordered",
                    ""));
        }
        figures.add(new Figure("Fills", Figures.count(report.fills().size()), Words.counted(venues(), "venue"), ""));
        for (CurrencyTotal total : facts.totals().values()) {
            String of = facts.totals().size() > 1 ? ", " + total.currency() : "";
            figures.add(new Figure("Fill rate" + of, Figures.percent(total.fillRate(), 1), "of notional", ""));
            figures.add(new Figure(
                    "Cost" + of,
                    Figures.bps(total.costBps()) + " bps",
                    total.currency() + " " + Figures.amount(total.costs().total()),
                    ""));
        }
        figures.add(new Figure(
                "Limits checked",
                Figures.count(facts.checked()),
                Figures.count(facts.checks(Outcome.PASS)) + " passed",
                ""));
        long warned = facts.checks(Outcome.WARN);
        figures.add(new Figure("Warned", Figures.count(warned), "soft limits", warned > 0 ? "warn" : ""));
        figures.add(new Figure(
                "Cut or denied",
                Figures.count(facts.breached()),
                Figures.count(facts.checks(Outcome.CUT)) + " cut, " + Figures.count(facts.checks(Outcome.DENY))
                        + " denied",
                facts.breached() > 0 ? "bad" : ""));
        figures.add(new Figure(
                "Quarantined",
                Figures.count(report.data().quarantined()),
                "of " + Figures.count(report.data().rows()) + " rows",
                report.data().quarantined() > 0 ? "warn" : ""));
        return figures;
    }

    private int venues() {
        return Math.toIntExact(
                report.fills().stream().map(f -> f.venue()).distinct().count());
    }

    private Table stages() {
        Table.Builder table = new Table.Builder(ROWS, "run.json", "Stage", "!State", "_Started (UTC)", "#Took");
        double sum = 0;
        for (StageRecord stage : report.stages()) {
            boolean here = "report".equals(stage.name()) && stage.finishedAt() == null;
            sum += RunFacts.seconds(stage).orElse(0.0);
            table.row(
                    switch (stage.state()) {
                        case "done" -> "good";
                        case "running" -> here ? "" : "warn";
                        default -> "bad";
                    },
                    stage.name(),
                    here ? "this report" : stage.state(),
                    Figures.stamp(stage.startedAt()),
                    Figures.duration(RunFacts.seconds(stage)));
        }
        return report.stages().isEmpty()
                ? table.build()
                : table.total("together", "", "", Figures.duration(sum)).build();
    }

    private static String quarantine(DataCheck data) {
        if (data.quarantined() == 0) {
            return "every row was accepted.";
        }
        return Figures.count(data.quarantined()) + " set aside in quarantine ("
                + Figures.percent(data.quarantined() / (double) Math.max(1, data.rows()), 2) + ")."
                + (data.blocking() ? " A person had to release the day." : "");
    }

    private Table breaches(DataCheck data) {
        Table.Builder table =
                new Table.Builder(ROWS, "the lake", "_Rule", "!Severity", "#Rows", "What is wrong", "First example");
        for (DataCheck.Breach breach : data.breaches()) {
            table.row(
                    "error".equals(breach.severity()) ? "bad" : "warn",
                    breach.rule(),
                    breach.severity(),
                    Figures.count(breach.rows()),
                    facts.safe(breach.message()),
                    facts.safe(breach.example()));
        }
        return table.build();
    }

    private AccountView account(AccountFact account) {
        AccountPlan plan = account.plan();
        Proposal proposal = plan.proposal();
        String currency = plan.account().cash().currency();
        List<Figure> figures = List.of(
                new Figure("Value before", Figures.amount(plan.value()), "", ""),
                new Figure("Value after", Figures.amount(account.valueAfter()), "at decision prices, after costs", ""),
                new Figure("Cash before", Figures.amount(plan.account().cash().amount()), "", ""),
                new Figure("Cash after", Figures.amount(account.cashAfter()), "", ""),
                new Figure("Orders", Figures.count(account.orders()), "", ""),
                new Figure("Traded", Figures.amount(account.traded()), "", ""),
                new Figure("Planned turnover", Figures.percent(proposal.turnover(), 1), "bought plus sold", ""),
                new Figure(
                        "Realised gain, planned",
                        Figures.signed(proposal.realisedGain().amount(), 2),
                        "by the chosen tax lots",
                        ""),
                new Figure("Planned distance to target", Figures.percent(proposal.deviation(), 2), "", ""),
                new Figure("Best possible", Figures.percent(proposal.optimum(), 2), "without whole lots", ""),
                new Figure("Gap", Figures.percent(proposal.gap(), 2), "", ""));
        return new AccountView(
                plan.account().id() + " · " + plan.account().name(),
                currency + " · strategy " + plan.account().strategy() + " · "
                        + plan.target().method(),
                figures,
                AllocationChart.draw(account));
    }

    private String limitsSentence() {
        return facts.checked() == 0
                ? "No limit was checked."
                : Words.counted(facts.checked(), "check") + ": " + Figures.count(facts.checks(Outcome.PASS))
                        + " passed, " + Figures.count(facts.checks(Outcome.WARN)) + " warned, "
                        + Figures.count(facts.checks(Outcome.CUT)) + " cut, "
                        + Figures.count(facts.checks(Outcome.DENY)) + " denied.";
    }

    private List<EquityView> equity() {
        Set<String> currencies = facts.accounts().stream()
                .map(a -> a.plan().account().cash().currency())
                .collect(Collectors.toCollection(TreeSet::new));
        return currencies.stream().map(this::equity).toList();
    }

    private EquityView equity(String currency) {
        List<AccountFact> accounts = facts.accounts().stream()
                .filter(a -> a.plan().account().cash().currency().equals(currency))
                .toList();
        Set<String> ids =
                accounts.stream().map(a -> a.plan().account().id()).collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, Double> holdings = new TreeMap<>();
        for (TaxLot lot : RunFacts.lots(report)) {
            if (ids.contains(lot.account())) {
                holdings.merge(lot.symbol(), lot.quantity().doubleValue(), Double::sum);
            }
        }
        double cash =
                accounts.stream().mapToDouble(a -> a.cashAfter().doubleValue()).sum();
        Backcast backcast = Backcast.of(holdings, cash, report.prices());
        String chart = EquityChart.draw(backcast, currency).orElse("");
        String caption = chart.isEmpty()
                ? "There are not two days on which every holding had a price: no curve is drawn."
                : "A backcast, not a track record: what the " + Words.counted(holdings.size(), "holding")
                        + " and the cash of "
                        + (ids.size() == 1
                                ? "account " + ids.iterator().next()
                                : "all " + ids.size() + " " + currency + " accounts")
                        + " after today's trades would have been worth on earlier days, from "
                        + backcast.dates().getFirst() + ", the first day on which every holding had a price.";
        return new EquityView(caption, chart);
    }

    private Table decisions() {
        Table.Builder table =
                new Table.Builder(ROWS, "the audit table", "Who", "As", "!Decision", "_When (UTC)", "Why");
        for (PersonDecision decision : facts.decisions()) {
            table.row(
                    decision.answer().goesOn() ? "good" : "bad",
                    decision.who() + (decision.rehearsal() ? " (rehearsal)" : ""),
                    decision.answer().role().words(),
                    decision.answer().words(),
                    Figures.stamp(decision.at()),
                    facts.safe(decision.detail()));
        }
        return table.build();
    }

    private Table audit() {
        Table.Builder table = new Table.Builder(
                ROWS, "the audit table", "#Row", "_When (UTC)", "Who", "What", "To what", "Detail", "_Hash");
        report.audit()
                .forEach(row -> table.row(
                        "",
                        Long.toString(row.sequence()),
                        Figures.stamp(row.at()),
                        row.actor(),
                        row.action(),
                        row.subject(),
                        facts.safe(row.detail()),
                        row.hash().substring(0, Math.min(12, row.hash().length()))));
        return table.build();
    }

    private Table versions() {
        Table.Builder table = new Table.Builder(ROWS, "run.json", "Part", "Version");
        report.versions().forEach((name, version) -> table.row("", name, version));
        return table.build();
    }
}
