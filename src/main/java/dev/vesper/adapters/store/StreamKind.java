package dev.vesper.adapters.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.orders.slice.SliceEvent;
import java.util.List;

/**
 * How the events of one sort of stream are written as JSON and read back. A kind that is stored stays readable: a changed
 * form is a new version beside the old one.
 *
 * @param events the sealed interface of the events
 */
record StreamKind<E>(Class<E> events, List<Form<? extends E>> forms) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static final StreamKind<FourEyesEvent> FOUR_EYES = new StreamKind<>(
            FourEyesEvent.class,
            List.of(
                    new Form<>("proposed", 1, FourEyesEvent.Proposed.class),
                    new Form<>("declined", 1, FourEyesEvent.Declined.class),
                    new Form<>("approved", 1, FourEyesEvent.Approved.class),
                    new Form<>("rejected", 1, FourEyesEvent.Rejected.class)));

    static final StreamKind<SliceEvent> ORDERS = new StreamKind<>(
            SliceEvent.class,
            List.of(
                    new Form<>("slice-sent", 1, SliceEvent.SliceSent.class),
                    new Form<>("slice-booked", 1, SliceEvent.SliceBooked.class)));

    static final StreamKind<BookEvent> BOOKS =
            new StreamKind<>(BookEvent.class, List.of(new Form<>("entries-stored", 1, BookEvent.EntriesStored.class)));

    private static final List<StreamKind<?>> ALL = List.of(FOUR_EYES, ORDERS, BOOKS);

    /** One version of one kind of event. */
    record Form<E>(String kind, int version, Class<E> type) {}

    /** An event as it is stored. */
    record Written(String kind, int version, String body) {}

    /** The kind of stream that keeps these events. */
    @SuppressWarnings("unchecked") // the class is compared
    static <E> StreamKind<E> of(Class<E> events) {
        return (StreamKind<E>) ALL.stream()
                .filter(kind -> kind.events.equals(events))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a stream kind for " + events));
    }

    Written write(E event) {
        Form<? extends E> newest = forms.stream()
                .filter(form -> form.type.isInstance(event))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("Expected a form for " + event.getClass()));
        try {
            return new Written(newest.kind, newest.version, Exact.text(JSON.writeValueAsString(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    E read(Written written) {
        Form<? extends E> form = forms.stream()
                .filter(f -> f.kind.equals(written.kind) && f.version == written.version)
                .findFirst()
                .orElseThrow(() -> new BrokenHistory("Expected an event ("
                        + String.join(
                                ", ",
                                forms.stream()
                                        .map(f -> f.kind + " " + f.version)
                                        .toList())
                        + "), but got \"" + written.kind + "\" " + written.version
                        + "; maybe a newer Vesper wrote it"));
        try {
            return JSON.readValue(written.body, form.type);
        } catch (JsonProcessingException e) {
            throw new BrokenHistory(
                    "Expected the body of the event \"" + form.kind + "\", but " + e.getOriginalMessage());
        }
    }
}
