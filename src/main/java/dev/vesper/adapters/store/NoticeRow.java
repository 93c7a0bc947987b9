package dev.vesper.adapters.store;

import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.Notice;
import dev.vesper.desk.notify.NoticeKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code notice}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "notice")
class NoticeRow {
    @Id
    String id;

    String notice;
    String kind;
    String channel;
    String recipient;
    Instant at;
    String subject;
    String body;
    Instant asked;
    String state;
    int attempts;
    Instant next;
    String error;

    static NoticeRow of(Delivery delivery) {
        NoticeRow row = new NoticeRow();
        row.id = Exact.text(delivery.id());
        row.notice = Exact.text(delivery.notice().key());
        row.kind = delivery.notice().kind().word();
        row.channel = delivery.channel().word();
        row.recipient = Exact.text(delivery.to());
        row.at = Exact.time(delivery.notice().at());
        row.subject = Exact.text(delivery.notice().subject());
        row.body = Exact.text(delivery.notice().text());
        row.asked = Exact.time(delivery.asked());
        row.state = delivery.state().word();
        row.attempts = delivery.attempts();
        row.next = Exact.time(delivery.next());
        row.error = Exact.text(delivery.error());
        return row;
    }

    Delivery toRecord() {
        return new Delivery(
                new Notice(notice, NoticeKind.WORDS.get(kind), at, subject, body),
                Channel.of(channel),
                recipient,
                asked,
                DeliveryState.of(state),
                attempts,
                next,
                error);
    }
}
