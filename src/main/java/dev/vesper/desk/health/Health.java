package dev.vesper.desk.health;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How Vesper is at a moment.
 *
 * @param ready whether it can work days and answer people
 * @param parts by name: {@code up}, or what is wrong
 */
public record Health(boolean ready, Map<String, String> parts) {
    static final String UP = "up";

    /** Asks every check; two checks of one part add up. */
    public static Health of(List<HealthCheck> checks) {
        boolean ready = true;
        SortedMap<String, String> parts = new TreeMap<>();
        for (HealthCheck check : checks) {
            String said = check.ask().orElse(UP);
            ready &= said.equals(UP) || !check.needed();
            parts.merge(check.part(), said, Health::both);
        }
        return new Health(ready, parts);
    }

    private static String both(String one, String other) {
        if (one.equals(UP)) {
            return other;
        }
        return other.equals(UP) ? one : one + "; " + other;
    }

    /** {@code up} where nothing is wrong, {@code degraded} where somebody must look, {@code down} where it is not ready. */
    public String status() {
        if (!ready) {
            return "down";
        }
        return parts.values().stream().allMatch(UP::equals) ? UP : "degraded";
    }
}
