package dev.vesper.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** ./vesper in a process of its own, over a state folder of its own, as its users run it. */
public final class VesperProcess {
    static final Path JAR = Path.of("target", "vesper.jar").toAbsolutePath();
    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx900m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dvesper.root=" + Path.of("").toAbsolutePath());
    /** One account and six instruments with a year of prices: the least that is worth a day. */
    static final List<String> SMALL = List.of("--instruments", "6", "--years", "1", "--accounts", "1");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private volatile Predicate<String> killer = line -> false;

    private VesperProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    public static VesperProcess start(Path state, String... arguments) throws IOException, InterruptedException {
        return start(state, Map.of(), arguments);
    }

    /** Starts target/vesper.jar with the launcher's flags; behind it lies {@link OpenedLog}. */
    public static VesperProcess start(Path state, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(StartCache.flags());
        command.addAll(List.of("-cp", JAR + File.pathSeparator + testClasses(), "dev.vesper.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        keepsTo(state, builder.environment());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close(); // nobody is at the keyboard
        return new VesperProcess(process);
    }

    /** Nothing of who tests is told to it; what it keeps lies in the folder. */
    static void keepsTo(Path state, Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("VESPER_") || name.startsWith("OTEL_"));
        environment.put("VESPER_VAR", state.toString());
    }

    private static Path testClasses() {
        return Path.of(URI.create(VesperProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /** Makes a sample firm of one account and six instruments, with a year of prices: the least that is worth a day. */
    public static void sampleFirm(Path firm) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("firm", "sample", firm.toString()));
        command.addAll(SMALL);
        Result made = start(firm.resolveSibling("unused"), command.toArray(String[]::new))
                .await();
        if (made.exitCode() != 0) {
            throw new AssertionError("Expected a sample firm, but got " + made.exitCode() + ":\n" + made.output());
        }
    }

    /** kill -9 as soon as a line matches. */
    public VesperProcess killAt(Predicate<String> line) {
        killer = line;
        return this;
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Asks it to stop, as Ctrl-C and a service manager do. */
    public void stop() {
        process.destroy();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for the end; a process that takes longer than a few minutes is killed and fails the test. */
    public Result await() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("Expected an end within 5 minutes, but got:\n" + text());
        }
        reader.join(10_000);
        return new Result(process.exitValue(), text());
    }

    /** Waits until a line matches, and answers the first one that does. */
    public String awaitLine(Predicate<String> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < until) {
            synchronized (lines) {
                Optional<String> found = lines.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                lines.wait(200);
            }
            if (!process.isAlive()) {
                reader.join(10_000);
                synchronized (lines) {
                    return lines.stream()
                            .filter(wanted)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(
                                    "Expected a line, but it ended with " + process.exitValue() + ":\n" + text()));
                }
            }
        }
        throw new AssertionError("Expected a line within 3 minutes, but got:\n" + text());
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (killer.test(line)) {
                    process.destroyForcibly();
                }
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            // a killed process closes its pipes as it likes
        }
    }

    private String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /**
     * How it ended.
     *
     * @param output standard output and error in the order they came
     */
    public record Result(int exitCode, String output) {}
}
