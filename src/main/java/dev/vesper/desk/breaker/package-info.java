/** The circuit breakers of a run's venues: judged before each slice, opened and closed by people, shown to whoever watches. */
@NullMarked
package dev.vesper.desk.breaker;

import org.jspecify.annotations.NullMarked;
