package dev.vesper.desk.repair.replay;

/**
 * A stage of the day, and whether the day can be replayed from it.
 *
 * @param word names it: {@code rebalance}
 * @param state {@code done}, {@code not done}, or how it stands
 * @param refusal why the day cannot be replayed from it now; empty where it can
 */
public record ReplayStage(String word, String state, String refusal) {
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
