package dev.vesper.desk.repair.move;

/** What a person asks about a token. */
sealed interface MoveCommand {
    /** Whose name is given. */
    String by();

    /** Why. */
    String reason();

    /** Asks that it be moved; what was asked before and has lapsed is over. */
    record Ask(MovePlan plan, boolean lapsed, String by, String reason) implements MoveCommand {}

    /**
     * Agrees to that; must be another person.
     *
     * @param shown sum of what would change as things stand now
     */
    record Agree(String run, int request, String shown, String by, String reason) implements MoveCommand {}

    /** Says no to it. */
    record Refuse(String run, int request, String by, String reason) implements MoveCommand {}
}
