package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Words what a person is asked, why, and what they should see before they answer. */
public final class TaskTexts {
    private static final int SHOWN = 15;
    private static final int MOST_RULES = 3;
    private final DataCheckStore checks;
    private final RebalanceStore rebalances;
    private final Function<RunId, Firm> firms;

    /** Over what was checked and decided, for the firm as it was frozen for the run. */
    public TaskTexts(DataCheckStore checks, RebalanceStore rebalances, Function<RunId, Firm> firms) {
        this.checks = checks;
        this.rebalances = rebalances;
        this.firms = firms;
    }

    /**
     * A new task.
     *
     * @param proposal what an answer about trades is bound to
     */
    public UserTask task(TaskId id, RunRecord run, Optional<ProposalEvent.Decided> proposal, Instant at) {
        String question;
        String detail;
        if (id.kind() == TaskKind.RELEASE_DATA) {
            DataCheck check = checks.data(run.id()).orElseThrow();
            question = release(run, check);
            detail = data(check);
        } else {
            DecisionSummary decided = rebalances.summary(run.id(), SHOWN).orElseThrow();
            boolean maker = id.kind() == TaskKind.PROPOSE_TRADES;
            ApprovalsNeeded needed = proposal.map(ProposalEvent.Decided::needed).orElse(ApprovalsNeeded.ONE_CHECKER);
            question = (maker ? "Propose " : "Approve ") + Counted.of(decided.orders(), "order") + " for "
                    + Numbers.money(decided.currency(), decided.notional()) + ", decided at the close of " + run.date()
                    + (decided.orders() == 0 ? "" : ", " + expected(run)) + "? "
                    + (maker ? "You are the maker." : checker(id.step(), needed));
            detail = proposal.map(TaskTexts::bound).orElse("")
                    + approvals(needed)
                    + checks.data(run.id()).map(TaskTexts::setAside).orElse("")
                    + trades(decided);
        }
        return new UserTask(id.toString(), run.id(), id.kind(), question, detail, at, null, null, null, "");
    }

    /**
     * The question about a run's data as it stands once people decided single rows.
     *
     * @param check the verdict with those rows
     */
    public UserTask again(UserTask asked, RunRecord run, DataCheck check) {
        return new UserTask(
                asked.id(),
                asked.run(),
                asked.kind(),
                release(run, check),
                data(check),
                asked.raisedAt(),
                asked.decision(),
                asked.decidedBy(),
                asked.decidedAt(),
                asked.reason());
    }

    private static String release(RunRecord run, DataCheck check) {
        String why = check.blocking()
                ? "The contract was broken (" + stopping(check) + "): "
                : "The contract holds with the rows that were decided: ";
        return "Release the data of " + run.date() + "? " + why + Numbers.count(check.quarantined()) + " of "
                + Counted.of(check.rows(), "row") + " are quarantined.";
    }

    /** The rules that stop the day, the first three by name. */
    private static String stopping(DataCheck check) {
        List<String> rules = check.breaches().stream()
                .filter(breach -> breach.severity() == Severity.ERROR)
                .map(DataCheck.Breach::rule)
                .distinct()
                .toList();
        String shown = String.join(", ", rules.subList(0, Math.min(MOST_RULES, rules.size())));
        return rules.size() > MOST_RULES ? shown + " and " + (rules.size() - MOST_RULES) + " more" : shown;
    }

    private String expected(RunRecord run) {
        return ExpectedSessions.of(
                firms.apply(run.id()),
                run.date(),
                () -> rebalances.orders(run.id()).orElse(List.of()));
    }

