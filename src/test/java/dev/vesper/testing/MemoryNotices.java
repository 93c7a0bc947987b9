package dev.vesper.testing;

import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.NoticeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are told of, in memory. */
public final class MemoryNotices implements NoticeStore {
    public final Map<String, Delivery> all = new LinkedHashMap<>();

    @Override
    public void add(Delivery delivery) {
        all.putIfAbsent(delivery.id(), delivery);
    }

    @Override
    public void save(Delivery delivery) {
        all.put(delivery.id(), delivery);
    }

    @Override
    public List<Delivery> due(Instant now, int most) {
        return all.values().stream()
                .filter(one ->
                        one.state() == DeliveryState.WAITING && !one.next().isAfter(now))
                .sorted(Comparator.comparing(Delivery::next))
                .limit(most)
                .toList();
    }

    @Override
    public List<Delivery> failed(Instant givenUpSince, int most) {
        return all.values().stream()
                .filter(one -> (one.state() == DeliveryState.WAITING && one.attempts() > 0)
                        || (one.state() == DeliveryState.GIVEN_UP && !one.next().isBefore(givenUpSince)))
                .limit(most)
                .toList();
    }

    @Override
    public Map<DeliveryState, Long> counts() {
        return all.values().stream().collect(Collectors.groupingBy(Delivery::state, Collectors.counting()));
    }
}
