package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.venues.SessionState;
import dev.vesper.desk.venues.VenueRecord;
import dev.vesper.desk.venues.VenueSession;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One session with a venue as the page writes it.
 *
 * @param anchor its place on the page
 * @param runHref the page of its run
 * @param asked other numbers that wait for a second person, with who asks and why, or empty
 * @param taskHref the question about them, or empty
 * @param href what its forms begin with
 */
public record VenueLine(
        String anchor,
        String venue,
        String kind,
        String run,
        String runHref,
        String id,
        String state,
        Tone tone,
        boolean loggedOut,
        String by,
        String since,
        String nextSender,
        String nextTarget,
        String lastIn,
        String lastOut,
        String received,
        String sent,
        String gaps,
        String repeats,
        String openOrders,
        String fault,
        String faultAt,
        String asked,
        String taskHref,
        String href) {
    static VenueLine of(VenueRecord venue, VenueSession session) {
        VenueRecord.AskedNumbers asked = venue.asked();
        String run = session.run().value();
        return new VenueLine(
                run + "-" + session.venue(),
                session.venue(),
                venue.kind(),
                run,
                RunLine.href(run),
                session.id(),
                session.state().words(),
                switch (session.state()) {
                    case LOGGED_ON -> Tone.GOOD;
                    case CONNECTING -> Tone.BAD;
                    case LOGGED_OUT -> Tone.WARN;
                },
                session.state() == SessionState.LOGGED_OUT,
                session.by(),
                Numbers.stamp(session.since()),
                Integer.toString(session.numbers().nextSender()),
                Integer.toString(session.numbers().nextTarget()),
                stamp(session.lastIn()),
                stamp(session.lastOut()),
                Numbers.count(session.received()),
                Numbers.count(session.sent()),
                Numbers.count(session.gaps()),
                Numbers.count(session.repeats()),
                Numbers.count(session.openOrders()),
                session.fault(),
                session.faultAt() == null ? "" : Numbers.stamp(Objects.requireNonNull(session.faultAt())),
                asked == null ? "" : asked.words() + " (" + asked.by() + ": " + asked.reason() + ")",
                asked == null ? "" : PagePath.ROOT + "tasks/" + asked.task(),
                PagePath.ROOT + "venues/" + run + "/" + PercentText.encoded(session.venue()));
    }

    private static String stamp(@Nullable Instant at) {
        return at == null ? "none yet" : Numbers.stamp(at);
    }
}
