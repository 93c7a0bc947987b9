package dev.vesper.adapters.routes.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU goes, by what the code is for: the JDK's own recorder samples each thread after so much of its CPU, in the
 * kernel too, and a sample counts for the innermost frame that has a name here.
 */
final class PathProfile {
    private static final String EVENT = "jdk.CPUTimeSample";
    private static final String EVERY = "2ms";
    private static final String OTHER = "everything else";
    private static final int SHOWN = 8;

    /** A class (or package), perhaps with one method, and what it is for; the first that fits. */
    private static final List<Mark> MARKS = List.of(
            new Mark("jdk.internal.misc.Unsafe.park", "threads: waiting and waking"),
            new Mark("jdk.internal.misc.Unsafe.unpark", "threads: waiting and waking"),
            new Mark("java.lang.Object.wait0", "threads: waiting and waking"),
            new Mark("java.lang.Object.notify", "threads: waiting and waking"),
            new Mark("quickfix.DataDictionary", "dictionary checks"),
            new Mark("quickfix.FileStore", "message stores"),
            new Mark("dev.vesper.adapters.routes.fix.MappedStore", "message stores"),
            new Mark("quickfix.Message.parse", "messages: read from text"),
            new Mark("quickfix.Message.fromString", "messages: read from text"),
            new Mark("quickfix.MessageUtils", "messages: read from text"),
            new Mark("quickfix.Message.toString", "messages: written as text"),
            new Mark("quickfix.FieldMap.calculateString", "messages: written as text"),
            new Mark("quickfix.mina.message", "messages: cut from the stream"),
            new Mark("ch.qos.logback", "log lines"),
            new Mark("dev.vesper.adapters.routes.fix.FixLogFactory", "log lines"),
            new Mark("dev.vesper.adapters.routes.simulated.VenueJournal", "venues' journal"),
            new Mark("dev.vesper.simulation", "venues' books"),
            new Mark("dev.vesper.adapters.routes.simulated.VenueMessages", "messages: made of fields"),
            new Mark("dev.vesper.adapters.routes.fix.OrderMessages", "messages: made of fields"),
            new Mark("dev.vesper.orders.slice", "slices: sums and links"),
            new Mark("dev.vesper.basics.FieldSum", "slices: sums and links"),
            new Mark("org.h2", "database"),
            new Mark("org.hibernate", "database"),
            new Mark("com.zaxxer", "database"),
            new Mark("dev.vesper.adapters.store", "database"),
            new Mark("dev.vesper.orders.state", "orders: what reports say"),
            new Mark("dev.vesper.adapters.routes.fix.WorkingOrder", "orders: what reports say"),
            new Mark("dev.vesper.adapters.routes.fix.OrdersAtWork", "orders: what reports say"),
            new Mark("dev.vesper.adapters.routes.fix.VenueReports", "orders: what reports say"),
            new Mark("dev.vesper.adapters.routes.fix.WatchedSession", "orders: what reports say"),
            new Mark("dev.vesper.adapters.routes.simulated", "venues' route"),
            new Mark("dev.vesper.adapters.routes", "gateway"),
            new Mark("dev.vesper.desk.execution", "deciding and gates"),
            new Mark("dev.vesper.execution", "deciding and gates"),
            new Mark("dev.vesper.desk", "deciding and gates"),
            new Mark("quickfix.mina", "sockets (MINA)"),
            new Mark("org.apache.mina", "sockets (MINA)"),
            new Mark("quickfix", "sessions (QuickFIX/J)"),
            new Mark("org.apache.camel", "Camel"),
            new Mark("jdk.jfr", "recorder"));

    /** Frames that serve whoever calls them. */
    private static final Set<String> SERVE =
            Set.of("quickfix.FieldMap", "quickfix.StringField", "quickfix.Field", "quickfix.Message$Header");

    private record Mark(String place, String part) {}

    private final Map<String, Long> parts = new HashMap<>();
    private final Map<String, Map<String, Long>> places = new HashMap<>();
    private final Path file;
    private long all;

    /** @param file where the last recording lies, for whoever wants to look closer */
    PathProfile(Path file) {
        this.file = file;
    }

    /** Samples whatever runs meanwhile. */
    void record(Runnable what) {
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).with("throttle", EVERY).withStackTrace();
            recording.start();
            what.run();
            recording.stop();
            recording.dump(file);
            count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (!event.getEventType().getName().equals(EVENT) || stack == null) {
                    continue;
                }
                String part = part(stack);
                if (!part.equals("recorder")) {
                    all++;
                    parts.merge(part, 1L, Long::sum);
                    places.computeIfAbsent(part, _ -> new HashMap<>())
                            .merge(name(stack.getFrames().getFirst()), 1L, Long::sum);
                }
            }
        }
    }

    /** The share of each part, greatest first; and the commonest innermost places. */
    void show() {
        System.out.printf("%nprofile: %,d samples, one each %s of a thread's CPU; %s%n%n", all, EVERY, file);
        System.out.println("| part | share | most often innermost |");
        System.out.println("|---|---|---|");
        for (Map.Entry<String, Long> part : sorted(parts).entrySet()) {
            StringBuilder most = new StringBuilder();
            sorted(places.getOrDefault(part.getKey(), Map.of())).entrySet().stream()
                    .limit(SHOWN)
                    .forEach(place -> most.append(place.getKey())
                            .append(' ')
                            .append(place.getValue())
                            .append(", "));
            System.out.printf(
                    "| %s | %.1f %% | %s |%n",
                    part.getKey(), 100.0 * part.getValue() / all, most.substring(0, most.length() - 2));
        }
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String part(RecordedStackTrace stack) {
        for (RecordedFrame frame : stack.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (SERVE.contains(type) && !frame.getMethod().getName().equals("calculateString")) {
                continue;
            }
            String place = type + "." + frame.getMethod().getName();
            for (Mark mark : MARKS) {
                if (place.startsWith(mark.place())) {
                    return mark.part();
                }
            }
        }
        return OTHER;
    }
}
