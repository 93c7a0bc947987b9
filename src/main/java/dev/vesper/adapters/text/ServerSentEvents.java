package dev.vesper.adapters.text;

import dev.vesper.desk.changes.Followers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Changes as browsers read them ({@code text/event-stream}): each with the mark to come again with, none with what is so now. */
public final class ServerSentEvents implements Followers.Reader {
    public static final String TYPE = "text/event-stream";

    /** In which a reader shows the mark that it holds. */
    public static final String MARK = "Last-Event-ID";

    /** Milliseconds until a reader whose stream ended comes again. */
    private static final int AGAIN = 500;

    private final Writer out;

    public ServerSentEvents(Writer out) {
        this.out = out;
    }

    @Override
    public void began(String mark) {
        say("retry: " + AGAIN + "\nid: " + mark);
    }

    @Override
    public void changed(String mark, String word) {
        say("id: " + mark + "\nevent: change\ndata: " + word);
    }

    @Override
    public void missed(String mark) {
        say("id: " + mark + "\nevent: missed\ndata: more than is known any more");
    }

    @Override
    public void quiet() {
        say(":");
    }

    private void say(String lines) {
        try {
            out.write(lines + "\n\n");
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
