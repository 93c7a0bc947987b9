package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets a request on when all of it is there, and only then: who sends half of one holds up nothing but a connection. */
final class WholeRequests extends Handler.Wrapper {
    static final int LONGEST_BODY = 64 * 1024;
    /** Read to its end where it is longer, so that the answer is heard; what is longer still is cut off. */
    private static final int LONGEST_READ = 16 * LONGEST_BODY;

    private final Connections<EndPoint> connections;
    private final Set<String> probes;

    /**
     * Wraps what answers.
     *
     * @param probes the paths that are answered however many connections there are
     */
    WholeRequests(Connections<EndPoint> connections, Set<String> probes, Handler answers) {
        super(answers);
        this.connections = connections;
        this.probes = probes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                readOn(in);
            }
        } catch (IOException cutOff) {
            Reply.problem(ProblemType.INVALID_REQUEST, "Expected the whole body, but it ended")
                    .send(request, response, callback);
            return true;
        }
        EndPoint socket = BoundedConnector.socket(request);
        boolean room =
                connections.asked(socket, probes.contains(request.getHttpURI().getPath()));
        Request.addCompletionListener(request, _ -> connections.done(socket));
        if (!room) {
            Reply.problem(
                            ProblemType.UNAVAILABLE,
                            "Expected at most " + connections.limits().most() + " requests at a time; try again")
                    .with("Retry-After", "1")
                    .with("Connection", "close")
                    .send(request, response, callback);
            return true;
        }
        if (body.length > LONGEST_BODY) {
            Reply.problem(ProblemType.TOO_LONG, "Expected at most " + LONGEST_BODY + " bytes, but the body is longer")
                    .send(request, response, callback);
            return true;
        }
        return super.handle(new Whole(request, body), response, callback);
    }

    private static void readOn(InputStream in) throws IOException {
        byte[] dropped = new byte[LONGEST_BODY];
        int all = 0;
        int read = 0;
        while (read >= 0 && all < LONGEST_READ) {
            read = in.read(dropped);
            all += read;
        }
    }

    /** A request with its body. */
    private static final class Whole extends Request.Wrapper {
        private final ByteBufferContentSource body;

        Whole(Request request, byte[] body) {
            super(request);
            this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable next) {
            body.demand(next);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
