package dev.vesper.adapters.planner;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The solver tells every step at DEBUG, which is slower than the step. */
final class QuietSolver {
    private QuietSolver() {}

    static void on() {
        ((Logger) LoggerFactory.getLogger("org.optaplanner")).setLevel(Level.WARN);
    }
}
