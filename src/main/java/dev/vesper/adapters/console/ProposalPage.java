package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedVerdict;
import java.util.List;

/** All that people are asked about in a run: every order, before and after, every verdict, part by part. */
final class ProposalPage implements Page {
    private static final int SHOWN = 200;

    /** Of what is about no trades. */
    static final Model NOTHING = new Model("", "", 0, List.of(), List.of(), List.of(), "");

    /** An order, in words. */
    public record OrderLine(
            String account,
            String side,
            String symbol,
            String quantity,
            String price,
            String notional,
            String why,
            String wouldPass) {}

    /** A holding, in percent. */
    public record HoldingLine(String account, String symbol, String before, String target, String after) {}

    /** A verdict, in words. */
    public record VerdictLine(
            String outcome, Tone tone, String rule, String account, String subject, String reason, String wouldPass) {}

    /**
     * What the template shows.
     *
     * @param from how many rows of each table are on the pages before
     * @param next where the next rows are, or empty
     */
    public record Model(
            String run,
            String href,
            int from,
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
    public PagePath path() {
        return new PagePath("runs/{run}/proposal");
    }

    static String href(String run) {
        return RunLine.href(run) + "/proposal";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return of(
                operations,
                asked.run(),
                Math.toIntExact(Math.min(asked.number("from").orElse(0), Integer.MAX_VALUE)));
    }

    /** The rows of a run's proposal from a number on. */
    Model of(Operations operations, RunId run, int from) {
        List<ProposedOrder> orders = operations.runs().proposedOrders(run, from, SHOWN);
        List<ProposedHolding> holdings = operations.runs().proposedHoldings(run, from, SHOWN);
        List<ProposedVerdict> verdicts = operations.runs().proposedVerdicts(run, from, SHOWN);
        boolean more = Math.max(orders.size(), Math.max(holdings.size(), verdicts.size())) == SHOWN;
        return new Model(
                run.value(),
                RunLine.href(run.value()),
                from,
                orders.stream().map(ProposalPage::line).toList(),
                holdings.stream().map(ProposalPage::line).toList(),
                verdicts.stream().map(ProposalPage::line).toList(),
                more ? href(run.value()) + "?from=" + (from + SHOWN) : "");
    }

    private static OrderLine line(ProposedOrder order) {
        return new OrderLine(
                order.account(),
                Words.word(order.side()),
                order.symbol(),
                Numbers.quantity(order.quantity()),
                Numbers.price(order.decisionPrice()),
                Numbers.money(order.currency(), order.notional()),
                order.why(),
                order.wouldPass());
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
                switch (verdict.outcome()) {
                    case PASS -> Tone.GOOD;
                    case WARN -> Tone.WARN;
                    case CUT, DENY -> Tone.BAD;
                },
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
