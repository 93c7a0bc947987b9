package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.venues.SessionState;
import dev.vesper.desk.venues.VenueSession;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionStateListener;
import quickfix.field.MsgType;
import quickfix.field.Text;

/** One session of the house: what came and went, what went wrong in plain words, and the levers that people have on it. */
final class WatchedSession implements SessionStateListener {
    private static final int LOGOFF_LOOKS = 100;
    private static final int LOGOFF_LOOK_MILLIS = 50;

    private final RunId run;
    private final String venue;
    private final Session session;
    private final InstantSource clock;
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private volatile Instant since;
    private volatile @Nullable Instant lastIn;
    private volatile @Nullable Instant lastOut;
    private volatile @Nullable Fault fault;
    /** Who logged it out and why; empty where nobody did. */
    private volatile String loggedOutBy = "";

    private record Fault(String what, Instant at) {}

    WatchedSession(RunId run, String venue, Session session, InstantSource clock) {
        this.run = run;
        this.venue = venue;
        this.session = session;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Hears of a message, or of the session itself. */
    void heard(QuickfixjEventCategory category, @Nullable Message message) {
        switch (category) {
            case AppMessageReceived, AdminMessageReceived -> {
                received.increment();
                lastIn = clock.instant();
                told(message);
            }
            case AppMessageSent, AdminMessageSent -> {
                sent.increment();
                lastOut = clock.instant();
            }
            default -> {
                // told as a change of state
            }
        }
    }

    private void told(@Nullable Message message) {
        if (message == null || !message.isAdmin()) {
            return;
        }
        try {
            String text = Visible.line(FixFields.textOr(message, Text.FIELD, ""));
            switch (message.getHeader().getString(MsgType.FIELD)) {
                case MsgType.RESEND_REQUEST -> repeats.increment();
                case MsgType.LOGOUT -> {
                    if (loggedOutBy.isEmpty()) {
                        went(venue + " has logged out" + (text.isEmpty() ? "" : ": " + text));
                    }
                }
                case MsgType.REJECT ->
                    went(venue + " did not understand a message" + (text.isEmpty() ? "" : ": " + text));
                default -> {
                    // all is well
                }
            }
        } catch (FieldNotFound e) {
            went(venue + " sent a message without field " + e.field);
        }
    }

    /** Something that people should know of what it said of orders, or did not say. */
    void troubled(String what) {
        went(what);
    }

    private void went(String wrong) {
        fault = new Fault(wrong, clock.instant());
    }

    @Override
    public void onConnectException(Exception exception) {
        String message = exception.getMessage();
        went(venue + " cannot be reached: " + Visible.line(message == null ? exception.toString() : message));
    }

    @Override
    public void onLogon() {
        since = clock.instant();
    }

    @Override
    public void onLogout() {
        since = clock.instant();
    }

    @Override
    public void onDisconnect() {
        if (loggedOutBy.isEmpty()) {
            since = clock.instant();
            Fault last = fault;
            if (last == null || last.at().isBefore(clock.instant().minusSeconds(1))) { // else that is why
                went("The connection to " + venue + " broke");
            }
        }
    }

    @Override
    public void onHeartBeatTimeout() {
        went(venue + " was silent for longer than its heartbeats allow");
    }

    @Override
    public void onResendRequestSent(int from, int to, int last) {
        gaps.increment();
    }

    /** Whether a person logged it out. */
    boolean loggedOut() {
        return !loggedOutBy.isEmpty();
    }

    /** Returns when the session is logged off, or after some seconds. */
    void logOut(String by) {
        loggedOutBy = by;
        since = clock.instant();
        session.logout("logged out by an operator");
        awaitLogoff();
    }

    /** The venue answers a logout; one that does not is cut off by the session itself, after its timeout. */
    private void awaitLogoff() {
        try {
            for (int i = 0; i < LOGOFF_LOOKS && session.isLoggedOn(); i++) {
                Thread.sleep(LOGOFF_LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void logOn() {
        loggedOutBy = "";
        since = clock.instant();
        session.logon();
    }

    /** Where both sides stand, as the session's store keeps it. */
    SequenceNumbers numbers() {
        return new SequenceNumbers(session.getExpectedSenderNum(), session.getExpectedTargetNum());
    }

    /**
     * Goes on with other numbers from its next logon.
     *
     * @throws Problem of kind REFUSED where the session is not as it was shown
     */
    void setNumbers(SequenceNumbers before, SequenceNumbers after) {
        if (!loggedOut() || session.isLoggedOn() || !numbers().equals(before)) {
            throw Problem.refused("Expected the session with " + venue + " to be logged out with " + before.words()
                    + ", but it is " + state().words() + " with " + numbers().words());
        }
        try {
            session.setNextSenderMsgSeqNum(after.nextSender());
            session.setNextTargetMsgSeqNum(after.nextTarget());
        } catch (IOException e) {
            throw Problem.unavailable("Expected to keep the numbers of " + venue + ", but " + e.getMessage(), e);
        }
    }

    private SessionState state() {
        if (loggedOut()) {
            return SessionState.LOGGED_OUT;
        }
        return session.isLoggedOn() ? SessionState.LOGGED_ON : SessionState.CONNECTING;
    }

    /** @param openOrders how many orders a venue has that have not ended */
    VenueSession shown(ToIntFunction<String> openOrders) {
        Fault last = fault;
        return new VenueSession(
                run,
                venue,
                session.getSessionID().toString(),
                state(),
                since,
                numbers(),
                lastIn,
                lastOut,
                received.sum(),
                sent.sum(),
                gaps.sum(),
                repeats.sum(),
                openOrders.applyAsInt(venue),
                last == null ? "" : last.what(),
                last == null ? null : last.at(),
                loggedOutBy);
    }
}
