package dev.vesper.desk.report;

import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything the report of a run shows.
 *
 * @param orders the approved parents
 * @param lotsAfter all tax lots once the fills are booked
 * @param session arrival and last price of the session by symbol; a symbol that is absent is costed against its decision
 *     price, and an unfilled rest against the last fill in the symbol
 * @param audit the rows that concern this run
 * @param versions of snapshot, contract, rules, processes and code, by name
 */
public record RunReport(
        RunRecord run,
        Firm firm,
        List<StageRecord> stages,
        DataCheck data,
        PriceHistory prices,
        RebalanceResult rebalance,
        List<ParentOrder> orders,
        List<ChildOrder> children,
        Map<String, ChildOutcome> outcomes,
        List<Fill> fills,
        List<TaxLot> lotsAfter,
        SortedMap<String, SessionPrices> session,
        List<AuditLog.Row> audit,
        RunVersions versions) {}
