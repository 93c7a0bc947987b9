package dev.vesper.app.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./vesper bench load [SECONDS] [ACTS-A-SECOND] [USERS] [SEED]}: users who take tasks, give them back, ask, reply,
 * approve and reject over HTTP with tokens of their own, and look at pages of the console, before a real {@code up}. Exit code 1
 * where anything was lost, done twice or told wrongly, or the audit does not stand. Time is told and decides nothing.
 */
final class LoadMain {
    private static final int ACTS_OF_A_RUN = 240;
    /** What up said is kept here. */
    private static final Path LOG = Path.of("target/load.log");

    private static final int PAGES_A_SECOND = 10;

    private LoadMain() {}

    public static void main(String[] words) throws Exception {
        int seconds = number(words, 0, 300);
        int rate = number(words, 1, 200);
        int users = number(words, 2, 50);
        long seed = number(words, 3, 42);
        Path folder = Files.createTempDirectory("vesper-load");
        boolean good;
        try {
            good = run(folder, Duration.ofSeconds(seconds), rate, users, seed);
        } finally {
            if (Files.exists(folder.resolve("up.log"))) {
                Files.createDirectories(Path.of("target"));
                Files.copy(folder.resolve("up.log"), LOG, StandardCopyOption.REPLACE_EXISTING);
            }
            Folder.delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    private static int number(String[] words, int at, int otherwise) {
        return words.length > at && !words[at].isEmpty() ? Integer.parseInt(words[at]) : otherwise;
    }

    private static boolean run(Path folder, Duration lasts, int rate, int users, long seed) throws Exception {
        int runs = (int) Math.max(users / 4, lasts.toSeconds() * rate / ACTS_OF_A_RUN + users / 4);
        Path state = folder.resolve("state");
        List<String> names = Crowd.names(users);
        say("%d firms, each with a day that is opened", runs);
        WaitingDays days = WaitingDays.open(folder, state, runs, names);
        try (ServedState up = ServedState.start(state, days.firms().getFirst())) {
            say("up; %d users choose a password and a token each", users);
            Crowd crowd = Crowd.letIn(up, names);
            TaskPool pool = new TaskPool(up, crowd, seed);
            pool.await(days.runs());
            say("%d tasks wait; %d users act %d times a second for %d s", runs, users, rate, lasts.toSeconds());
            Load load = new Load(up, crowd, pool, seed);
            double asking = ownCpuSeconds();
            Cost begun = Cost.now(up, 0);
            AtomicReference<Cost> half = new AtomicReference<>(begun);
            Thread.startVirtualThread(() -> {
                LockSupport.parkNanos(lasts.toNanos() / 2);
                half.set(Cost.now(up, load.answered()));
            });
            load.run(lasts, rate, PAGES_A_SECOND, days.runs());
            Cost ended = Cost.now(up, load.answered());
            load.print(lasts);
            say("all: %s", ended.since(begun));
            say("from half of the time on: %s", ended.since(half.get()));
            say(
                    "%.1f s of the processor, %.1f s more of the asking side; peak memory of the process %d MB",
                    ended.cpuSeconds() - begun.cpuSeconds(), ownCpuSeconds() - asking, up.peakMb());
            boolean good = new Reckoning(up, crowd.any(), load.told()).holds();
            up.stop();
            return good & up.auditVerifies() & load.unexpected().isEmpty();
        }
    }

    private static double ownCpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1_000.0;
    }

    static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
