package dev.vesper.adapters.routes.fix;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quickfixj.QuickfixjComponent;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

/**
 * The component whose routes hear what comes in and what happens to the sessions, but not again every order and report
 * that they just sent: no route asks for those, and each would be a second exchange.
 */
final class HeardMessages extends QuickfixjComponent {
    private final Set<Endpoint> wrapped = new HashSet<>();
    private final Ear ear;

    /** Whoever looks after the sessions of a context that is started. */
    interface Ear {
        /** Hears nothing. */
        Ear NONE = new Ear() {
            @Override
            public void made(Session session) {
                // nobody looks after it
            }

            @Override
            public void heard(QuickfixjEventCategory category, SessionID session, @Nullable Message message) {
                // nobody looks after it
            }
        };

        /** A session was made and has not connected yet. */
        void made(Session session);

        /** Something came, went, or happened to a session. */
        void heard(QuickfixjEventCategory category, SessionID session, @Nullable Message message);
    }

    HeardMessages(Ear ear) {
        this.ear = ear;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
        if (endpoint instanceof QuickfixjEndpoint sessions && wrapped.add(sessions)) {
            sessions.getEngine().removeEventListener(sessions);
            sessions.getEngine().addEventListener((category, session, message) -> {
                if (category == QuickfixjEventCategory.SessionCreated) {
                    ear.made(Session.lookupSession(session));
                }
                ear.heard(category, session, message);
                if (category != QuickfixjEventCategory.AppMessageSent) {
                    sessions.onEvent(category, session, message);
                }
            });
        }
        return endpoint;
    }
}
