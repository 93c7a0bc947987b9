package dev.vesper.desk.repair.replay;

/** What a person asks about a day. */
sealed interface ReplayCommand {
    /** Whose name is given. */
    String by();

    /** Why. */
    String reason();

    /** Asks that it be replayed; what was asked before and has lapsed is over. */
    record Ask(ReplayPlan plan, boolean lapsed, String by, String reason) implements ReplayCommand {}

    /**
     * Agrees to that; must be another person.
     *
     * @param shown sum of what would change as things stand now
     */
    record Agree(String run, int request, String shown, String by, String reason) implements ReplayCommand {}

    /** Says no to it. */
    record Refuse(String run, int request, String by, String reason) implements ReplayCommand {}
}
