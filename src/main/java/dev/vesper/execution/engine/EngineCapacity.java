package dev.vesper.execution.engine;

/**
 * How much an engine holds; it never grows.
 *
 * @param instruments 1 to 1,048,576
 * @param parents open at a time, 1 to 1,048,576
 * @param children open at a time of one parent, 1 to 64
 * @param points of a parent's curve at most, 1 to 4,096
 * @param retryNanos how long a parent waits after one of its children was rejected or denied, 1 to an hour's
 * @param accounts 1 or more; times the instruments at most 1,048,576
 */
public record EngineCapacity(int instruments, int parents, int children, int points, long retryNanos, int accounts) {
    private static final int MOST = 1 << 20;

    /** Accounts times instruments that an engine holds at most. */
    public static final int MOST_POSITIONS = MOST;

    public EngineCapacity {
        within("instruments", instruments, MOST);
        within("parents", parents, MOST);
        within("children of a parent", children, 64);
        within("points of a curve", points, 4_096);
        within("nanoseconds until a rejected child is tried again", retryNanos, 3_600_000_000_000L);
        within("accounts of " + instruments + " instruments", accounts, MOST / instruments);
    }

    /** For one account. */
    public EngineCapacity(int instruments, int parents, int children, int points, long retryNanos) {
        this(instruments, parents, children, points, retryNanos, 1);
    }

    /** What one event may lead to at most, so the least room for decisions that a call needs. */
    public int mostDecisionsOfAnEvent() {
        return Math.toIntExact(parents * (2L * children + 4) + 1);
    }

    private static void within(String what, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("Expected 1 to " + most + " " + what + ", but got " + value);
        }
    }
}
