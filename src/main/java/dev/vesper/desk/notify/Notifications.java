package dev.vesper.desk.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What notifications.yaml says.
 *
 * @param overdue how long a person may be asked before that is told again, where the process draws no timer beside it
 * @param webhook the address that requests go to; empty where there is none
 */
public record Notifications(
        Duration overdue, Optional<MailServer> mail, String webhook, List<Subscription> subscriptions) {
    /** How long a person may be asked where the file does not say. */
    public static final Duration OVERDUE = Duration.ofHours(1);

    public Notifications {
        subscriptions = List.copyOf(subscriptions);
    }

    /** Of a firm without the file: a line in the log for everything. */
    public static Notifications standard() {
        List<Subscription> all = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            all.add(new Subscription(kind, Channel.LOG, ""));
        }
        return new Notifications(OVERDUE, Optional.empty(), "", all);
    }
}