    private static String data(DataCheck check) {
        List<String> lines = new ArrayList<>();
        for (DataCheck.Breach breach : check.breaches()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s %-24s %10s  %s",
                    breach.severity().word(),
                    breach.rule(),
                    Counted.of(breach.rows(), "row"),
                    breach.message()));
            if (!breach.example().isEmpty()) {
                lines.add("         for example " + breach.example());
            }
        }
        lines.add("Accepted rows: snapshot " + check.snapshot());
        lines.add("Quarantined rows: " + (check.quarantineKey().isEmpty() ? "none" : check.quarantineKey()));
        lines.add("approve releases the accepted rows; reject ends the day without trading.");
        return String.join("\n", lines);
    }

    /** Which rows the figures were made without; nothing where none were set aside. */
    private static String setAside(DataCheck check) {
        if (check.quarantined() == 0) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("Data: " + Numbers.count(check.quarantined()) + " of " + Counted.of(check.rows(), "row")
                + (check.quarantined() == 1 ? " was" : " were")
                + " set aside; what is missing there counts at its price before.");
        for (DataCheck.Breach breach : check.breaches()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "DATA  %-22s %s: %s%s",
                    breach.rule(),
                    Counted.of(breach.rows(), "row"),
                    breach.message(),
                    breach.example().isEmpty() ? "" : "; for example " + breach.example()));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The sum in a short form: the audit log and the report name the same. */
    private static String bound(ProposalEvent.Decided decided) {
        ProposalSum proposal = decided.proposal();
        return "Proposal " + proposal.shown() + ": your answer holds for exactly what is in it, "
                + Counted.of(proposal.orders().rows(), "order") + ", "
                + Counted.of(proposal.verdicts().rows(), "verdict") + " and "
                + Counted.of(proposal.inputs().rows(), "input file") + ".\n";
    }

    private static String checker(int step, ApprovalsNeeded needed) {
        String group = needed.steps().stream()
                .filter(one -> one.number() == step)
                .map(ApprovalStep::group)
                .findFirst()
                .orElse(ApprovalStep.CHECKERS);
        if (needed.steps().size() == 1 && group.equals(ApprovalStep.CHECKERS)) {
            return "You are the checker: another person than the maker.";
        }
        return "You approve for " + group + ": another person than the maker and than whoever else approves; "
                + needed.steps().size() + " must approve (" + needed.groups() + ").";
    }

    /** Who asks for more than one checker, or for others. */
    private static String approvals(ApprovalsNeeded needed) {
        return needed.because().isEmpty() || needed.equals(ApprovalsNeeded.ONE_CHECKER)
                ? ""
                : "To be approved by " + needed.groups() + ": " + String.join("; ", needed.because()) + ".\n";
    }

    private static String trades(DecisionSummary decided) {
        List<String> lines = new ArrayList<>();
        for (DecisionSummary.AccountLine account : decided.accounts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s value %18s %s  %-16s %s  turnover %s  off target before cuts %s",
                    account.account(),
                    Numbers.amount(account.value()),
                    account.currency(),
                    account.method(),
                    Counted.of(account.trades(), "order"),
                    Numbers.percent(account.turnover(), 1),
                    Numbers.percent(account.deviation(), 2)));
        }
        for (Verdict said : decided.told()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-5s %-22s %s",
                    said.outcome(),
                    said.rule().name(),
                    said.subject() + ": " + said.reason()));
        }
        if (decided.allTold() > decided.told().size()) {
            lines.add("... and "
                    + Numbers.count(decided.allTold() - decided.told().size())
                    + " more, which ./vesper tasks show tells");
        }
        lines.add(
                decided.largest().size() < decided.orders()
                        ? "The largest " + decided.largest().size() + " of " + Counted.of(decided.orders(), "order")
                                + ":"
                        : "Orders:");
        for (ParentOrder order : decided.largest()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %-4s %-8s %14s at %12s = %18s %s",
                    order.account(),
                    order.side(),
                    order.symbol(),
                    Numbers.quantity(order.quantity()),
                    Numbers.price(order.decisionPrice()),
                    Numbers.amount(order.notional()),
                    order.currency()));
        }
        return String.join("\n", lines);
    }
}
