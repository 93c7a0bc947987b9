package dev.vesper.adapters.routes.fix;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quickfixj.QuickfixjComponent;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import quickfix.Session;

/**
 * The component whose routes hear what comes in and what happens to the sessions, but not again every order and report
 * that they just sent: no route asks for those, and each would be a second exchange.
 */
final class HeardMessages extends QuickfixjComponent {
    private final Set<Endpoint> wrapped = new HashSet<>();
    private final Consumer<Session> made;

    /** @param made told of each session that a started context makes, before it connects */
    HeardMessages(Consumer<Session> made) {
        this.made = made;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
        if (endpoint instanceof QuickfixjEndpoint sessions && wrapped.add(sessions)) {
            sessions.getEngine().removeEventListener(sessions);
            sessions.getEngine().addEventListener((category, session, message) -> {
                if (category == QuickfixjEventCategory.SessionCreated) {
                    made.accept(Session.lookupSession(session));
                }
                if (category != QuickfixjEventCategory.AppMessageSent) {
                    sessions.onEvent(category, session, message);
                }
            });
        }
        return endpoint;
    }
}
