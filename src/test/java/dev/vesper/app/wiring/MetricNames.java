package dev.vesper.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of metrics calls its samples, and which values each label of each has. */
final class MetricNames {
    /** All that a sample may be told apart by: none of them grows with people, orders or days. */
    private static final Set<String> LABELS =
            Set.of("part", "status", "job", "outcome", "state", "kind", "method", "route", "le");

    /** The route of a request is one of those that the API declares, with the names of its variables; there are more of them. */
    private static final String ROUTE = "(/[a-z0-9-]+|/:[a-zA-Z]+|/openapi[.]json)+|other";

    private static final int MOST_ROUTES = 200;

    private static final int MOST_VALUES = 40;
    /** Vesper's own parts, each a value of this one. */
    private static final String STARTS = "vesper_start_seconds";

    private static final int MOST_PARTS = 60;
    private static final Pattern PAIR = Pattern.compile("([a-z_]+)(=~|=)\"([^\"]*)\"");
    private static final Pattern USED = Pattern.compile("\\b(vesper_[a-z0-9_]+)(\\{[^}]*})?");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without) *\\(([^)]*)\\)|\\{\\{([^}]*)}}");

    private final Map<String, Map<String, Set<String>>> names = new TreeMap<>();

    MetricNames(String page) {
        page.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
            var labels = names.computeIfAbsent(line.substring(0, end), _ -> new TreeMap<>());
            Matcher pair = PAIR.matcher(line);
            while (pair.find()) {
                labels.computeIfAbsent(pair.group(1), _ -> new TreeSet<>()).add(pair.group(3));
            }
        });
    }

    private static int most(String name, String label) {
        return label.equals("route") ? MOST_ROUTES : name.startsWith(STARTS) ? MOST_PARTS : MOST_VALUES;
    }

    /** What is not as we call things, a line each. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        names.forEach((name, labels) -> {
            if (!name.startsWith("vesper_")) {
                wrong.add(name + ": not ours");
            }
            labels.forEach((label, values) -> {
                if (!LABELS.contains(label)) {
                    wrong.add(name + ": label " + label);
                }
                if (values.size() > most(name, label)) {
                    wrong.add(name + ": " + values.size() + " values of " + label);
                }
                values.stream()
                        .filter(value -> !value.matches(
                                switch (label) {
                                    case "route" -> ROUTE;
                                    case "method" -> "GET|HEAD|POST|other";
                                    case "le" -> "[0-9.]+|[+]Inf";
                                    default -> "[a-z0-9-]+";
                                }))
                        .forEach(value -> wrong.add(name + ": " + label + " " + value));
            });
        });
        return wrong;
    }

    /** What a dashboard of Grafana asks for and is not there, a line each. */
    List<String> missing(String dashboard) throws IOException {
        List<String> missing = new ArrayList<>();
        int asked = 0;
        for (JsonNode target : new ObjectMapper().readTree(dashboard).findParents("expr")) {
            String query = target.path("expr").asText();
            Set<String> labels = new TreeSet<>();
            Matcher used = USED.matcher(query);
            boolean any = false;
            while (used.find()) {
                any = true;
                asked++;
                var known = names.get(used.group(1));
                if (known == null) {
                    missing.add(used.group(1) + " in " + query);
                    continue;
                }
                labels.addAll(known.keySet());
                Matcher pair = PAIR.matcher(used.group(2) == null ? "" : used.group(2));
                while (pair.find()) {
                    Set<String> values = known.getOrDefault(pair.group(1), Set.of());
                    Arrays.stream(pair.group(3).split("\\|"))
                            .filter(value -> !values.contains(value))
                            .forEach(value -> missing.add(used.group(1) + ": " + value + " in " + query));
                }
            }
            if (!any) {
                missing.add("no metric of ours in " + query);
            }
            Matcher grouped =
                    GROUPED.matcher(query + target.path("legendFormat").asText());
            while (grouped.find()) {
                String list = grouped.group(1) == null ? grouped.group(2) : grouped.group(1);
                Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(label -> !labels.contains(label))
                        .forEach(label -> missing.add("label " + label + " in " + query));
            }
        }
        if (asked == 0) {
            missing.add("no query");
        }
        return missing;
    }
}
