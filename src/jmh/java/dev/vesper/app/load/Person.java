package dev.vesper.app.load;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One user at work: one act after the other, each with an idempotency key, now and then the same request twice at once. */
final class Person {
    private static final double RIVAL = 0.03;
    private static final double TWICE = 0.02;
    private static final double ASKS = 0.4;
    private static final double APPROVES = 0.05;

    private final String name;
    private final Caller caller;
    private final TaskPool pool;
    private final Load load;
    private final Random random;
    private final Deque<Runnable> plan = new ArrayDeque<>();

    Person(String name, Caller caller, TaskPool pool, Load load, long seed) {
        this.name = name;
        this.caller = caller;
        this.pool = pool;
        this.load = load;
        this.random = new Random(seed);
    }

    /** Does the next thing; answers whether there was one. */
    boolean act() {
        if (plan.isEmpty() && !planned()) {
            return false;
        }
        plan.poll().run();
        return true;
    }

    private boolean planned() {
        Optional<Asked> reply = pool.toReply(name);
        if (reply.isPresent()) {
            plan.add(() -> told(reply.get(), "reply", "{\"text\":\"because of the drift since Monday\"}"));
            return true;
        }
        Optional<Asked> rival = random.nextDouble() < RIVAL ? pool.taken() : Optional.empty();
        if (rival.isPresent()) {
            plan.add(() -> rival(rival.get()));
            return true;
        }
        pool.take(name).ifPresent(one -> plan.add(() -> claim(one)));
        return !plan.isEmpty();
    }

    /** Takes what somebody else has just taken, which is refused unless it was given back in that moment. */
    private void rival(Asked one) {
        if (told(one, "claim", "{}")) {
            plan.addFirst(() -> told(one, "give-back", "{}"));
        }
    }

    private void claim(Asked one) {
        if (!told(one, "claim", "{}")) {
            pool.putBack(one);
            return;
        }
        if (one.left() <= 3) {
            plan.add(() -> answer(one));
            return;
        }
        if (one.checks() && random.nextDouble() < ASKS) {
            plan.add(() -> {
                if (told(one, "ask", "{\"text\":\"why so much of one name?\"}")) {
                    pool.mustReply(one);
                }
            });
        }
        plan.add(() -> {
            told(one, "give-back", "{}");
            pool.putBack(one.after(3));
        });
    }

    /** Bound to what was shown: where a reply came in between it is refused, and looked at again. */
    private void answer(Asked one) {
        String card = caller.get("/api/v1/inbox/" + one.id()).body();
        String shown = load.text(card, "shown");
        boolean yes = !one.checks() || random.nextDouble() < APPROVES;
        String word = yes ? "approve" : "reject";
        if (send(
                one,
                word,
                "/api/v1/tasks/" + one.id() + "/answer",
                "{\"answer\":\"" + word + "\",\"reason\":\"seen\",\"shown\":\"" + shown + "\"}")) {
            pool.done(one);
            if (!one.checks()) {
                pool.proposed(one.run(), name);
            }
        } else {
            plan.addFirst(() -> answer(one));
        }
    }

    private boolean told(Asked one, String act, String body) {
        return send(one, act, "/api/v1/inbox/" + one.id() + "/" + act, body);
    }

    private boolean send(Asked one, String act, String path, String body) {
        String key = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> second = random.nextDouble() < TWICE
                ? CompletableFuture.supplyAsync(() -> caller.post(path, body, key), Thread::startVirtualThread)
                : null;
        HttpResponse<String> answer = again(path, body, key, caller.post(path, body, key));
        if (second != null) {
            load.twice(answer, again(path, body, key, second.join()));
        }
        int status = answer.statusCode();
        if (status != 200 && status != 409) {
            load.unexpected(act + " " + one.id() + " by " + name + ": " + status + " " + answer.body());
        }
        load.told(new Told(name, act, one.id(), status == 200));
        return status == 200;
    }

    /** While the same request is being done, or too much else, whoever sends it is asked to come again. */
    private HttpResponse<String> again(String path, String body, String key, HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int i = 0; i < 200 && comeAgain(answer); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = caller.post(path, body, key);
        }
        return answer;
    }

    private boolean comeAgain(HttpResponse<String> answer) {
        if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            load.later();
            return true;
        }
        return answer.body().contains("/problems/still-running");
    }
}
