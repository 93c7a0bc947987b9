package dev.vesper.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** The questions that nobody is busy with, those that makers must reply to, and those that somebody is busy with. */
final class TaskPool {
    private static final int LEAST_ACTS = 70;
    private static final int MOST_ACTS = 150;

    private final ServedState up;
    private final Crowd crowd;
    private final Random random;
    private final ConcurrentLinkedQueue<Asked> free = new ConcurrentLinkedQueue<>();
    private final Map<String, ConcurrentLinkedQueue<Asked>> replies = new ConcurrentHashMap<>();
    private final Map<String, Asked> busy = new ConcurrentHashMap<>();

    TaskPool(ServedState up, Crowd crowd, long seed) {
        this.up = up;
        this.crowd = crowd;
        this.random = new Random(seed);
        crowd.names().forEach(name -> replies.put(name, new ConcurrentLinkedQueue<>()));
    }

    /** Waits until all runs ask for their maker. */
    void await(List<String> runs) throws Exception {
        for (String run : runs) {
            awaitOne(run, "propose-trades", 600);
            free.add(new Asked(run, "propose-trades", "", acts()));
        }
    }

    private synchronized int acts() {
        return LEAST_ACTS + random.nextInt(MOST_ACTS - LEAST_ACTS);
    }

    private void awaitOne(String run, String task, int seconds) throws Exception {
        for (int i = 0; i < seconds * 5; i++) {
            if (crowd.any().get("/api/v1/tasks/" + run + "/" + task).statusCode() == 200) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Expected " + run + " to ask " + task + ", but up said:\n" + up.said());
    }

    /** A maker put it forward: once the process has heard, checkers are asked. */
    void proposed(String run, String maker) {
        Thread.startVirtualThread(() -> {
            try {
                awaitOne(run, "approve-trades", 60);
                free.add(new Asked(run, "approve-trades", maker, acts()));
            } catch (Exception e) {
                LoadMain.say("%s", e.getMessage());
            }
        });
    }

    /** One that this person could look after. */
    Optional<Asked> take(String person) {
        for (int i = 0; i < 8; i++) {
            Asked one = free.poll();
            if (one == null) {
                return Optional.empty();
            }
            if (!one.maker().equals(person)) {
                busy.put(one.id(), one);
                return Optional.of(one);
            }
            free.add(one);
        }
        return Optional.empty();
    }

    void putBack(Asked one) {
        busy.remove(one.id());
        free.add(one);
    }

    void done(Asked one) {
        busy.remove(one.id());
    }

    void mustReply(Asked one) {
        replies.get(one.maker()).add(one);
    }

    Optional<Asked> toReply(String maker) {
        return Optional.ofNullable(replies.get(maker).poll());
    }

    /** One that somebody else is busy with. */
    Optional<Asked> taken() {
        List<Asked> all = new ArrayList<>(busy.values());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(ThreadLocalRandom.current().nextInt(all.size())));
    }
}
