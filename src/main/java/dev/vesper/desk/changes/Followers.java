package dev.vesper.desk.changes;

import dev.vesper.desk.access.Permission;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Those who are told of changes while they happen: a bounded number, each for a bounded time, after which they come again
 * with the mark they hold. Who they are and what they may is asked again and again meanwhile.
 */
public final class Followers {
    /**
     * What is allowed.
     *
     * @param each at a time for one user, for example the pages that they look at
     * @param all at a time
     * @param longest until one comes again
     * @param pause the longest between two signs of life, and between two questions whether they still may
     */
    public record Limits(int each, int all, Duration longest, Duration pause) {}

    /** Below the minute within which every answer of Vesper ends, and half of those that it gives at a time. */
    public static final Limits USUAL = new Limits(16, 128, Duration.ofSeconds(50), Duration.ofSeconds(5));

    private final ChangeFeed feed;
    private final Limits limits;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> places = new HashMap<>();
    private int taken;

    public Followers(ChangeFeed feed, Limits limits, LongSupplier nanos) {
        this.feed = feed;
        this.limits = limits;
        this.nanos = nanos;
    }

    /** What becomes of somebody who wants to follow. */
    public sealed interface Entered {
        /** Not now; try again later. */
        record Full(boolean own, String why) implements Entered {}

        /** There is room for them until it is closed. */
        record In(Place place) implements Entered {}
    }

    /** Hears what changed; a mark may be kept and shown the next time. One that is gone throws, and is told no more. */
    public interface Reader {
        /** What comes is what happened after this mark. */
        void began(String mark);

        void changed(String mark, String word);

        /** More changed than is known any more: look at everything. */
        void missed(String mark);

        /** Nothing changed that they want to hear of. */
        void quiet();
    }

    /**
     * Takes a place.
     *
     * @param who by the name they proved, or another one for all who proved none
     */
    public Entered enter(String who) {
        lock.lock();
        try {
            int own = places.getOrDefault(who, 0);
            if (own >= limits.each()) {
                return new Entered.Full(
                        /* own= */ true,
                        "Expected at most " + limits.each()
                                + " streams of one user at a time, but there are; close some");
            }
            if (taken >= limits.all()) {
                return new Entered.Full(
                        /* own= */ false,
                        "Expected at most " + limits.all() + " streams at a time, but there are; try again later");
            }
            places.merge(who, 1, Integer::sum);
            taken++;
            return new Entered.In(new Place(who));
        } finally {
            lock.unlock();
        }
    }

    /** Whether anybody follows. */
    public boolean any() {
        lock.lock();
        try {
            return taken > 0;
        } finally {
            lock.unlock();
        }
    }

    private void leave(String who) {
        lock.lock();
        try {
            places.computeIfPresent(who, (_, own) -> own == 1 ? null : Integer.valueOf(own - 1));
            taken--;
        } finally {
            lock.unlock();
        }
    }

    /** The place of one who follows. */
    public final class Place implements AutoCloseable {
        private final String who;

        private Place(String who) {
            this.who = who;
        }

        /**
         * Tells until they may no longer, their time is over, Vesper closes, or nobody hears.
         *
         * @param after the mark that they hold; empty where they hold none
         * @param may what they may now; empty where they are nobody any more
         */
        public void follow(String after, Wanted wanted, Supplier<Optional<Predicate<Permission>>> may, Reader reader) {
            feed.look(); // what happened while nobody followed
            Optional<Predicate<Permission>> allowed = may.get();
            if (allowed.isEmpty()) {
                return;
            }
            String mark = after.isEmpty() ? feed.mark() : after;
            reader.began(mark);
            long begun = nanos.getAsLong();
            long asked = begun;
            long said = begun;
            while (!over(begun)) {
                feed.await(mark, limits.pause());
                ChangeFeed.Since since = feed.since(mark);
                mark = since.mark();
                if (late(asked) || since.changes().values().stream().anyMatch(one -> one.topic() == Topic.USERS)) {
                    asked = nanos.getAsLong();
                    allowed = may.get();
                    if (allowed.isEmpty()) {
                        return;
                    }
                }
                boolean told = tell(since, wanted, allowed.get(), reader);
                if (!told && late(said)) {
                    reader.quiet();
                    told = true;
                }
                said = told ? nanos.getAsLong() : said;
            }
        }

        private boolean over(long begun) {
            return feed.closed()
                    || Thread.currentThread().isInterrupted()
                    || nanos.getAsLong() - begun >= limits.longest().toNanos();
        }

        private boolean late(long last) {
            return nanos.getAsLong() - last >= limits.pause().toNanos();
        }

        private static boolean tell(ChangeFeed.Since since, Wanted wanted, Predicate<Permission> may, Reader reader) {
            if (since.missed()) {
                reader.missed(since.mark());
                return true;
            }
            boolean told = false;
            for (Map.Entry<String, Changed> one : since.changes().entrySet()) {
                Changed changed = one.getValue();
                if (wanted.has(changed) && changed.topic().heardBy(may)) {
                    reader.changed(one.getKey(), changed.word());
                    told = true;
                }
            }
            return told;
        }

        @Override
        public void close() {
            leave(who);
        }
    }
}
