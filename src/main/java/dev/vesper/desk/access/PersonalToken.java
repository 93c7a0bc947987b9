package dev.vesper.desk.access;

import java.time.Instant;
import java.util.List;

/**
 * A token as its user sees it afterwards.
 *
 * @param scope the most that it allows
 */
public record PersonalToken(String id, String label, List<Permission> scope, Instant issued, Instant expires) {
    public PersonalToken {
        scope = List.copyOf(scope);
    }
}
