package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.PastRuns;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Fill;
import dev.vesper.portfolio.RealisedGain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** What an account bought and sold on earlier dates. */
final class RecentTrades {
    private RecentTrades() {}

    static List<PastTrade> find(StatelessSession session, RunRecord now, String account, LocalDate since) {
        Map<String, LocalDate> runs = PastRuns.before(now, earlier(session, now, since), since).stream()
                .collect(Collectors.toMap(run -> run.id().value(), RunRecord::date));
        if (runs.isEmpty()) {
            return List.of();
        }
        SharedTexts texts = new SharedTexts();
        SortedMap<String, List<Fill>> fills = new TreeMap<>();
        Map<String, ParentRow.Key> parents = new HashMap<>();
        Map<String, List<Fill>> booked = new TreeMap<>();
        for (FillRow fill : session.createSelectionQuery(
                        "select f from FillRow f join ParentRow p on p.runId = f.runId and p.parentId = f.parentId"
                                + " where p.account = :account and f.runId in :runs",
                        FillRow.class)
                .setParameter("account", account)
                .setParameterList("runs", runs.keySet())
                .getResultList()) {
            booked.computeIfAbsent(fill.runId, _ -> new ArrayList<>()).add(fill.toFill(texts));
        }
        Map<String, List<AmendmentRow>> amendments = session
                .createSelectionQuery(
                        "from AmendmentRow a where a.account = :account and a.runId in :runs order by a.sequence",
                        AmendmentRow.class)
                .setParameter("account", account)
                .setParameterList("runs", runs.keySet())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.runId));
        amendments.keySet().forEach(run -> booked.putIfAbsent(run, List.of()));
        booked.forEach((run, all) -> AmendmentRow.standing(
                        all, amendments.getOrDefault(run, List.of()), new RunId(run), texts)
                .forEach(fill -> {
                    String order = run + '/' + fill.parentId();
                    parents.put(order, new ParentRow.Key(run, fill.parentId()));
                    fills.computeIfAbsent(order, _ -> new ArrayList<>()).add(fill);
                }));
        Map<ParentRow.Key, List<ChosenLotRow>> lots = lots(session, account, runs);
        List<PastTrade> trades = new ArrayList<>();
        fills.forEach((order, filled) -> {
            ParentRow.Key parent = Objects.requireNonNull(parents.get(order));
            trades.add(PastTrade.of(
                    filled,
                    Objects.requireNonNull(runs.get(parent.runId())),
                    lots.getOrDefault(parent, List.of()).stream()
                            .map(RecentTrades::sold)
                            .toList()));
        });
        return trades;
    }

    /** Of the same firm and kind, on dates between. */
    private static List<RunRecord> earlier(StatelessSession session, RunRecord now, LocalDate since) {
        return session
                .createSelectionQuery(
                        "from RunRow r where r.firm = :firm and r.rehearsal = :rehearsal"
                                + " and r.businessDate >= :since and r.businessDate < :date",
                        RunRow.class)
                .setParameter("firm", now.firm())
                .setParameter("rehearsal", now.rehearsal())
                .setParameter("since", since)
                .setParameter("date", now.date())
                .getResultList()
                .stream()
                .map(RunRow::toRecord)
                .toList();
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

    private static RealisedGain.SoldLot sold(ChosenLotRow lot) {
        return new RealisedGain.SoldLot(
                Exact.number(lot.quantity), Optional.ofNullable(lot.cost).map(Exact::number));
    }
}
