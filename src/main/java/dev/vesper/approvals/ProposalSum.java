package dev.vesper.approvals;

import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Sha256;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people approve, in sums: whatever is altered of it afterwards gives another one. Each part is counted and summed for
 * itself, so that a difference can be named.
 *
 * @param run its id, date, firm folder, seed, whether it is a rehearsal, and when it was opened
 * @param inputs the firm's files as they were frozen for the run
 * @param data the verdict on the prices, and the snapshot that was accepted
 * @param plans what was planned for each account, with its weights
 * @param orders the parent orders with their decision prices and the tax lots they take from
 * @param verdicts what each rule said
 * @param rules the rules that spoke, each with its version
 * @param approvals how many must approve it, and who, with the versions of the tables that say so; 0 rows where an older
 *     Vesper decided it, whose sum is over the others only
 * @param prices the accepted prices in the lake, by the SHA-256 of the manifest that names their objects; 0 rows as before
 */
public record ProposalSum(
        RowSum run,
        RowSum inputs,
        RowSum data,
        RowSum plans,
        RowSum orders,
        RowSum verdicts,
        RowSum rules,
        RowSum approvals,
        RowSum prices) {
    private static final RowSum NOTHING = new RowSum(0, new FieldSum().hex());

    private Map<String, RowSum> parts() {
        Map<String, RowSum> parts = new LinkedHashMap<>();
        parts.put("the run", run);
        parts.put("the frozen inputs", inputs);
        parts.put("the data check", data);
        parts.put("the plans", plans);
        parts.put("the orders", orders);
        parts.put("the verdicts", verdicts);
        parts.put("the rules' versions", rules);
        if (approvals.rows() > 0) {
            parts.put("the approvals that are needed", approvals);
        }
        if (prices.rows() > 0) {
            parts.put("the manifest of the prices", prices);
        }
        return parts;
    }

    /** The one sum over all parts, 64 hex digits. */
    public String sha256() {
        return summed().hex();
    }

    /**
     * The one sum over all parts and what is left out of the orders: what people are bound to who approve the rest. Of nothing
     * that is left out, {@link #sha256()}.
     *
     * @param orders ids, in whatever order
     */
    public String without(Collection<String> orders) {
        if (orders.isEmpty()) {
            return sha256();
        }
        FieldSum sum = summed();
        List<String> sorted = orders.stream().distinct().sorted().toList();
        sum.add("without");
        sum.add(Integer.toString(sorted.size()));
        sorted.forEach(sum::add);
        return sum.hex();
    }

    private FieldSum summed() {
        FieldSum sum = new FieldSum();
        parts().values().forEach(part -> {
            sum.add(Integer.toString(part.rows()));
            sum.add(part.sha256());
        });
        return sum;
    }

    /** The first digits of {@link #sha256}, as people see them before they answer: {@code 5b0c9e1f77aa}. */
    public String shown() {
        return Sha256.shortened(sha256());
    }

    /** What is not the same now, a clause for each part; empty where nothing was altered. */
    public List<String> differences(ProposalSum now) {
        List<String> differences = new ArrayList<>();
        Map<String, RowSum> there = now.parts();
        parts().forEach((name, decided) -> {
            RowSum found = there.getOrDefault(name, NOTHING);
            if (!decided.equals(found)) {
                differences.add(name + " (" + shown(decided) + ", but now " + shown(found) + ")");
            }
        });
        return differences;
    }

    private static String shown(RowSum sum) {
        return sum.rows() + (sum.rows() == 1 ? " row with " : " rows with ") + Sha256.shortened(sum.sha256());
    }
}
