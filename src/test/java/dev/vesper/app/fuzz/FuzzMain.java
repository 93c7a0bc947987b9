package dev.vesper.app.fuzz;

import dev.vesper.app.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./vesper bench fuzz [HOW-MANY] [SEED] [FROM] [program|days]}: exit code 1 where anything was found. Without the last
 * word all runs in this program; {@code program} starts one for each input, as users do; {@code days} runs a whole day with
 * each.
 */
public final class FuzzMain {
    private static final int STANDARD = 1_000;

    private FuzzMain() {}

    public static void main(String[] words) throws IOException {
        int count = words.length > 0 ? Integer.parseInt(words[0]) : STANDARD;
        long seed = words.length > 1 ? Long.parseLong(words[1]) : 42;
        int from = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        String how = words.length > 3 ? words[3] : "here";
        List<InputKind> kinds = how.equals("days") ? InputKind.DAYS : InputKind.ALL;
        Path folder = Files.createTempDirectory("vesper-fuzz");
        boolean found = true;
        try {
            Sandbox box = Sandbox.in(folder, how.equals("here") ? InProcess::run : FuzzMain::program);
            List<Fuzzer.Finding> findings = new Fuzzer(box, seed).run(from, from + count, kinds, System.out::println);
            System.out.println(
                    count + " inputs of " + kinds.size() + " kinds with seed " + seed + ": " + findings.size()
                            + " findings" + (findings.isEmpty() ? "" : ", the spoilt files are in target/fuzz"));
            found = !findings.isEmpty();
        } finally {
            Sandbox.delete(folder);
        }
        System.exit(found ? 1 : 0);
    }

    private static InProcess.Answer program(Map<String, String> environment, String... words) {
        if (List.of(words).stream().anyMatch(word -> word.indexOf(0) >= 0)) {
            return new InProcess.Answer(0, "", ""); // no shell hands over such a word
        }
        try {
            Path out = Files.createTempFile("vesper-fuzz", ".out");
            Path err = Files.createTempFile("vesper-fuzz", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(Path.of("vesper").toAbsolutePath().toString());
            builder.command().addAll(List.of(words));
            builder.environment().putAll(environment);
            builder.environment().put("VESPER_NO_BUILD", "1");
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(Fuzzer.LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
            var answer = new InProcess.Answer(
                    ended ? process.exitValue() : -1,
                    new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                    said);
            Files.delete(out);
            Files.delete(err);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to go on, but was interrupted", e);
        }
    }
}
