package dev.vesper.adapters.api.server;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens at one address; its connections are counted and end in time, with those of the server's other addresses. */
final class BoundedConnector extends ServerConnector {
    private static final int SWEEPS = 20;

    private final Connections<EndPoint> connections;
    private final Listening listening;

    BoundedConnector(
            Server server, Connections<EndPoint> connections, Listening listening, ConnectionFactory... factories) {
        super(server, 0, 1, factories); // one thread accepts and selects, virtual ones do the rest
        this.connections = connections;
        this.listening = listening;
        setHost(listening.host().getHostAddress());
        setPort(listening.port());
        setAcceptQueueSize(connections.limits().most());
        setIdleTimeout(2 * connections.limits().answer().toMillis()); // the connections end before
    }

    HostNames names() {
        return listening.names();
    }

    /** What a browser is told to open, without a path. */
    URI address() {
        return listening.address(getLocalPort());
    }

    /** The socket that a request came by, under TLS as well. */
    static EndPoint socket(Request request) {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        while (end instanceof EndPoint.Wrapper wrapper) {
            end = wrapper.unwrap();
        }
        return end;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        sweep();
    }

    private void sweep() {
        if (isRunning()) {
            connections.sweep();
            getScheduler()
                    .schedule(this::sweep, connections.limits().request().toMillis() / SWEEPS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void onEndPointOpened(EndPoint end) {
        super.onEndPointOpened(end);
        connections.opened(end);
    }

    @Override
    protected void onEndPointClosed(EndPoint end) {
        connections.closed(end);
        super.onEndPointClosed(end);
    }
}
