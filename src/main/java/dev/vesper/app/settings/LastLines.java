package dev.vesper.app.settings;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines of the log, for whoever asks what was said before something broke. */
public final class LastLines extends AppenderBase<ILoggingEvent> {
    private static final int KEPT = 2_000;
    private static final int LONGEST = 2_000;
    private static final Deque<String> LINES = new ArrayDeque<>();

    private final Layout<ILoggingEvent> layout;

    LastLines(Layout<ILoggingEvent> layout) {
        this.layout = layout;
    }

    /** Oldest first. */
    public static List<String> all() {
        synchronized (LINES) {
            return List.copyOf(LINES);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = layout.doLayout(event).stripTrailing();
        synchronized (LINES) {
            if (LINES.size() == KEPT) {
                LINES.removeFirst();
            }
            LINES.addLast(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " [...]");
        }
    }
}
