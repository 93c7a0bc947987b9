package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedTotals;
import dev.vesper.desk.operations.ProposedVerdict;
import dev.vesper.desk.operations.ProposedView;
import dev.vesper.limits.Outcome;
import java.math.BigDecimal;
import java.util.List;

/** All that people are asked about in a run: its sums, every order, before and after, every verdict, part by part. */
final class ProposalPage implements Page {
    private static final int SHOWN = 50;
    private static final int LONGEST = 100;
    private static final String ORDERS = "orders";
    private static final String VERDICTS = "verdicts";
    private static final String HOLDINGS = "holdings";
    private static final List<String> PARTS = List.of(ORDERS, VERDICTS, HOLDINGS);

    /**
     * An order, in words.
     *
     * @param used how much of which limit it uses, or empty
     * @param leftOut who left it out and why, or empty
     */
    public record OrderLine(
            String id,
            String account,
            String side,
            String symbol,
            String quantity,
            String price,
            String notional,
            String used,
            String cost,
            String outcome,
            Tone tone,
            String why,
            String wouldPass,
            String leftOut) {}

    /** The sums of one currency, in words. */
    public record SumLine(String currency, String bought, String sold, String cost, String fees) {}

    /**
     * The sums.
     *
     * @param cost by which figures it is expected, in a sentence; empty where they are gone
     */
    public record Sums(String orders, String leftOut, List<SumLine> currencies, String cost) {
        static final Sums NOTHING = new Sums("", "", List.of(), "");
    }

    /** A part of the proposal, as a link. */
    public record Part(String title, String href, boolean chosen) {}

    /** A holding, in percent. */
    public record HoldingLine(String account, String symbol, String before, String target, String after) {}

    /** A verdict, in words. */
    public record VerdictLine(
            String outcome, Tone tone, String rule, String account, String subject, String reason, String wouldPass) {}

    /**
     * What the template shows.
     *
     * @param from how many rows are on the pages before
     * @param first which orders come first
     * @param find what their ids must have
     * @param next where the next rows are, or empty
     */
    public record Model(
            String run,
            String href,
            String at,
            Sums sums,
            List<Part> parts,
            boolean filters,
            int from,
            String first,
            String find,
            List<OrderLine> orders,
            List<HoldingLine> holdings,
            List<VerdictLine> verdicts,
            String next) {}

    @Override
    public String word() {
        return "proposal";
    }

    @Override
    public String title() {
        return "Proposal of run";
    }

    @Override
    public String help() {
        return "tasks";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/proposal");
    }

