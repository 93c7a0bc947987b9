package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.BodyBound;
import dev.vesper.adapters.api.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request on when all of it is there, and only then: who sends half of one holds up nothing but a connection. Where more
 * is taken than usual, the usual part is there, and who asks is found out before the rest is read.
 */
final class WholeRequests extends Handler.Wrapper {
    private static final int LONGEST_BODY = BodyBound.USUAL;
    /** Read to its end where it is longer, so that the answer is heard; what is longer still is cut off. */
    private static final int LONGEST_READ = 16 * LONGEST_BODY;

    private final Connections<EndPoint> connections;
    private final Set<String> probes;
    private final Predicate<Request> takesMore;

    /**
     * Wraps what answers.
     *
     * @param probes the paths that are answered however many connections there are
     * @param takesMore whether what is asked for takes longer bodies, from who may
     */
    WholeRequests(
            Connections<EndPoint> connections, Set<String> probes, Predicate<Request> takesMore, Handler answers) {
        super(answers);
        this.connections = connections;
        this.probes = probes;
        this.takesMore = takesMore;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] body;
        InputStream in = Content.Source.asInputStream(request);
        boolean more = false;
        try {
            body = in.readNBytes(LONGEST_BODY + 1);
            more = body.length > LONGEST_BODY && takesMore.test(request);
            if (body.length > LONGEST_BODY && !more) {
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
        if (more) {
            LongRequest begun = new LongRequest(request, body, in);
            return super.handle(begun, begun.heard(response), callback);
        }
        if (body.length > LONGEST_BODY) {
            Reply.problem(ProblemType.TOO_LONG, BodyBound.sentence(LONGEST_BODY))
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
