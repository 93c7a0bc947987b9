package dev.vesper.desk.breach;

/** What is asked of the breaches. */
sealed interface BreachCommand {
    /** A day begins over these. */
    record See(BreachEvent.Seen day) implements BreachCommand {}

    /**
     * Says who looks after one and what is to be done.
     *
     * @param owner empty for whoever does already
     * @param plan empty for what was planned already
     */
    record Take(String id, String owner, String plan, String by) implements BreachCommand {}
}
