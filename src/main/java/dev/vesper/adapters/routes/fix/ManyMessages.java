package dev.vesper.adapters.routes.fix;

import java.util.Iterator;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEngine;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;
import quickfix.Session;

/**
 * Sessions that are sent one message by an exchange, as ever, or, to a session that the endpoint names, all that an iterator
 * answers: a venue that says a thousand things of a cancel needs no thousand exchanges. One that its session cannot send now is in
 * its store, and said again on request.
 */
final class ManyMessages extends QuickfixjEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger("dev.vesper.fix.events");

    ManyMessages(QuickfixjEngine engine, String uri, Component component) {
        super(engine, uri, component);
    }

    @Override
    public Producer createProducer() throws Exception {
        Producer one = super.createProducer();
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                if (exchange.getMessage().getBody() instanceof Iterator<?> many) {
                    send(many);
                } else {
                    one.process(exchange);
                }
            }

            @Override
            protected void doStart() throws Exception {
                super.doStart();
                ServiceHelper.startService(one);
            }

            @Override
            protected void doStop() throws Exception {
                ServiceHelper.stopService(one);
                super.doStop();
            }
        };
    }

    private void send(Iterator<?> many) {
        Session session = Session.lookupSession(getSID());
        int kept = 0;
        while (many.hasNext()) {
            if (many.next() instanceof Message message && (session == null || !session.send(message))) {
                kept++;
            }
        }
        if (kept > 0) {
            LOG.debug("{} keeps {} messages until it is back", getSID(), kept);
        }
    }
}
