package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.orders.ChildOrder;
import dev.vesper.testing.SliceSaves;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real second JVM on the same store: saves a slice, appends an audit row, says so, and goes on until it is killed. Beside
 * it some append rows all the time, many at once, and say each that is kept.
 */
final class OtherProcess implements AutoCloseable {
    private static final int BESIDE = 4;

    private final Process process;
    private final BufferedReader said;
    private final List<String> kept = new ArrayList<>();

    private OtherProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess writingTo(Path home, Path migrations) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new OtherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        home.toString(),
                        migrations.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the other process has said that this many transactions are committed; answers the last number. */
    int waitFor(int committed) throws IOException {
        String line;
        while ((line = said.readLine()) != null) {
            hear(line);
            if (line.startsWith("committed ")) {
                int number = Integer.parseInt(line.substring("committed ".length()));
                if (number >= committed) {
                    return number;
                }
            }
        }
        throw new IOException("the other process ended early");
    }

    /** SIGKILL; answers the last number it had said before it died. */
    int kill(int last) throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // unlike the process's own, it leaves the pipe open
        String line;
        int number = last;
        while ((line = said.readLine()) != null) {
            hear(line);
            if (line.startsWith("committed ")) {
                number = Integer.parseInt(line.substring("committed ".length()));
            }
        }
        process.waitFor();
        return number;
    }

    private void hear(String line) {
        if (line.startsWith("kept ")) {
            kept.add(line.substring("kept ".length()));
        }
    }

    /** What the rows say that were appended beside the slices, of each that was said to be kept. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process. */
    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseSettings.h2(Path.of(arguments[0]), Path.of(arguments[1])));
        HibernateRunStore runs = new HibernateRunStore(database);
        HibernateAuditLog audit = new HibernateAuditLog(database);
        HibernateOrderStore orders = new HibernateOrderStore(database, audit);
        RunId run = runs.open(Sample.DATE, Sample.FIRM, 1, false, Sample.NOON).id();
        runs.saveRebalance(run, Stream.of(Sample.rebalance(run)), Sample.lots());
        for (int i = 0; i < BESIDE; i++) {
            String who = run + " " + i;
            Thread.ofPlatform().daemon().start(() -> append(audit, who));
        }
        for (int slice = 0; ; slice++) {
            List<ChildOrder> children = Sample.children(run, slice, 20);
            SliceSaves.send(orders, run, slice, children);
            SliceSaves.book(
                    orders,
                    run,
                    children,
                    children.stream().map(Sample::filled).toList(),
                    List.of(Sample.fill(children.getFirst(), "E" + slice, "100", "150.2", "0.9", 36_000_000)));
            audit.append(Sample.NOON, "vesper", AuditAction.TRADES_PROPOSED, run.value(), "slice " + slice, false);
            System.out.println("committed " + slice);
            System.out.flush();
        }
    }

    private static void append(HibernateAuditLog audit, String who) {
        for (int i = 0; ; i++) {
            String row = who + " " + i;
            audit.append(Sample.NOON, "vesper", AuditAction.RUN_RESUMED, "beside", row, false);
            System.out.println("kept " + row);
        }
    }
}
