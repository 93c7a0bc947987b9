package dev.vesper.testing;

import dev.vesper.approvals.DataEvent;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.checkdata.RowJudge;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.quarantine.AgreedRowsStore;
import dev.vesper.orders.slice.RowSum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that were set aside, and a contract that accepts each decided one unless a test says what stands against it. */
public final class MemoryRows implements RowJudge, AgreedRowsStore {
    private final Memory memory;

    /** The rows set aside, value by value. */
    public final Map<RowPlace, Map<String, String>> cells = new LinkedHashMap<>();

    /** What the contract says against the decided rows. */
    public List<String> against = List.of();

    /** What was decided when it last judged. */
    public List<DecidedRows> judged = List.of();

    private final Map<Integer, Set<RowPlace>> aside = new HashMap<>();

    MemoryRows(Memory memory) {
        this.memory = memory;
    }

    /** A run whose data broke its contract, and that asks about it: one row was set aside. */
    public RunId asking(LocalDate date, Instant now) {
        RunId asking = memory.open(date, "/firms/\u00fcn\u00ef", 7, false, now).id();
        LocalDate last = date.minusDays(1);
        memory.data.put(asking, new DataCheck("s", 3, 1, last, last, List.of(), true, "quarantine/x.csv"));
        memory.append(
                now,
                "vesper",
                AuditAction.DATA_CHECKED,
                asking.value(),
                "blocked",
                false,
                new Append<>(
                        CheckedData.stream(asking),
                        0,
                        List.of(new DataEvent.Checked(memory.proposalStore.data(asking), new RowSum(1, "a")))));
        row("prices.csv:3:3", last, "S01", "-3");
        memory.taskStore.raise(new UserTask(
                asking + "/release-data", asking, TaskKind.RELEASE_DATA, "Release?", "one", now, null, null, null, ""));
        return asking;
    }

    /** One more row that was set aside. */
    public void row(String place, LocalDate date, String symbol, String close) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("date", date.toString());
        values.put("symbol", symbol);
        values.put("close", close);
        cells.put(RowPlace.of(place), values);
    }

    @Override
    public Judged again(
            String product,
            Firm firm,
            RunId run,
            List<RawObject> raw,
            LocalDate asOf,
            LocalDate today,
            List<DecidedRows> decided,
            boolean keep) {
        judged = decided;
        Set<RowPlace> left = new HashSet<>(cells.keySet());
        decided.forEach(rows -> rows.rows().stream()
                .filter(row -> row.act() != dev.vesper.data.rows.RowAct.REJECT)
                .forEach(row -> left.remove(row.place())));
        if (keep) {
            aside.put(decided.getLast().request(), left);
        }
        DataCheck first = memory.data.get(run);
        return new Judged(
                new DataCheck(
                        "snapshot" + decided.size(),
                        first.rows(),
                        left.size(),
                        first.firstDate(),
                        first.lastDate(),
                        List.of(),
                        !left.isEmpty(),
                        first.quarantineKey()),
                against);
    }

    @Override
    public Map<RowPlace, Map<String, String>> cells(RunId run, String product, Set<RowPlace> places) {
        Map<RowPlace, Map<String, String>> found = new LinkedHashMap<>(cells);
        found.keySet().retainAll(places);
        return found;
    }

    @Override
    public Set<RowPlace> aside(RunId run, String product, int request) {
        return aside.getOrDefault(request, cells.keySet());
    }

    @Override
    public boolean agree(RunId run, DataCheck check, UserTask asks, Agreed agreed) {
        UserTask there = memory.tasks.get(asks.id());
        if (there == null || !there.open()) {
            return false;
        }
        memory.tasks.put(asks.id(), asks);
        memory.data.put(run, check);
        DataEvent event = agreed.event().apply(memory.proposalStore.data(run));
        memory.append(
                agreed.at(),
                agreed.by(),
                AuditAction.ROWS_AGREED,
                agreed.subject(),
                agreed.detail(),
                agreed.rehearsal(),
                new Append<>(agreed.stream(), agreed.expected(), List.of(event)));
        return true;
    }
}
