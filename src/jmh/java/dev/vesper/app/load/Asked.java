package dev.vesper.app.load;

/**
 * A question of a run that somebody may take.
 *
 * @param maker who proposed, and cannot check; empty while nobody has
 * @param left how many more acts there are to be before it is answered
 */
record Asked(String run, String task, String maker, int left) {
    String id() {
        return run + "/" + task;
    }

    boolean checks() {
        return !maker.isEmpty();
    }

    Asked after(int acts) {
        return new Asked(run, task, maker, left - acts);
    }
}
