package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which days are replayed: of each date the newest run that was judged; a rehearsal only where there was no day. */
public final class ReplayDays {
    private static final int PAGE = 200;

    private ReplayDays() {}

    /**
     * The newest dates, in their order.
     *
     * @param judged whether the rules have judged a run
     * @param last how many dates at most
     * @param from the first date that counts; empty where all do
     * @param to the last date that counts; empty where all do
     */
    public static List<RunRecord> of(
            RunStore runs, Predicate<RunRecord> judged, int last, Optional<LocalDate> from, Optional<LocalDate> to) {
        SortedMap<LocalDate, List<RunRecord>> byDate = new TreeMap<>(Comparator.reverseOrder());
        List<RunRecord> page = runs.recent(PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(run -> run.supersededBy() == null)
                    .filter(run -> from.isEmpty() || !run.date().isBefore(from.get()))
                    .filter(run -> to.isEmpty() || !run.date().isAfter(to.get()))
                    .forEach(run -> byDate.computeIfAbsent(run.date(), _ -> new ArrayList<>())
                            .add(run));
            page = page.size() < PAGE ? List.of() : runs.recent(page.getLast(), PAGE);
        }
        List<RunRecord> chosen = new ArrayList<>();
        for (List<RunRecord> ofDate : byDate.values()) {
            if (chosen.size() == last) {
                break;
            }
            ofDate.stream()
                    .sorted(Comparator.comparing(RunRecord::rehearsal)) // stable: the newest of each stays first
                    .filter(judged)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen.reversed();
    }
}
