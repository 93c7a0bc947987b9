package dev.vesper.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The users, each with a password and a token. */
record Crowd(List<String> names, Map<String, Caller> callers) {
    static final String PASSWORD = "four blue horses";

    /** Names that nobody can mistake for one another. */
    static List<String> names(int count) {
        List<String> heads =
                List.of("Anna", "Ben", "Carol", "Dora", "Emil", "Frida", "Gus", "Hedda", "Jonas", "Katrin");
        List<String> tails =
                List.of("Adler", "Brandt", "Conrad", "Dietz", "Ebert", "Fuchs", "Graf", "Haas", "Jung", "Keller");
        if (count > heads.size() * tails.size()) {
            throw new IllegalArgumentException("Expected at most 100 users, but got " + count);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> heads.get(i % heads.size()) + " " + tails.get(i / heads.size()))
                .toList();
    }

    static Crowd letIn(ServedState up, List<String> names) throws Exception {
        Map<String, Caller> callers = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = new ArrayList<>();
            for (String name : names) {
                all.add(threads.submit(() -> {
                    callers.put(name, letIn(up, name));
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return new Crowd(names, callers);
    }

    private static Caller letIn(ServedState up, String name) throws IOException {
        Caller owner = new Caller(up, up.token());
        String first = good(owner.asOwner("/api/v1/users", "{\"user\":\"" + name + "\",\"roles\":[\"approver\"]}"))
                .get("password")
                .asText();
        String proof = "{\"name\":\"" + name + "\",";
        good(owner.post(
                "/api/v1/entry/password", proof + "\"old\":\"" + first + "\",\"next\":\"" + PASSWORD + "\"}", ""));
        String secret = good(owner.post("/api/v1/entry/token", proof + "\"password\":\"" + PASSWORD + "\"}", ""))
                .findValue("secret")
                .asText();
        return new Caller(up, secret);
    }

    private static JsonNode good(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Expected 200, but got " + answer.statusCode() + " " + answer.body());
        }
        return ServedState.JSON.readTree(answer.body());
    }

    Caller caller(String name) {
        return callers.get(name);
    }

    Caller any() {
        return callers.get(names.getFirst());
    }
}
