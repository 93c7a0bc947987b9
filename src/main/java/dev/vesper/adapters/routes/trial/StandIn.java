package dev.vesper.adapters.routes.trial;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * In the place of a component that leads outside: what is sent to an address comes back, at once, to the route that begins
 * there. Parameters are taken as they are.
 */
final class StandIn extends DefaultComponent {
    /** Hears of everything that is sent. */
    interface Arrived {
        void at(String uri, Exchange exchange);
    }

    private final Arrived arrived;
    private final Map<String, CopyOnWriteArrayList<Processor>> routes = new java.util.concurrent.ConcurrentHashMap<>();

    StandIn(Arrived arrived) {
        this.arrived = arrived;
    }

    /** The component whose place this takes has setters that this one lacks. */
    @Override
    public @Nullable PropertyConfigurer getComponentPropertyConfigurer() {
        return null;
    }

    @Override
    public @Nullable PropertyConfigurer getEndpointPropertyConfigurer() {
        return null;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new StandInEndpoint(uri, remaining, this);
    }

    private static final class StandInEndpoint extends DefaultEndpoint {
        private final String address;
        private final StandIn standIn;

        StandInEndpoint(String uri, String address, StandIn standIn) {
            super(uri, standIn);
            this.address = address;
            this.standIn = standIn;
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) throws Exception {
                    standIn.arrived.at(getEndpointUri(), exchange);
                    if (getEndpointUri().contains("sessionID=")) {
                        return; // an answer over a session ends at the other side
                    }
                    for (Processor route : standIn.routes.getOrDefault(address, new CopyOnWriteArrayList<>())) {
                        route.process(exchange);
                    }
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor route) {
            return new DefaultConsumer(this, route) {
                @Override
                protected void doStart() throws Exception {
                    super.doStart();
                    standIn.routes
                            .computeIfAbsent(address, a -> new CopyOnWriteArrayList<>())
                            .add(route);
                }
            };
        }

        @Override
        protected String createEndpointUri() {
            return getEndpointUri();
        }
    }
}
