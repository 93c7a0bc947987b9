package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.BodyBound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request whose body is longer than those of everybody: its beginning is there, and the rest is read by whoever has found out
 * who asks, and that they may.
 */
final class LongRequest extends Request.Wrapper {
    /** Of what nobody asked for, this many times what was read is read on, so that the answer is heard. */
    private static final int TIMES = 8;

    private static final int LEAST = 16 * BodyBound.USUAL;

    private final InputStream rest;
    private final Content.Source body;
    private long read;
    private boolean answered;

    /**
     * A request of which something was read.
     *
     * @param begun what was read
     * @param rest of the body
     */
    LongRequest(Request request, byte[] begun, InputStream rest) {
        super(request);
        this.rest = new Counted(rest);
        this.read = begun.length;
        this.body = Content.Source.from(new SequenceInputStream(new ByteArrayInputStream(begun), this.rest));
    }

    static boolean is(Request request) {
        return Request.as(request, LongRequest.class) != null;
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

    /** An answer before which what is left of the body is read and dropped, within a bound. */
    Response heard(Response response) {
        return new Response.Wrapper(this, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                readOn();
                super.write(last, content, callback);
            }
        };
    }

    private void readOn() {
        if (answered) {
            return;
        }
        answered = true;
        long most = read + Math.max(LEAST, TIMES * read);
        byte[] dropped = new byte[BodyBound.USUAL];
        try {
            int some = 0;
            while (read < most && some >= 0) {
                some = rest.read(dropped);
            }
        } catch (IOException gone) {
            // who sent it went away, or sends no more: the answer is for nobody
        }
    }

    /** Counts what was read. */
    private final class Counted extends InputStream {
        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int some = in.read(into, from, most);
            read += Math.max(0, some);
            return some;
        }
    }
}
