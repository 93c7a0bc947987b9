package dev.vesper.orders.slice;

import dev.vesper.orders.slice.LateReport.Bust;
import dev.vesper.orders.slice.LateReport.Correction;
import dev.vesper.orders.slice.LateReport.LateFill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts what a venue told of one order into an order in which it can be decided: a fill before what replaces it, corrections one
 * after the other, then busts. So facts that come twice, late or the wrong way round lead to the same fills.
 *
 * <p>What was told and taken back before anything of it was booked is passed over: it came and went.
 */
public final class LateFacts {
    private final Predicate<String> known;
    private final List<LateReport> reports = new ArrayList<>();
    private final Set<String> there = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();

    private LateFacts(Predicate<String> known) {
        this.known = known;
    }

    /**
     * The reports to be decided, one after the other.
     *
     * @param told all that the venue told of the order, in any order; what is booked already may be among it
     * @param known whether a fill of this ExecID was ever booked
     */
    public static List<LateReport> inOrder(Collection<LateReport> told, Predicate<String> known) {
        LateFacts facts = new LateFacts(known);
        Set<LateReport> once = new LinkedHashSet<>(told);
        for (LateReport report : once) {
            switch (report) {
                case LateFill _ -> {}
                case Bust(String execution, String _) -> facts.replaced.add(execution);
                case Correction(String execution, var _) -> facts.replaced.add(execution);
            }
        }
        for (LateReport report : once) {
            if (report instanceof LateFill fill) {
                facts.fill(fill);
            }
        }
        facts.corrections(once);
        for (LateReport report : once) {
            if (report instanceof Bust bust && !facts.gone.contains(bust.execution())) {
                facts.reports.add(bust);
            }
        }
        return facts.reports;
    }

    private void fill(LateFill fill) {
        String id = fill.execution().id();
        if (!known.test(id) && replaced.contains(id)) {
            gone.add(id);
        } else {
            there.add(id);
            reports.add(fill);
        }
    }

    /** A correction of one that came and went is a fill like any other; one of which nothing is known is left for last. */
    private void corrections(Set<LateReport> once) {
        List<Correction> open = new ArrayList<>();
        once.forEach(report -> {
            if (report instanceof Correction correction) {
                open.add(correction);
            }
        });
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Correction correction : List.copyOf(open)) {
                String id = correction.execution();
                if (gone.contains(id) && !known.test(id)) {
                    fill(new LateFill(correction.by()));
                } else if (known.test(id) || there.contains(id)) {
                    there.add(correction.by().id());
                    reports.add(correction);
                } else {
                    continue;
                }
                open.remove(correction);
                moved = true;
            }
        }
        reports.addAll(open);
    }
}
