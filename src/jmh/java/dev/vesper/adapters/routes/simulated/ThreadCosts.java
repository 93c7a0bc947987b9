package dev.vesper.adapters.routes.simulated;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The CPU of this process by groups of threads; what no Java thread took is the compilers' and the collector's. */
final class ThreadCosts {
    /** What is left when all Java threads are taken away. */
    static final String MACHINE = "compilers, collector";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Set<Long> venues = new HashSet<>();
    private final Set<Long> house = new HashSet<>();
    private final Set<Long> before = new HashSet<>(running().keySet());
    private Map<Long, Long> at = Map.of();
    private long process;

    /** All threads that are new since it was made are the venues'. */
    void venuesAreThere() {
        venues.addAll(running().keySet());
        venues.removeAll(before);
    }

    /** All that are new since then are the house's; a thread that was not there yet when its side was made is told by its name. */
    void houseIsThere() {
        house.addAll(running().keySet());
        house.removeAll(before);
        house.removeAll(venues);
    }

    /** From now on it is counted. */
    void begin() {
        at = times();
        process = PROCESS.getProcessCpuTime();
    }

    /** Nanoseconds of CPU since {@link #begin} by group. */
    Map<String, Long> end() {
        long all = PROCESS.getProcessCpuTime() - process;
        Map<String, Long> spent = new TreeMap<>();
        Map<Long, String> names = running();
        times().forEach((thread, now) -> {
            long more = now - at.getOrDefault(thread, 0L);
            if (more > 0) {
                spent.merge(group(thread, names.getOrDefault(thread, "")), more, Long::sum);
            }
        });
        long java = spent.values().stream().mapToLong(Long::longValue).sum();
        spent.put(MACHINE, Math.max(0, all - java));
        return spent;
    }

    String group(long thread, String name) {
        if (thread == Thread.currentThread().threadId()) {
            return "caller";
        }
        if (name.startsWith("MVStore") || name.startsWith("H2 ") || name.startsWith("store")) {
            return "database's own threads";
        }
        if (name.startsWith("NioProcessor") || name.startsWith("NioSocket") || name.startsWith("ForkJoinPool")) {
            return "wire, both sides (MINA)";
        }
        if (name.startsWith("QFJ Message Processor")) {
            return house.contains(thread) ? "house, reading" : "venues, reading and deciding";
        }
        if (name.contains("seda")) {
            return "venues, answering";
        }
        return name.startsWith("JFR") ? "recorder" : "others";
    }

    private static Map<Long, String> running() {
        Map<Long, String> names = new HashMap<>();
        for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (info != null) {
                names.put(info.getThreadId(), info.getThreadName());
            }
        }
        return names;
    }

    private static Map<Long, Long> times() {
        Map<Long, Long> times = new HashMap<>();
        for (long thread : THREADS.getAllThreadIds()) {
            long time = THREADS.getThreadCpuTime(thread);
            if (time >= 0) {
                times.put(thread, time);
            }
        }
        return times;
    }
}
