package dev.vesper.desk.notify;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Visible;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people, each thing once: what is to be told is stored first, sent, and stored as sent. A kill between the last two
 * sends it again, under the same id. What cannot be sent is tried again after 30 seconds, then after twice as long each time up
 * to an hour, for three days.
 */
public final class SendNotices {
    private static final int AT_ONCE = 50;
    private static final int LOOKED_AT = 1_000;
    private static final int LONGEST_ERROR = 300;
    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    private final FindNotices notices;
    private final NoticeStore store;
    private final NoticeSender sender;
    private final InstantSource clock;
    /** What this program has stored, so that the store is not asked again and again. */
    private final Set<String> stored = new HashSet<>();

    private volatile Map<DeliveryState, Long> counts = Map.of();

    public SendNotices(FindNotices notices, NoticeStore store, NoticeSender sender, InstantSource clock) {
        this.notices = notices;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
    }

    /** Finds what is to be told, and sends what is due. */
    public synchronized void look(Notifications by) {
        List<Notice> found = notices.now(by);
        for (Notice notice : found) {
            for (Subscription to : by.told(notice)) {
                Delivery delivery = Delivery.of(notice, to, clock.instant());
                if (!stored.contains(delivery.id())) {
                    store.add(delivery);
                    stored.add(delivery.id());
                }
            }
        }
        Set<Channel> down = EnumSet.noneOf(Channel.class);
        for (Delivery delivery : store.due(clock.instant(), AT_ONCE)) {
            if (!down.contains(delivery.channel())) { // whoever waits for a server that is down waits for the next look
                Delivery tried = tried(delivery, by);
                store.save(tried);
                if (tried.state() != DeliveryState.SENT) {
                    down.add(delivery.channel());
                }
            }
        }
        Map<DeliveryState, Long> counted = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counted.put(state, 0L);
        }
        counted.putAll(store.counts());
        counts = counted;
    }

    private Delivery tried(Delivery delivery, Notifications by) {
        try {
            sender.send(delivery, by);
            return delivery.sent(clock.instant());
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            String why = Visible.line( // shown by /health, which every local user may ask
                    delivery.to().isEmpty() ? message : message.replace(delivery.to(), "the address"));
            return delivery.failed(
                    why.length() <= LONGEST_ERROR ? why : why.substring(0, LONGEST_ERROR), clock.instant());
        }
    }

    /** How many there are by state, as of the last look; every state is there once there was one. */
    public Map<DeliveryState, Long> counts() {
        return counts;
    }

    /** What could not be told, in words; empty where all was. */
    public Optional<String> trouble() {
        Instant now = clock.instant();
        List<Delivery> failed = store.failed(now.minus(SHOWN_FOR), LOOKED_AT);
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of("Expected people to be told, but " + Counted.of(failed.size(), "notification")
                        + (failed.size() == 1 ? " was" : " were") + " not sent: "
                        + failed.getFirst().error());
    }
}
