package dev.vesper.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what people were told with the audit and with what the store holds of each task: nothing lost, nothing twice. */
final class Reckoning {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    /** What the audit calls what people do. */
    private static final Map<String, String> WORDS = Map.of(
            "claim", "task-claimed",
            "give-back", "task-given-back",
            "ask", "maker-asked",
            "reply", "maker-replied",
            "reject", "trades-rejected");

    private static final Set<String> DENIED = Set.of("task-act-denied", "decision-denied");

    private final Caller caller;
    private final List<Told> told;

    /** @param caller who may see the audit */
    Reckoning(ServedState up, Caller caller, List<Told> told) {
        this.caller = caller;
        this.told = told;
    }

    boolean holds() throws IOException {
        return same("audit", said(), audited()) & same("store", acts(), stored());
    }

    /** By person, act and task, how often they were told that it was done, or refused. */
    private Map<String, Integer> said() {
        return counted(told.stream()
                .map(one -> one.person() + " " + (one.done() ? word(one) : "denied") + " " + one.task())
                .toList());
    }

    private static String word(Told one) {
        if (one.act().equals("approve")) {
            return one.task().endsWith("/propose-trades") ? "trades-proposed" : "trades-approved";
        }
        return WORDS.get(one.act());
    }

    private Map<String, Integer> audited() throws IOException {
        Set<String> known = new TreeSet<>(WORDS.values());
        known.addAll(Set.of("trades-proposed", "trades-approved"));
        List<String> rows = new java.util.ArrayList<>();
        String page = "/api/v1/audit?most=5000&order=oldest";
        while (!page.isEmpty()) {
            HttpResponse<String> answer = caller.get(page);
            for (JsonNode row : ServedState.JSON.readTree(answer.body())) {
                String action = row.get("action").asText();
                String line = row.get("actor").asText() + " " + (DENIED.contains(action) ? "denied" : action) + " "
                        + row.get("subject").asText();
                if (known.contains(action) || DENIED.contains(action)) {
                    rows.add(line);
                }
            }
            Matcher next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            page = next.find() ? next.group(1) : "";
        }
        return counted(rows);
    }

    /** How much was done to each task; an answer says what was shown, which counts too. */
    private Map<String, Integer> acts() {
        return counted(told.stream().filter(Told::done).map(Told::task).toList());
    }

    private Map<String, Integer> stored() throws IOException {
        Map<String, Integer> stored = new TreeMap<>();
        for (String task : acts().keySet()) {
            stored.put(
                    task,
                    ServedState.JSON
                            .readTree(caller.get("/api/v1/inbox/" + task).body())
                            .get("version")
                            .asInt());
        }
        return stored;
    }

    private static Map<String, Integer> counted(List<String> all) {
        return all.stream().collect(Collectors.toMap(one -> one, _ -> 1, Integer::sum, TreeMap::new));
    }

    private static boolean same(String what, Map<String, Integer> told, Map<String, Integer> kept) {
        Set<String> all = new TreeSet<>(told.keySet());
        all.addAll(kept.keySet());
        List<String> differ = all.stream()
                .filter(one -> !told.getOrDefault(one, 0).equals(kept.getOrDefault(one, 0)))
                .toList();
        LoadMain.say(
                "%s: people were told of %d, %d are kept, %d differ",
                what,
                told.values().stream().mapToInt(Integer::intValue).sum(),
                kept.values().stream().mapToInt(Integer::intValue).sum(),
                differ.size());
        differ.stream()
                .limit(10)
                .forEach(one -> LoadMain.say(
                        "  ! %s: told %d, kept %d", one, told.getOrDefault(one, 0), kept.getOrDefault(one, 0)));
        return differ.isEmpty();
    }
}
