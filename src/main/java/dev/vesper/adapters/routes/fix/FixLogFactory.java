package dev.vesper.adapters.routes.fix;

import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * Sends FIX messages and session events to the log at debug level, so that no one sees them who did not ask. The threads that
 * a session starts for itself know nothing of the run whose it is: they are marked here with what was known of the thread that
 * opened it, and go with it.
 */
final class FixLogFactory implements LogFactory {
    private static final Logger MESSAGES = LoggerFactory.getLogger("dev.vesper.fix.messages");
    private static final Logger EVENTS = LoggerFactory.getLogger("dev.vesper.fix.events");

    private final Map<String, String> opener = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());

    @Override
    public Log create(SessionID session) {
        return new Lines(session, opener);
    }

    private record Lines(SessionID session, Map<String, String> opener) implements Log {
        /** Once for each thread; one that works for the run is marked already. */
        private void mark() {
            if (!opener.isEmpty() && MDC.get("run") == null) {
                opener.forEach(MDC::put);
            }
        }

        @Override
        public void clear() {
            // a log is never cut
        }

        @Override
        public void onIncoming(String message) {
            mark();
            MESSAGES.debug("{} in  {}", session, message);
        }

        @Override
        public void onOutgoing(String message) {
            mark();
            MESSAGES.debug("{} out {}", session, message);
        }

        @Override
        public void onEvent(String text) {
            mark();
            EVENTS.debug("{} {}", session, text);
        }

        @Override
        public void onErrorEvent(String text) {
            mark();
            EVENTS.debug("{} error: {}", session, text);
        }
    }
}
