package dev.vesper.desk.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Since when each part is as it is, as far as somebody has looked. */
public final class HealthHistory {
    private final Map<String, PartHealth> last = new HashMap<>();

    /**
     * Takes in how all parts are.
     *
     * @return those that are not well first, then by name; a part that is unwell for another reason is so since the first one
     */
    public synchronized List<PartHealth> seen(Health health, Instant now) {
        health.parts().forEach((part, said) -> last.merge(part, first(part, said, now), HealthHistory::then));
        last.keySet().retainAll(health.parts().keySet());
        return last.values().stream()
                .sorted(Comparator.comparing(PartHealth::well).thenComparing(PartHealth::part))
                .toList();
    }

    private static PartHealth first(String part, String said, Instant now) {
        boolean well = said.equals(Health.UP);
        return new PartHealth(part, well, well ? "" : said, now);
    }

    private static PartHealth then(PartHealth before, PartHealth now) {
        return before.well() == now.well() ? new PartHealth(now.part(), now.well(), now.said(), before.since()) : now;
    }
}