    static String href(String run) {
        return RunLine.href(run) + "/proposal";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("show", "first", "find", "from"));
        RunId run = asked.run();
        int from = Math.toIntExact(Math.min(asked.among("from").orElse(0), 100_000_000));
        String show = asked.query().getOrDefault("show", ORDERS);
        if (!PARTS.contains(show)) {
            throw Problem.usage("Expected " + String.join(", ", PARTS) + " to be shown, but got \"" + show + "\""
                    + NearestName.hint(show, PARTS));
        }
        String find = asked.query().getOrDefault("find", "");
        if (find.length() > LONGEST) {
            throw Problem.usage("Expected at most " + LONGEST + " characters to find, but got " + find.length());
        }
        ProposedView view =
                new ProposedView(ProposedView.First.WORDS.get(asked.query().getOrDefault("first", "attention")), find);
        List<OrderLine> orders = show.equals(ORDERS) ? orders(operations, run, view, from, SHOWN) : List.of();
        List<VerdictLine> verdicts = show.equals(VERDICTS) ? verdicts(operations, run, from, SHOWN) : List.of();
        List<HoldingLine> holdings = show.equals(HOLDINGS)
                ? operations.runs().proposedHoldings(run, from, SHOWN).stream()
                        .map(ProposalPage::line)
                        .toList()
                : List.of();
        String at = href(run.value());
        String here = at + "?show=" + show + "&first=" + view.first().word()
                + (find.isEmpty() ? "" : "&find=" + PercentText.encoded(find));
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                at,
                sums(operations.runs().proposedTotals(run)),
                PARTS.stream()
                        .map(part -> new Part(title(part), at + "?show=" + part, part.equals(show)))
                        .toList(),
                show.equals(ORDERS),
                from,
                view.first().word(),
                find,
                orders,
                holdings,
                verdicts,
                Math.max(orders.size(), Math.max(holdings.size(), verdicts.size())) == SHOWN
                        ? here + "&from=" + (from + SHOWN)
                        : "");
    }

    private static String title(String part) {
        return switch (part) {
            case VERDICTS -> "Verdicts, what did not pass first";
            case HOLDINGS -> "Before and after";
            default -> "Orders, after cuts";
        };
    }

    static List<OrderLine> orders(Operations operations, RunId run, ProposedView view, int from, int most) {
        return operations.runs().proposedOrders(run, view, from, most).stream()
                .map(ProposalPage::line)
                .toList();
    }

    static List<VerdictLine> verdicts(Operations operations, RunId run, int from, int most) {
        return operations.runs().proposedVerdicts(run, from, most).stream()
                .map(ProposalPage::line)
                .toList();
    }

    static Sums sums(ProposedTotals totals) {
        BigDecimal cost = totals.costBps();
        BigDecimal fee = totals.feeBps();
        return new Sums(
                Numbers.count(totals.orders()),
                totals.leftOut() == 0 ? "" : Numbers.count(totals.leftOut()),
                totals.currencies().stream()
                        .map(one -> new SumLine(
                                one.currency(),
                                Numbers.amount(one.bought()),
                                Numbers.amount(one.sold()),
                                one.expectedCost() == null ? Numbers.NONE : Numbers.amount(one.expectedCost()),
                                one.expectedFees() == null ? Numbers.NONE : Numbers.amount(one.expectedFees())))
                        .toList(),
                cost == null || fee == null ? "" : expected(cost, fee));
    }

    /** By which figures, and what is in them. */
    private static String expected(BigDecimal cost, BigDecimal fee) {
        return "Expected cost: " + Numbers.decimals(cost, 2)
                + " basis points of the notional at decision prices, as rebalance.cost_bps of firm.yaml says and the planner"
                + " and the rule cash count with. "
                + (fee.compareTo(cost) > 0
                        ? "The venues alone charge " + Numbers.decimals(fee, 2) + ": maybe the setting is too low."
                        : Numbers.decimals(fee, 2)
                                + " of it are fees of the venues, the rest is for the spread and the market's move.");
    }

    private static OrderLine line(ProposedOrder order) {
        return new OrderLine(
                order.order(),
                order.account(),
                Words.word(order.side()),
                order.symbol(),
                Numbers.quantity(order.quantity()),
                Numbers.price(order.decisionPrice()),
                Numbers.money(order.currency(), order.notional()),
                order.limit().isEmpty() ? "" : Numbers.percent(order.limitUsed(), 0) + " of " + order.limit(),
                order.expectedCost() == null ? Numbers.NONE : Numbers.amount(order.expectedCost()),
                order.outcome() == Outcome.PASS ? "" : Words.word(order.outcome()),
                tone(order.outcome()),
                order.why(),
                order.wouldPass(),
                order.leftOut());
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Tone.GOOD;
            case WARN -> Tone.WARN;
            case CUT, DENY -> Tone.BAD;
        };
    }

    private static HoldingLine line(ProposedHolding holding) {
        return new HoldingLine(
                holding.account(),
                holding.symbol(),
                percent(holding.before()),
                percent(holding.target()),
                percent(holding.after()));
    }

    private static VerdictLine line(ProposedVerdict verdict) {
        return new VerdictLine(
                Words.word(verdict.outcome()),
                tone(verdict.outcome()),
                verdict.rule(),
                verdict.account(),
                verdict.subject(),
                verdict.reason(),
                verdict.wouldPass());
    }

    private static String percent(double share) {
        return Numbers.percent(share, 2);
    }
}
