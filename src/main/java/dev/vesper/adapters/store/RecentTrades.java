package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.RealisedGain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * What an account bought and sold on earlier dates, in finished runs of the same firm folder. Rehearsals traded nothing
 * and do not count; nor do other runs of the same date, so that running a day again gives the same day.
 */
final class RecentTrades {
    private RecentTrades() {}

    static List<PastTrade> find(StatelessSession session, String firm, String account, LocalDate since, RunId before) {
        Map<String, LocalDate> runs = earlierRuns(session, firm, since, before);
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<ParentRow.Key, List<FillRow>> fills = new LinkedHashMap<>();
        for (FillRow fill : session.createSelectionQuery(
                        "select f from FillRow f join ParentRow p on p.runId = f.runId and p.parentId = f.parentId"
                                + " where p.account = :account and f.runId in :runs",
                        FillRow.class)
                .setParameter("account", account)
                .setParameterList("runs", runs.keySet())
                .getResultList()) {
            fills.computeIfAbsent(new ParentRow.Key(fill.runId, fill.parentId), p -> new ArrayList<>())
                    .add(fill);
        }
        Map<ParentRow.Key, List<ChosenLotRow>> lots = lots(session, account, runs);
        List<PastTrade> trades = new ArrayList<>();
        fills.keySet().stream()
                .sorted((a, b) -> (a.runId() + '/' + a.parentId()).compareTo(b.runId() + '/' + b.parentId()))
                .forEach(parent -> trades.add(trade(
                        runs.getOrDefault(parent.runId(), since),
                        fills.getOrDefault(parent, List.of()),
                        lots.getOrDefault(parent, List.of()))));
        return trades;
    }

    private static Map<String, LocalDate> earlierRuns(
            StatelessSession session, String firm, LocalDate since, RunId before) {
        Map<String, LocalDate> runs = new HashMap<>();
        for (RunRow run : session.createSelectionQuery(
                        "from RunRow r where r.firm = :firm and r.status = 'DONE' and not r.rehearsal"
                                + " and r.businessDate >= :since and r.businessDate < :date",
                        RunRow.class)
                .setParameter("firm", firm)
                .setParameter("since", since)
                .setParameter("date", before.date())
                .getResultList()) {
            runs.put(run.runId, run.businessDate);
        }
        return runs;
    }

    private static Map<ParentRow.Key, List<ChosenLotRow>> lots(
            StatelessSession session, String account, Map<String, LocalDate> runs) {
        Map<ParentRow.Key, List<ChosenLotRow>> lots = new HashMap<>();
        for (ChosenLotRow lot : session.createSelectionQuery(
                        "select l from ChosenLotRow l join ParentRow p on p.runId = l.runId and p.parentId = l.parentId"
                                + " where p.account = :account and l.runId in :runs"
                                + " order by l.runId, l.parentId, l.position",
                        ChosenLotRow.class)
                .setParameter("account", account)
                .setParameterList("runs", runs.keySet())
                .getResultList()) {
            lots.computeIfAbsent(new ParentRow.Key(lot.runId, lot.parentId), p -> new ArrayList<>())
                    .add(lot);
        }
        return lots;
    }

    private static PastTrade trade(LocalDate date, List<FillRow> fills, List<ChosenLotRow> lots) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal proceeds = BigDecimal.ZERO;
        for (FillRow fill : fills) {
            quantity = quantity.add(fill.quantity);
            proceeds = proceeds.add(fill.quantity.multiply(fill.price)).subtract(fill.fee);
        }
        FillRow first = fills.getFirst();
        return new PastTrade(
                first.symbol,
                Objects.requireNonNullElse(first.tradeDate, date),
                Side.valueOf(first.side),
                Exact.number(quantity),
                Exact.number(proceeds),
                lots.stream().map(RecentTrades::sold).toList());
    }

    private static RealisedGain.SoldLot sold(ChosenLotRow lot) {
        return new RealisedGain.SoldLot(
                Exact.number(lot.quantity), Optional.ofNullable(lot.cost).map(Exact::number));
    }
}
