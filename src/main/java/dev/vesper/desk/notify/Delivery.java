package dev.vesper.desk.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing told to one place.
 *
 * @param to see {@link Subscription#to}
 * @param asked when it was first to be sent
 * @param attempts how often it was tried
 * @param next when it is to be tried, or was sent or given up
 * @param error why the last attempt failed; empty where none did
 */
public record Delivery(
        Notice notice,
        Channel channel,
        String to,
        Instant asked,
        DeliveryState state,
        int attempts,
        Instant next,
        String error) {
    /** After the first failure; then twice as long after each, up to the longest. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** For so long it is tried. */
    static final Duration TRIED_FOR = Duration.ofDays(3);

    private static final int DOUBLED_AT_MOST = 10;

    static Delivery of(Notice notice, Subscription to, Instant now) {
        return new Delivery(notice, to.channel(), to.to(), now, DeliveryState.WAITING, 0, now, "");
    }

    /** Names it for good: the receiver may drop a second one of the same. */
    public String id() {
        return notice.key() + " " + channel.word() + (to.isEmpty() ? "" : " " + to);
    }

    Delivery sent(Instant now) {
        return new Delivery(notice, channel, to, asked, DeliveryState.SENT, attempts + 1, now, "");
    }

    Delivery failed(String why, Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLED_AT_MOST));
        Instant again = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        boolean over = again.isAfter(asked.plus(TRIED_FOR));
        return new Delivery(
                notice,
                channel,
                to,
                asked,
                over ? DeliveryState.GIVEN_UP : DeliveryState.WAITING,
                attempts + 1,
                over ? now : again,
                why);
    }
}
