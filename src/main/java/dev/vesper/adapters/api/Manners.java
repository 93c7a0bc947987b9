package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a resource behaves beside what it does; {@link #PLAIN} unless it says otherwise.
 *
 * @param deprecation where it is on its way out
 * @param cursor from the last line of a page to the parts of the query that ask for the page after it
 * @param changes the one thing that it changes, whose entity tag {@code If-Match} may name
 * @param repeatable whether doing it twice is doing it once, keys or not
 * @param tables what somebody must be allowed whose body may be as long as tables are; empty where bodies are as usual
 */
record Manners(
        Optional<Deprecation> deprecation,
        Optional<Function<Object, Map<String, String>>> cursor,
        Optional<Resource<?, ?>> changes,
        boolean repeatable,
        Optional<Permission> tables) {
    static final Manners PLAIN =
            new Manners(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
}
