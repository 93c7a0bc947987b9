package dev.vesper.app.fuzz;

import dev.vesper.app.InProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spoils one file at a time by bytes, fields, shape or by what is no file at all, and runs the command that reads it. What
 * is right: exit code 0, 2 or 3; where the file is refused, one sentence that names it; never a trace, never longer than
 * {@link #LONGEST_SECONDS}.
 */
final class Fuzzer {
    /** More where the machine has other work: {@code -Dvesper.fuzz.seconds=300}. */
    static final int LONGEST_SECONDS = Integer.getInteger("vesper.fuzz.seconds", 60);

    private static final int LONGEST_SENTENCE = 1_500;

    /** Words of Java that no sentence for people holds. */
    private static final Pattern JAVA = Pattern.compile(
            "\\tat |Exception|our fault|(?<![:!])\\b(java|javax|sun|jdk|org\\.[a-z]+|com\\.[a-z]+|dev\\.vesper)\\.[a-z]+\\.[A-Za-z]+|@[0-9a-f]{6,8}\\b|StackOverflow|OutOfMemory");

    /** What was wrong with an answer. */
    record Finding(int number, String kind, String file, String how, String what, String said) {}

    private final Sandbox box;
    private final long seed;

    Fuzzer(Sandbox box, long seed) {
        this.box = box;
        this.seed = seed;
    }

    /** Runs inputs {@code from} to {@code to}; each is the same whatever else is run. */
    List<Finding> run(int from, int to, List<InputKind> kinds, Consumer<String> progress) {
        List<Finding> findings = new ArrayList<>();
        for (int number = from; number < to; number++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number);
            InputKind kind = kinds.get(number % kinds.size());
            String file = ByteMutations.one(box.files(kind.folders()), random);
            byte[] whole = box.bytes(file);
            String how = "";
            try {
                how = spoil(file, whole, random);
                Finding finding = judge(number, kind, file, how);
                if (finding != null) {
                    findings.add(finding);
                    keep(number, file);
                    progress.accept(finding.toString());
                }
            } finally {
                box.write(file, whole);
                Sandbox.delete(box.path("nowhere"));
            }
            if (number % 100 == 99) {
                progress.accept((number + 1 - from) + " inputs, " + findings.size() + " findings");
            }
        }
        return findings;
    }

    private String spoil(String file, byte[] whole, RandomGenerator random) {
        int level = random.nextInt(20);
        if (level == 0 && !file.startsWith("settings") && !file.startsWith("words")) {
            NoFile no = ByteMutations.one(List.of(NoFile.values()), random);
            no.put(box.path(file));
            return no.name().toLowerCase(Locale.ROOT);
        }
        List<Mutation> mutations = level < 5 ? ByteMutations.ALL : level < 13 ? FieldMutations.ALL : ShapeMutations.ALL;
        Mutation mutation = ByteMutations.one(mutations, random);
        byte[] spoilt = mutation.change().of(whole, random);
        box.write(file, spoilt);
        return mutation.name();
    }

    private @Nullable Finding judge(int number, InputKind kind, String file, String how) {
        FutureTask<InProcess.Answer> task = new FutureTask<>(() -> kind.reader().read(box, file));
        Thread worker = Thread.ofPlatform().daemon().name("fuzz-" + number).start(task);
        try {
            InProcess.Answer answer = task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            String wrong = wrong(kind, file, answer);
            return wrong == null ? null : new Finding(number, kind.name(), file, how, wrong, shown(answer.err()));
        } catch (TimeoutException hangs) {
            StringBuilder where = new StringBuilder();
            for (StackTraceElement at : worker.getStackTrace()) {
                where.append(at).append(" < ");
            }
            return new Finding(number, kind.name(), file, how, "hangs", shown(where.toString()));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            StackTraceElement[] at = cause == null ? new StackTraceElement[0] : cause.getStackTrace();
            return new Finding(
                    number,
                    kind.name(),
                    file,
                    how,
                    "throws " + cause,
                    at.length == 0 ? "" : at[0] + " " + at[1 % at.length]);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to go on, but was interrupted", stop);
        }
    }

    /** What is wrong with an answer; null where nothing is. */
    static @Nullable String wrong(InputKind kind, String file, InProcess.Answer answer) {
        if (answer.code() != 0 && answer.code() != 2 && answer.code() != 3) {
            return "exit code " + answer.code();
        }
        if (JAVA.matcher(answer.err()).find()) {
            return "words of Java";
        }
        List<String> sentences =
                answer.err().lines().filter(line -> line.startsWith("vesper: ")).toList();
        long lines = answer.err()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Ready in ") && !line.startsWith("Reading "))
                .count();
        if (answer.code() == 2) {
            if (sentences.size() != 1) {
                return sentences.size() + " sentences";
            }
            String sentence = sentences.getFirst();
            if (kind.named() && !sentence.contains(InputKind.nameOf(file))) {
                return "another file is named";
            }
            if (sentence.length() > LONGEST_SENTENCE) {
                return "a sentence of " + sentence.length() + " characters";
            }
            if (kind.named()
                    && lines
                            > 1
                                    + answer.err()
                                            .lines()
                                            .filter(l -> l.startsWith("  !"))
                                            .count()) {
                return "more than one sentence";
            }
        }
        return answer.code() == 3 && answer.err().isBlank() && answer.out().isBlank() ? "refused without a word" : null;
    }

    private void keep(int number, String file) {
        try {
            Path kept = Files.createDirectories(Path.of("target/fuzz"))
                    .resolve(number + "-" + Path.of(file).getFileName());
            if (Files.isRegularFile(box.path(file), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                Files.write(kept, box.bytes(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String shown(String text) {
        String line = text.replace("\n", " / ");
        return new String(
                line.getBytes(StandardCharsets.UTF_8),
                0,
                Math.min(line.getBytes(StandardCharsets.UTF_8).length, 500),
                StandardCharsets.UTF_8);
    }
}
