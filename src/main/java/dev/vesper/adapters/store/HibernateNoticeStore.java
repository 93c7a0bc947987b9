package dev.vesper.adapters.store;

import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.NoticeStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people are told of, in {@code notice}. */
public final class HibernateNoticeStore implements NoticeStore {
    private final Database database;

    public HibernateNoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Delivery delivery) {
        database.change(session -> {
            NoticeRow row = NoticeRow.of(delivery);
            if (session.get(NoticeRow.class, row.id) == null) {
                session.insert(row);
            }
        });
    }

    @Override
    public void save(Delivery delivery) {
        database.change(session -> session.upsert(NoticeRow.of(delivery)));
    }

    @Override
    public List<Delivery> due(Instant now, int most) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from NoticeRow n where n.state = :state and n.next <= :now order by n.next, n.id",
                        NoticeRow.class)
                .setParameter("state", DeliveryState.WAITING.word())
                .setParameter("now", now)
                .setMaxResults(most)
                .list()
                .stream()
                .map(NoticeRow::toRecord)
                .toList());
    }

    @Override
    public List<Delivery> failed(Instant givenUpSince, int most) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from NoticeRow n where (n.state = :waiting and n.attempts > 0)"
                                + " or (n.state = :over and n.next >= :since) order by n.asked, n.id",
                        NoticeRow.class)
                .setParameter("waiting", DeliveryState.WAITING.word())
                .setParameter("over", DeliveryState.GIVEN_UP.word())
                .setParameter("since", givenUpSince)
                .setMaxResults(most)
                .list()
                .stream()
                .map(NoticeRow::toRecord)
                .toList());
    }

    @Override
    public Map<DeliveryState, Long> counts() {
        return database.read(session -> {
            Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
            session.createSelectionQuery("select n.state, count(*) from NoticeRow n group by n.state", Object[].class)
                    .list()
                    .forEach(row -> counts.put(DeliveryState.of((String) row[0]), (Long) row[1]));
            return counts;
        });
    }
}
