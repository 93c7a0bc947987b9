package dev.vesper.adapters.routes.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** Sends FIX messages and session events to the log at debug level, so that no one sees them who did not ask. */
final class FixLogFactory implements LogFactory {
    private static final Logger MESSAGES = LoggerFactory.getLogger("dev.vesper.fix.messages");
    private static final Logger EVENTS = LoggerFactory.getLogger("dev.vesper.fix.events");

    @Override
    public Log create(SessionID session) {
        return new Lines(session);
    }

    private record Lines(SessionID session) implements Log {
        @Override
        public void clear() {
            // a log is never cut
        }

        @Override
        public void onIncoming(String message) {
            MESSAGES.debug("{} in  {}", session, message);
        }

        @Override
        public void onOutgoing(String message) {
            MESSAGES.debug("{} out {}", session, message);
        }

        @Override
        public void onEvent(String text) {
            EVENTS.debug("{} {}", session, text);
        }

        @Override
        public void onErrorEvent(String text) {
            EVENTS.debug("{} error: {}", session, text);
        }
    }
}
