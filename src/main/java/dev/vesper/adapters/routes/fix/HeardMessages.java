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
        /** Hears nothing; what its sessions say in a burst is written together. */
        Ear GATHERS = new Ear() {
            @Override
            public void made(Session session) {
                GatheredWrites.watch(session);
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
        Object session = parameters.get("sessionID");
        Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
        if (endpoint instanceof QuickfixjEndpoint made && wrapped.add(made)) {
            made.getEngine().removeEventListener(made);
            var sessions = new ManyMessages(made.getEngine(), uri, this);
            sessions.setConfigurationName(remaining);
            if (session != null) {
                sessions.setSessionID(session.toString());
            }
            sessions.getEngine().addEventListener((category, id, message) -> {
                if (category == QuickfixjEventCategory.SessionCreated) {
                    ear.made(Session.lookupSession(id));
                }
                ear.heard(category, id, message);
                if (category != QuickfixjEventCategory.AppMessageSent) {
                    sessions.onEvent(category, id, message);
                }
            });
            return sessions;
        }
        return endpoint;
    }
}
