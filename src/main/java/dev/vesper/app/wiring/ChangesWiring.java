package dev.vesper.app.wiring;

import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.StoreChanges;
import dev.vesper.basics.Times;
import dev.vesper.desk.changes.ChangeFeed;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Followers;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.venues.VenueConnections;
import dev.vesper.desk.venues.VenueSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what changes while somebody follows: one thread looks for all of them, soon after this process stored something and
 * once a second, since sessions with venues are stored nowhere and others may write to the database too. While nobody follows,
 * nothing is asked.
 */
final class ChangesWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesWiring.class);

    /** What is stored within it is looked for together. */
    private static final int GATHERS_MILLIS = 150;

    private static final int LOOKS_MILLIS = 1_000;

    private final ChangeFeed feed;
    private final Semaphore stored = new Semaphore(0);
    private final Thread looks;
    final Followers followers;

    /** Looks from now on, until it is closed. */
    ChangesWiring(Database database, VenueConnections venues, Times times) {
        StoreChanges store = new StoreChanges(database);
        AtomicReference<List<VenueSession>> sessions = new AtomicReference<>(List.of());
        this.feed = new ChangeFeed(Long.toString(times.machine().millis(), Character.MAX_RADIX), () -> {
            Set<Changed> changed = new LinkedHashSet<>(store.look());
            List<VenueSession> now = venues.open();
            if (!now.equals(sessions.getAndSet(now))) {
                changed.add(Changed.of(Topic.VENUES));
            }
            return changed;
        });
        this.followers = new Followers(feed, Followers.USUAL, times.elapsedNanos());
        database.whenCommitted(() -> {
            if (stored.availablePermits() == 0) {
                stored.release();
            }
        });
        this.looks = Thread.ofPlatform().name("changes-told").daemon().start(this::look);
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (stored.tryAcquire(LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHERS_MILLIS);
                    stored.drainPermits();
                }
                if (followers.any()) {
                    feed.look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.debug("what changed could not be seen", e); // the store is down or closing; it is told afterwards
            }
        }
    }

    @Override
    public void close() {
        looks.interrupt();
        feed.close();
    }
}
