package dev.vesper.desk.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was told, to whom, and what is still to be; it outlives the program, so that nothing is told twice or forgotten. */
public interface NoticeStore {
    /** The first one of an id stands. */
    void add(Delivery delivery);

    /** In the place of what was there under its id. */
    void save(Delivery delivery);

    /** Those that wait and whose time has come, the oldest first, up to so many. */
    List<Delivery> due(Instant now, int most);

    /** Those that failed and were not sent since: waiting ones, and those given up from a moment on. */
    List<Delivery> failed(Instant givenUpSince, int most);

    /** How many there are by state; a state without any may be absent. */
    Map<DeliveryState, Long> counts();
}
