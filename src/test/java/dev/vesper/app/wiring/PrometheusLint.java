package dev.vesper.app.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code promtool check metrics} holds against a page of metrics in Prometheus' text format 0.0.4, and a bit more. */
final class PrometheusLint {
    private static final Pattern SAMPLE = Pattern.compile(
            "(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\\{[^}]*})? (?<value>[-+0-9.eE]+|NaN|[+-]Inf)( [0-9]+)?");
    private static final Pattern LABELS =
            Pattern.compile("([a-z_][a-z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"(?:,|$)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "summary", "histogram", "untyped");
    /** Units that are not the base one, and shortened ones. */
    private static final Pattern WRONG_UNIT = Pattern.compile(
            ".*_(ms|millis|milliseconds|micros|microseconds|nanos|nanoseconds|minutes|hours|days|secs|kb|mb|gb|kilobytes"
                    + "|megabytes|percent|pct)(_.*|$)");

    private PrometheusLint() {}

    /** What is wrong, a line each. */
    static List<String> of(String page) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> types = new HashMap<>();
        Map<String, String> helps = new HashMap<>();
        Set<String> samples = new HashSet<>();
        Set<String> ended = new HashSet<>();
        String family = "";
        if (!page.endsWith("\n")) {
            wrong.add("the last line is not ended");
        }
        for (String line : page.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
                Map<String, String> said = line.startsWith("# HELP ") ? helps : types;
                if (said.put(words[2], words.length < 4 ? "" : words[3]) != null) {
                    wrong.add(words[2] + ": said twice");
                }
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            if (line.startsWith("#") || !sample.matches()) {
                wrong.add("no sample: " + line);
                continue;
            }
            String name = sample.group("name");
            String labels = sample.group("labels") == null ? "{}" : sample.group("labels");
            if (!LABELS.matcher(labels.substring(1, labels.length() - 1))
                    .replaceAll("")
                    .isEmpty()) {
                wrong.add(name + ": labels " + labels);
            }
            if (!samples.add(name + labels)) {
                wrong.add(name + labels + ": twice");
            }
            String of = family(name, types);
            if (!of.equals(family) && !ended.add(of)) {
                wrong.add(of + ": its samples do not stand together");
            }
            family = of;
            name(of, types.getOrDefault(of, "none"), helps.getOrDefault(of, "").strip(), wrong);
        }
        return wrong.stream().distinct().toList();
    }

    private static void name(String name, String type, String help, List<String> wrong) {
        if (!TYPES.contains(type)) {
            wrong.add(name + ": type " + type);
        }
        if (help.isEmpty()) {
            wrong.add(name + ": no help text");
        }
        if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            wrong.add(name + ": not in snake case");
        }
        if (type.equals("counter") != name.endsWith("_total")) {
            wrong.add(name + ": a counter, and nothing else, ends in _total");
        }
        if (name.matches(".*_(count|sum|bucket|gauge|counter|summary|histogram)")) {
            wrong.add(name + ": ends in what a type adds or is");
        }
        if (WRONG_UNIT.matcher(name).matches()) {
            wrong.add(name + ": not in seconds, bytes or a ratio");
        }
        if (name.contains("timestamp") && !name.replace("_total", "").endsWith("_timestamp_seconds")) {
            wrong.add(name + ": a moment is in _timestamp_seconds");
        }
    }

    /** A summary's {@code x_count} belongs to {@code x}. */
    private static String family(String name, Map<String, String> types) {
        for (String end : List.of("_count", "_sum", "_bucket")) {
            String of = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
            if (!of.equals(name) && Set.of("summary", "histogram").contains(types.getOrDefault(of, ""))) {
                return of;
            }
        }
        return name;
    }
}
