package dev.vesper.desk.changes;

import dev.vesper.basics.RunId;
import java.util.Optional;

/**
 * That something changed; never what it is now.
 *
 * @param run whose, where the topic is divided by runs and it is known
 */
public record Changed(Topic topic, Optional<RunId> run) {
    public static Changed of(Topic topic) {
        return new Changed(topic, Optional.empty());
    }

    public static Changed of(Topic topic, RunId run) {
        return new Changed(topic, Optional.of(run));
    }

    /** As it is sent, for example {@code orders/2018-04-11-001} or {@code venues}. */
    public String word() {
        return topic.word() + run.map(id -> "/" + id).orElse("");
    }
}
