package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import dev.vesper.basics.Secret;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what lies under a mount; nothing of servlets is loaded before the first such request. */
final class Mounted extends Handler.Abstract {
    private final Mount mount;
    private final Secret token;
    private final BoundedConnector outside;
    private final Lock lock = new ReentrantLock();
    private @Nullable Handler started;

    /**
     * Starts nothing.
     *
     * @param outside where it is answered: what is meant for browsers is not answered where the command line asks
     */
    Mounted(Mount mount, Secret token, BoundedConnector outside) {
        this.mount = mount;
        this.token = token;
        this.outside = outside;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!mount.answers(request.getHttpURI().getPath())) {
            return false;
        }
        if (request.getConnectionMetaData().getConnector() != outside) {
            Reply.problem(ProblemType.MISDIRECTED, "Expected " + mount.path() + " to be asked at " + outside.address())
                    .send(request, response, callback);
            return true;
        }
        return context().handle(request, response, callback);
    }

    /** In a cookie of this port and path alone, never in an address; no script reads it, no other site's page sends it. */
    private void keep(SessionHandler sessions, Duration idle) {
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        sessions.setSessionCookie("vesper-session-" + outside.getLocalPort());
        sessions.setSessionPath(mount.path());
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.STRICT);
        sessions.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
    }

    private Handler context() throws Exception {
        lock.lock();
        try {
            Handler context = started;
            if (context == null) {
                ServletContextHandler made = new ServletContextHandler(
                        "/", /* sessions= */ mount.sessions().isPresent(), /* security= */ false);
                mount.sessions().ifPresent(idle -> keep(made.getSessionHandler(), idle));
                made.addServlet(new ServletHolder(mount.servlet().apply(token)), "/*");
                made.getServletHandler().setDecodeAmbiguousURIs(true); // paths are matched as they were sent
                made.setServer(getServer());
                addManaged(made);
                context = made;
                started = made;
            }
            return context;
        } finally {
            lock.unlock();
        }
    }
}
