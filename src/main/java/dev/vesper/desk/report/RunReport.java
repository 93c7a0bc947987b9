package dev.vesper.desk.report;

import dev.vesper.basics.Rows;
import dev.vesper.books.wash.DisallowedLoss;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.Fill;
import dev.vesper.orders.FillAllocator;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything the report of a run shows.
 *
 * @param plans one for each account, in the order of the firm
 * @param limits how the checks of all orders and accounts ended
 * @param verdicts every check, one by one: not held, since a large firm has a million
 * @param orders the approved parents
 * @param leftOut what people left out of what they approved
 * @param breaches what accounts were over before the orders, with owner and plan as they were then
 * @param sent what became of the children, by parent
 * @param lotsAfter all tax lots once the fills are booked
 * @param washSales that the books found after the day's trades: also of losses of the thirty days before
 * @param sessions in which the orders are worked, the earliest first; the firm's own where there are none
 * @param realised what the fills closed of the lots of the morning
 * @param session arrival and last price of the session by symbol; a symbol that is absent is costed against its decision
 *     price, and an unfilled rest against the last fill in the symbol
 * @param audit the rows that concern this run
 * @param versions of snapshot, contract, rules, processes and code, by name
 * @param practice whether the day was practised on a simulated clock
 */
public record RunReport(
        RunRecord run,
        Firm firm,
        List<StageRecord> stages,
        DataCheck data,
        PriceHistory prices,
        List<AccountPlan> plans,
        VerdictFigures limits,
        Rows<Verdict> verdicts,
        List<ParentOrder> orders,
        List<LeftOut> leftOut,
        List<BreachRecord> breaches,
        Map<String, SentChildren> sent,
        List<Fill> fills,
        List<TaxLot> lotsAfter,
        List<FillAllocator.Realised> realised,
        List<DisallowedLoss> washSales,
        List<WorkingSession> sessions,
        SortedMap<String, SessionPrices> session,
        List<AuditLog.Row> audit,
        RunVersions versions,
        boolean practice) {

    /** An order that was decided and is not among the approved ones, with who left it out and why. */
    public record LeftOut(ParentOrder order, String by, String reason) {}

    /** How many child orders were sent. */
    public int children() {
        return sent.values().stream().mapToInt(SentChildren::sent).sum();
    }
}
