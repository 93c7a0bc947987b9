package dev.vesper.desk.access;

import dev.vesper.basics.BrokenHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of one user that were not revoked, oldest first; they may have expired.
 *
 * @param events how many events made them so
 */
public record UserTokens(int events, List<TokenEvent.Issued> all) {
    public UserTokens {
        all = List.copyOf(all);
    }

    /** What the events of a user's tokens come to. */
    public static UserTokens of(List<TokenEvent> events) {
        Map<String, TokenEvent.Issued> there = new LinkedHashMap<>();
        for (TokenEvent event : events) {
            boolean fits = switch (event) {
                case TokenEvent.Issued issued -> there.putIfAbsent(issued.id(), issued) == null;
                case TokenEvent.Revoked(String id) -> there.remove(id) != null;
            };
            if (!fits) {
                throw new BrokenHistory("Expected an event that can follow, but token " + event.id() + " was "
                        + (event instanceof TokenEvent.Issued ? "issued before" : "not there"));
            }
        }
        return new UserTokens(events.size(), new ArrayList<>(there.values()));
    }

    public Optional<TokenEvent.Issued> find(String id) {
        return all.stream().filter(token -> token.id().equals(id)).findFirst();
    }
}
