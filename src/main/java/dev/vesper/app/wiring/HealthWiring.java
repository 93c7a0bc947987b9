package dev.vesper.app.wiring;

import dev.vesper.adapters.api.server.Answered;
import dev.vesper.adapters.api.server.Probes;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.health.DayFigures;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.health.HealthCheck;
import dev.vesper.desk.health.HealthFigure;
import dev.vesper.desk.health.HealthHistory;
import dev.vesper.desk.health.RunTroubles;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.venues.VenueConnections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators' tools are told: a check is one line of {@link #standard}, or added by who keeps what it looks at. */
public final class HealthWiring implements Probes {
    private static final long MEGABYTE = 1_000_000;
    /** What the embedded engine asks for before it starts. */
    private static final long LOWEST_FREE_MB = 250;

    /** Whoever asks how Vesper is hears it before his own patience ends. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    /** How long an answer for people is as good as a new one. */
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(HealthWiring.class);

    private final Settings settings;
    private final Times times;
    private final EngineWiring engine;
    private final StoreWiring store;
    private final DeskWiring desk;
    private final WorkersWiring workers;
    private final MetersWiring meters;
    private final VenueConnections sessions;
    private final List<Bounded> checks;
    private final HealthHistory history = new HealthHistory();
    private final ReentrantLock looking = new ReentrantLock();
    private final Instant started;
    private volatile @Nullable ServiceHealth seen;
    private final BoundedQuestion<DayFigures> figures;
    private final Part<DayMeters> dayMeters;
    private final Part<RequestMeters> requests;
    private final Part<StoreMeters> storeMeters;

    HealthWiring(
            OpenParts open,
            Settings settings,
            Times times,
            EngineWiring engine,
            StoreWiring store,
            DeskWiring desk,
            WorkersWiring workers,
            AccessWiring access,
            MetersWiring meters,
            VenueConnections sessions) {
        this.sessions = sessions;
        this.started = times.now();
        this.settings = settings;
        this.times = times;
        this.engine = engine;
        this.store = store;
        this.desk = desk;
        this.workers = workers;
        this.meters = meters;
        this.checks =
                new CopyOnWriteArrayList<>(standard().stream().map(Bounded::of).toList());
        this.figures = new BoundedQuestion<>(() -> {
            var kept = store.store.get();
            return DayFigures.of(
                    kept.runs(),
                    desk.questions.get(),
                    desk.killSwitches.get().now().on().size(),
                    desk.venueBreakers.get().open().size(),
                    times.clock());
        });
        this.dayMeters = new Part<>(
                open,
                "day-meters",
                () -> DayMeters.in(
                        meters.meters.get(),
                        this::freeBytes,
                        () -> workers.monitor.get().incidentsSeen(),
                        () -> access.signIn.get().denied()));
        this.requests = new Part<>(open, "request-meters", () -> new RequestMeters(meters.meters.get()));
        this.storeMeters = new Part<>(open, "store-meters", () -> StoreMeters.in(meters.meters.get(), store.store));
    }

    private List<HealthCheck> standard() {
        return List.of(
                HealthCheck.needed("processes", () -> engine.engine.get().trouble()),
                HealthCheck.watched("processes", () -> workers.monitor.get().engineTrouble()),
                HealthCheck.needed("store", () -> {
                    try {
                        store.store.get().runs().recent(1);
                        return Optional.empty();
                    } catch (RuntimeException e) {
                        return Optional.of("Expected the store to answer, but " + e.getMessage());
                    }
                }),
                HealthCheck.watched("disk", this::disk),
                HealthCheck.watched("runs", this::runs),
                HealthCheck.watched("approvals", () -> desk.left.get().trouble()),
                HealthCheck.watched("books", () -> desk.statements.get().undecided()),
                HealthCheck.watched("kill-switch", () -> desk.killSwitches.get().trouble()),
                HealthCheck.watched("venues", () -> workers.monitor.get().venueTrouble()),
                HealthCheck.watched("venues", () -> desk.venueDesk.get().trouble()),
                HealthCheck.watched("venues", () -> desk.venueBreakers.get().trouble()));
    }

    /** Looks at one more thing from now on. */
    public void add(HealthCheck check) {
        checks.add(Bounded.of(check));
    }

    @Override
    public Health health() {
        long asked = times.elapsedNanos().getAsLong();
        checks.forEach(check -> check.question().ask());
        return shown(Health.of(checks.stream()
                .map(check -> check.answered(() -> left(asked)))
                .toList())); // every local user may ask, without a token
    }

