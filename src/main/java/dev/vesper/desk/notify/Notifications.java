package dev.vesper.desk.notify;

import dev.vesper.approvals.PersonName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What notifications.yaml says.
 *
 * @param overdue how long a person may be asked before that is told again, where the process draws no timer beside it
 * @param endsWithinDays how many business days before something ends that is told
 * @param unownedDays after how many business days it is told that nobody looks after a breach
 * @param webhook the address that requests go to; empty where there is none
 * @param concerned the kinds of which those are written to whom it is about, as far as they have an address
 * @param addresses of people, by name
 */
public record Notifications(
        Duration overdue,
        int endsWithinDays,
        int unownedDays,
        Optional<MailServer> mail,
        String webhook,
        List<Subscription> subscriptions,
        Set<NoticeKind> concerned,
        Map<String, String> addresses) {
    /** How long a person may be asked where the file does not say. */
    public static final Duration OVERDUE = Duration.ofHours(1);
    /** How many business days before something ends that is told, where the file does not say. */
    public static final int ENDS_WITHIN_DAYS = 5;
    /** After how many business days a breach without an owner is told, where the file does not say. */
    public static final int UNOWNED_DAYS = 3;

    public Notifications {
        subscriptions = List.copyOf(subscriptions);
        concerned = Set.copyOf(concerned);
        addresses = Map.copyOf(addresses);
    }

    /** Where nobody is written to for being concerned, and times are the usual ones. */
    public Notifications(
            Duration overdue, Optional<MailServer> mail, String webhook, List<Subscription> subscriptions) {
        this(overdue, ENDS_WITHIN_DAYS, UNOWNED_DAYS, mail, webhook, subscriptions, Set.of(), Map.of());
    }

    /** Of a firm without the file: a line in the log for everything. */
    public static Notifications standard() {
        List<Subscription> all = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            all.add(new Subscription(kind, Channel.LOG, ""));
        }
        return new Notifications(OVERDUE, Optional.empty(), "", all);
    }

    /** Who is told of a notice, by which way: those who want to hear of its kind, then those whom it is about. */
    List<Subscription> told(Notice notice) {
        List<Subscription> all = new ArrayList<>(
                subscriptions.stream().filter(to -> to.kind() == notice.kind()).toList());
        if (concerned.contains(notice.kind())) {
            for (String name : notice.concerned()) {
                addresses.entrySet().stream()
                        .filter(one -> PersonName.same(one.getKey(), name))
                        .map(one -> new Subscription(notice.kind(), Channel.MAIL, one.getValue()))
                        .filter(to -> !all.contains(to))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
