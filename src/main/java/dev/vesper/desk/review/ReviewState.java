package dev.vesper.desk.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where all reviews stand.
 *
 * @param all every one that there ever was, oldest first
 * @param events how many events made it so
 */
record ReviewState(List<Review> all, int events) {
    private static final String ID = "E-";

    static final ReviewState NOTHING = new ReviewState(List.of(), 0);

    ReviewState {
        all = List.copyOf(all);
    }

    Optional<Review> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    ReviewState told(ReviewEvent.Told told) {
        Map<String, Finding> found = new LinkedHashMap<>();
        told.found().forEach(one -> found.put(one.subject(), one));
        List<Review> next = new ArrayList<>();
        for (Review one : all) {
            if (!one.of(told)) {
                next.add(one);
                continue;
            }
            Finding now = found.remove(one.finding().subject());
            next.add(now == null ? one.gone() : one.again(now, events));
        }
        found.values().forEach(one -> next.add(Review.found(ID + (next.size() + 1), told, one, events)));
        return new ReviewState(next, events + 1);
    }

    ReviewState looked(ReviewEvent.Looked looked) {
        return new ReviewState(
                all.stream()
                        .map(one -> one.id().equals(looked.id()) ? one.answered(looked, events) : one)
                        .toList(),
                events + 1);
    }
}
