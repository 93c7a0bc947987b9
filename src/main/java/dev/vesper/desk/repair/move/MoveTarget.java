package dev.vesper.desk.repair.move;

/**
 * Where a token could go.
 *
 * @param word names it: {@code execute-orders/execute-orders}
 * @param process id of the process that it is in
 * @param name as people read it
 * @param state {@code done}, {@code not done}, or where it stands
 * @param refusal why it cannot go there now; empty where it can
 */
public record MoveTarget(String word, String process, String name, String state, String refusal) {
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