    @Override
    public void answered(Answered answered) {
        requests.get().answered(answered);
    }

    /** The same for people, with figures; at most two seconds old, however many look. */
    ServiceHealth service() {
        looking.lock();
        try {
            ServiceHealth last = seen;
            if (last != null && Duration.between(last.asOf(), times.now()).abs().compareTo(LOOKS_AGAIN_AFTER) < 0) {
                return last;
            }
            long asked = times.elapsedNanos().getAsLong();
            figures.ask(); // beside the checks
            Health health = health();
            ServiceHealth now = new ServiceHealth(
                    health.status(), health.ready(), times.now(), history.seen(health, times.now()), figuresFor(asked));
            seen = now;
            return now;
        } finally {
            looking.unlock();
        }
    }

    private List<HealthFigure> figuresFor(long asked) {
        Runtime machine = Runtime.getRuntime();
        List<HealthFigure> all = new ArrayList<>(List.of(
                new HealthFigure(
                        "Up", Duration.between(started, times.now()).toMillis() / 1_000.0, HealthFigure.Unit.SECONDS),
                bytes("Heap, used", machine.totalMemory() - machine.freeMemory()),
                bytes("Heap, at most", machine.maxMemory()),
                bytes("Disk, free", freeBytes())));
        figures(asked)
                .ifPresent(days -> all.addAll(List.of(
                        count(
                                "Questions open",
                                days.openTasks().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()),
                        new HealthFigure(
                                "Oldest question", days.oldestOpen().toMillis() / 1_000.0, HealthFigure.Unit.SECONDS),
                        count("Runs under way", days.runs().getOrDefault(RunStatus.RUNNING, 0L)),
                        count("Runs that stand still", days.runs().getOrDefault(RunStatus.FAILED, 0L)),
                        count("Kill switches on", days.stopped()),
                        count("Venue breakers open", days.breakers()))));
        all.add(count("Venue sessions open", sessions.open().size()));
        return all;
    }

    private static HealthFigure bytes(String name, long value) {
        return new HealthFigure(name, value, HealthFigure.Unit.BYTES);
    }

    private static HealthFigure count(String name, long value) {
        return new HealthFigure(name, value, HealthFigure.Unit.COUNT);
    }

    private static Health shown(Health health) {
        Map<String, String> parts = new LinkedHashMap<>();
        health.parts().forEach((part, said) -> parts.put(part, LocalPaths.hidden(said)));
        return new Health(health.ready(), parts);
    }

    @Override
    public String metrics() {
        long asked = times.elapsedNanos().getAsLong();
        figures.ask(); // beside the checks
        Objects.requireNonNull(requests.get()); // shown before the first was answered
        Objects.requireNonNull(storeMeters.get());
        dayMeters.get().show(health(), figures(asked));
        return meters.meters.get().scrape();
    }

    /** Empty where the store does not answer: what is then not known is no number, and /metrics still says the rest. */
    private Optional<DayFigures> figures(long asked) {
        try {
            return Optional.of(figures.answer(left(asked)));
        } catch (RuntimeException | TimeoutException e) {
            LOG.debug("no figures of the days", e);
            return Optional.empty();
        }
    }

    private Duration left(long asked) {
        return ANSWERS_WITHIN.minusNanos(times.elapsedNanos().getAsLong() - asked);
    }

    /** A check that is asked beside the others, for so long as somebody waits. */
    private record Bounded(HealthCheck check, BoundedQuestion<Optional<String>> question) {
        static Bounded of(HealthCheck check) {
            return new Bounded(check, new BoundedQuestion<>(check.trouble()));
        }

        HealthCheck answered(Supplier<Duration> left) {
            return new HealthCheck(check.part(), check.needed(), () -> {
                try {
                    return question.answer(left.get());
                } catch (TimeoutException e) {
                    return Optional.of("Expected an answer within " + ANSWERS_WITHIN.toSeconds()
                            + " s, but there is none; maybe the store is locked, or the machine has too much to do");
                }
            });
        }
    }

    private Optional<String> runs() {
        var kept = store.store.get();
        return new RunTroubles(kept.runs(), new Incidents(kept.runs(), kept.audit(), times.clock()), times.clock())
                .find();
    }

    private Optional<String> disk() {
        long free = freeBytes() / MEGABYTE;
        return free >= LOWEST_FREE_MB
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Expected at least %d MB free under %s, but only %d MB are; maybe remove old runs",
                        LOWEST_FREE_MB,
                        settings.state(),
                        free));
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(settings.state()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to ask how full the disk is, but " + e, e);
        }
    }
}
