package dev.vesper.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What {@code ./vesper warm} makes, for the programs that tests start: it saves a quarter of a start's processor time. Made
 * once for a jar with a day of a small firm, by whichever test comes first; the other fork waits for it.
 */
final class StartCache {
    private static final Path CACHE = Path.of("target", "tests.aot").toAbsolutePath();
    private static List<String> flags;

    private StartCache() {}

    /** The flags of a start with it; none where none could be made (target/tests.aot.log tells why), which costs only time. */
    static synchronized List<String> flags() throws IOException, InterruptedException {
        if (flags == null) {
            try (FileChannel file = FileChannel.open(
                            CACHE.resolveSibling("tests.aot.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                if (held.isValid() && !isNewerThanTheJar()) {
                    train();
                }
            }
            flags = isNewerThanTheJar()
                    ? List.of("-XX:AOTCache=" + CACHE, "-XX:-AOTClassLinking", "-Xlog:aot=off", "-Xlog:cds=off")
                    : List.of();
        }
        return flags;
    }

    private static boolean isNewerThanTheJar() throws IOException {
        return Files.exists(CACHE)
                && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(VesperProcess.JAR)) > 0;
    }

    private static void train() throws IOException, InterruptedException {
        Files.deleteIfExists(CACHE);
        Path box = Files.createTempDirectory("start-cache");
        try {
            String firm = box.resolve("firm").toString();
            List<String> sample = new ArrayList<>(List.of("firm", "sample", firm));
            sample.addAll(VesperProcess.SMALL);
            run(box, List.of(), sample);
            run(box, List.of("-XX:-AOTClassLinking", "-XX:AOTCacheOutput=" + CACHE), List.of("eod", "--firm", firm));
        } finally {
            Folders.delete(box);
        }
    }

    private static void run(Path box, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(VesperProcess.JAVA);
        command.addAll(flags);
        command.addAll(List.of("-cp", VesperProcess.JAR.toString(), "dev.vesper.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(CACHE.resolveSibling("tests.aot.log").toFile());
        VesperProcess.keepsTo(box.resolve("var"), builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
