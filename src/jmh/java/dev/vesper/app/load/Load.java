package dev.vesper.app.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vesper.adapters.console.FormBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Everybody at work: each has their turn at its time, whether the turn before was over or not. */
final class Load {
    private static final long SECOND = 1_000_000_000L;
    private static final int BROWSERS = 5;
    private static final List<String> PAGES = List.of(
            "/console/today",
            "/console/tasks",
            "/console/tasks/%s/propose-trades",
            "/console/runs",
            "/console/runs/%s");

    private final ServedState up;
    private final Crowd crowd;
    private final TaskPool pool;
    private final long seed;
    private final Collection<Told> told = new ConcurrentLinkedQueue<>();
    private final Collection<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();
    private final Times acts = new Times("acts on tasks", 1_000_000);
    private final Times pages = new Times("pages of the console", 1_000_000);

    Load(ServedState up, Crowd crowd, TaskPool pool, long seed) {
        this.up = up;
        this.crowd = crowd;
        this.pool = pool;
        this.seed = seed;
    }

    void run(Duration lasts, int actsASecond, int pagesASecond, List<String> runs) throws Exception {
        List<FormBrowser> browsers = new ArrayList<>();
        for (String name :
                crowd.names().subList(0, Math.min(BROWSERS, crowd.names().size()))) {
            FormBrowser browser = new FormBrowser(up.port());
            browser.signIn(name, Crowd.PASSWORD);
            browsers.add(browser);
        }
        long begins = System.nanoTime() + SECOND / 5;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int users = crowd.names().size();
            for (int i = 0; i < users; i++) {
                String name = crowd.names().get(i);
                Person person = new Person(name, crowd.caller(name), pool, this, seed + i);
                int first = i;
                threads.submit(() -> turns(begins, lasts, SECOND / actsASecond, first, users, acts, _ -> person.act()));
            }
            for (int i = 0; i < browsers.size(); i++) {
                FormBrowser browser = browsers.get(i);
                int first = i;
                threads.submit(() -> turns(
                        begins,
                        lasts,
                        SECOND / pagesASecond,
                        first,
                        BROWSERS,
                        pages,
                        turn -> look(browser, runs, turn)));
            }
        }
        browsers.forEach(FormBrowser::close);
    }

    /** How many acts were answered so far. */
    int answered() {
        return told.size();
    }

    /** Somebody was told to come again, with nothing done. */
    void later() {
        later.incrementAndGet();
    }

    /** What somebody does at a turn; answers whether there was anything to do. */
    private interface Turn {
        boolean take(int number) throws Exception;
    }

    private void turns(long begins, Duration lasts, long every, int first, int step, Times times, Turn turn) {
        try {
            for (int number = first; ; number += step) {
                long due = begins + number * every;
                if (due - begins > lasts.toNanos()) {
                    return;
                }
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                if (turn.take(number)) {
                    times.add(System.nanoTime() - due);
                } else {
                    idle.incrementAndGet();
                }
            }
        } catch (Exception e) {
            unexpected.add(e.toString());
        }
    }

    private boolean look(FormBrowser browser, List<String> runs, int turn) throws Exception {
        String page = String.format(PAGES.get(turn % PAGES.size()), runs.get(turn % runs.size()));
        HttpResponse<String> shown = browser.get(page);
        if (shown.statusCode() != 200) {
            unexpected.add(page + ": " + shown.statusCode());
        }
        return true;
    }

    String text(String json, String field) {
        try {
            return ServedState.JSON.readTree(json).path(field).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON, but got " + json, e);
        }
    }

    void told(Told one) {
        told.add(one);
    }

    void unexpected(String what) {
        unexpected.add(what);
    }

    /** Two answers to one request that came twice. */
    void twice(HttpResponse<String> one, HttpResponse<String> other) {
        twice.incrementAndGet();
        if (one.statusCode() != other.statusCode() || !one.body().equals(other.body())) {
            unexpected.add("one request, two answers: " + one.statusCode() + " " + one.body() + " and "
                    + other.statusCode() + " " + other.body());
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    void print(Duration lasts) {
        double seconds = lasts.toNanos() / (double) SECOND;
        LoadMain.say("%s", acts.line(seconds));
        LoadMain.say("%s", pages.line(seconds));
        LoadMain.say(
                "%d acts done, %d refused; %d requests sent twice, %d told to come later; %d turns without a task",
                told.stream().filter(Told::done).count(),
                told.stream().filter(one -> !one.done()).count(),
                twice.get(),
                later.get(),
                idle.get());
        LoadMain.say("%d unexpected answers", unexpected.size());
        unexpected.stream().limit(10).forEach(one -> LoadMain.say("  ! %s", one));
    }
}
