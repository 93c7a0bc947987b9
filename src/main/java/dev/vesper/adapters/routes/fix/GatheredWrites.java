package dev.vesper.adapters.routes.fix;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Responder;
import quickfix.Session;
import quickfix.SessionStateListener;
import quickfix.mina.IoSessionResponder;

/**
 * Hands what a session says to its socket in one piece with all that it said meanwhile: while one piece is on its way the next
 * one gathers. A message that comes alone goes at once; in a burst one call to the operating system serves many, on both sides.
 * Their order stays, and nothing waits for a time or a size.
 *
 * <p>As with the socket's own queue, that it was taken does not say that it arrived: what is lost with a connection is in the
 * session's store, and the other side asks for it.
 */
final class GatheredWrites implements Responder {
    private static final Logger LOG = LoggerFactory.getLogger(GatheredWrites.class);

    private final Responder wire;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    GatheredWrites(Responder wire) {
        this.wire = wire;
    }

    /** Stands next to the socket of a session each time that it is connected. */
    static void watch(Session session) {
        session.addStateListener(new SessionStateListener() {
            @Override
            public void onConnect() {
                Responder wire = session.getResponder();
                if (wire instanceof IoSessionResponder) {
                    session.setResponder(new GatheredWrites(wire));
                }
            }
        });
    }

    @Override
    public boolean send(String message) {
        waiting.add(message);
        if (count.getAndIncrement() == 0) {
            Thread.ofVirtual().name("fix-writer").start(this::write);
        }
        return true;
    }

    private void write() {
        try {
            for (int known = count.get(); known > 0; known = count.addAndGet(-known)) {
                writeWaiting();
            }
        } catch (RuntimeException e) {
            LOG.warn("Expected to hand messages to a session's socket, but {}; it breaks", e.toString());
            wire.disconnect();
        }
    }

    private synchronized void writeWaiting() {
        String first = waiting.poll();
        if (first == null) {
            return;
        }
        String next = waiting.poll();
        if (next == null) {
            wire.send(first);
            return;
        }
        StringBuilder all = new StringBuilder(first);
        for (; next != null; next = waiting.poll()) {
            all.append(next);
        }
        wire.send(all.toString());
    }

    /** After what was said before. */
    @Override
    public void disconnect() {
        writeWaiting();
        wire.disconnect();
    }

    @Override
    public String getRemoteAddress() {
        return wire.getRemoteAddress();
    }
}
