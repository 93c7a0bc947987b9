package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.text.ServerSentEvents;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Followers;
import dev.vesper.desk.changes.Followers.Entered;
import dev.vesper.desk.changes.Wanted;
import dev.vesper.desk.operations.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tells the pages of one browser what changes while it happens, as the API tells programs. */
final class ChangeEvents {
    /** Under the root of the console. */
    static final String PATH = Door.EVENTS.substring(PagePath.ROOT.length());

    private static final String TOPICS = "topics";
    private static final String AGAIN_SECONDS = "5";

    private final Followers followers;

    ChangeEvents(Followers followers) {
        this.followers = followers;
    }

    /**
     * An answer that goes on; its head alone where no more is asked for.
     *
     * @param head whether that is so
     * @param after the mark that the page holds, or empty
     * @param still who looks, as long as they may
     * @throws Problem of kind INPUT for a topic that is none, REFUSED for who may see nothing
     */
    Reply follow(boolean head, Caller caller, Asked asked, String after, Supplier<Optional<Caller>> still) {
        asked.only(List.of(TOPICS));
        Wanted wanted = Wanted.of(asked.query().getOrDefault(TOPICS, ""));
        if (!caller.may(Permission.SEE)) {
            throw Problem.forbidden("Expected somebody who may " + Permission.SEE.words() + " to hear what changes");
        }
        if (head) {
            return Reply.of(200, ServerSentEvents.TYPE, new byte[0]);
        }
        return switch (followers.enter(caller.person().orElse(""))) {
            case Entered.Full(boolean own, String why) ->
                Reply.of(own ? 429 : 503, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8))
                        .with("Retry-After", AGAIN_SECONDS);
            case Entered.In(Followers.Place place) ->
                Reply.streamed(ServerSentEvents.TYPE, out -> {
                    try (place) {
                        place.follow(
                                after, wanted, () -> still.get().flatMap(ChangeEvents::may), new ServerSentEvents(out));
                    }
                });
        };
    }

    private static Optional<Predicate<Permission>> may(Caller caller) {
        return caller.may(Permission.SEE) ? Optional.of(caller::may) : Optional.empty();
    }
}
