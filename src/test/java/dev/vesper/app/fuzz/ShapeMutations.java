package dev.vesper.app.fuzz;

import static dev.vesper.app.fuzz.ByteMutations.one;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done to lines, columns, keys and elements. */
final class ShapeMutations {
    private static final Pattern ELEMENT = Pattern.compile("<(/?)([A-Za-z:]+)([^>]*)>");
    private static final int DEEP = 5_000;

    static final List<Mutation> ALL = List.of(
            lines("a line left out", (lines, random) -> lines.remove(random.nextInt(lines.size()))),
            lines("a line twice", (lines, random) -> {
                int at = random.nextInt(lines.size());
                lines.add(at, lines.get(at));
            }),
            lines(
                    "two lines changed about",
                    (lines, random) ->
                            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()))),
            lines("an empty line", (lines, random) -> lines.add(random.nextInt(lines.size()), "")),
            lines(
                    "the first line alone",
                    (lines, random) -> lines.subList(1, lines.size()).clear()),
            lines(
                    "a line indented",
                    (lines, random) -> lines.replaceAll(l -> l.equals(one(lines, random)) ? "  " + l : l)),
            lines("a line moved to the left", (lines, random) -> {
                int at = random.nextInt(lines.size());
                lines.set(at, lines.get(at).strip());
            }),
            lines(
                    "a line two thousand times",
                    (lines, random) -> lines.addAll(Collections.nCopies(2_000, one(lines, random)))),
            lines(
                    "lines in another order",
                    (lines, random) -> Collections.shuffle(
                            lines.subList(Math.min(1, lines.size()), lines.size()), java.util.Random.from(random))),
            columns("a column left out", (cells, at) -> cells.remove((int) at)),
            columns("a column twice", (cells, at) -> cells.add(at, cells.get(at))),
            columns("a column moved to the front", (cells, at) -> cells.addFirst(cells.remove((int) at))),
            columns("an empty column", (cells, at) -> cells.set(at, "")),
            Mutation.text("semicolons for commas", (text, random) -> text.replace(',', ';')),
            Mutation.text("an element left out", (text, random) -> element(text, random, "")),
            Mutation.text("an element twice", (text, random) -> element(text, random, "$0$0")),
            Mutation.text("an element of another name", (text, random) -> element(text, random, "<$1other$3>")),
            Mutation.text("an element without attributes", (text, random) -> element(text, random, "<$1$2>")),
            Mutation.text(
                    "entities that swell",
                    (text, random) -> text.replaceFirst(
                            "(<[?]xml[^>]*>)?",
                            Matcher.quoteReplacement(
                                    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \""
                                            + "&a;".repeat(50) + "\"><!ENTITY c \"" + "&b;".repeat(50)
                                            + "\"><!ENTITY d SYSTEM"
                                            + " \"file:///etc/passwd\">]>"))),
            Mutation.text(
                    "an entity of a file",
                    (text, random) -> element(text, random, "$0&d;")
                            .replaceFirst(
                                    "(<[?]xml[^>]*>)?", "<!DOCTYPE x [<!ENTITY d SYSTEM \"file:///etc/passwd\">]>")),
            Mutation.text("nested deep in brackets", (text, random) -> "[".repeat(DEEP) + text + "]".repeat(DEEP)),
            Mutation.text(
                    "a deep value", (text, random) -> text + "\ndeep: " + "[".repeat(DEEP) + "]".repeat(DEEP) + "\n"),
            Mutation.text("a deep block", (text, random) -> text + "\n" + deepBlock() + "\n"),
            Mutation.text(
                    "deep elements",
                    (text, random) -> element(text, random, "$0" + "<a>".repeat(DEEP) + "</a>".repeat(DEEP))),
            Mutation.text("an alias", (text, random) -> "x: &x [1, 2]\ny: *x\n" + text),
            Mutation.text("a second document", (text, random) -> text + "\n---\n" + text),
            Mutation.text("a long line", (text, random) -> text + "#" + "x".repeat(1_100_000)),
            Mutation.text("a quotation mark never closed", (text, random) -> {
                int at = random.nextInt(text.length() + 1);
                return text.substring(0, at) + "\"" + text.substring(at);
            }),
            Mutation.text("twice in one file", (text, random) -> text + text),
            Mutation.text("spaces alone", (text, random) -> "  \n \n"));

    private ShapeMutations() {}

    private static Mutation lines(String name, BiConsumer<List<String>, RandomGenerator> change) {
        return Mutation.text(name, (text, random) -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            if (!lines.isEmpty()) {
                change.accept(lines, random);
            }
            return String.join("\n", lines) + "\n";
        });
    }

    private static Mutation columns(String name, BiConsumer<List<String>, Integer> change) {
        return Mutation.text(name, (text, random) -> {
            int columns = Math.max(1, text.lines().findFirst().orElse("").split(",", -1).length);
            int at = random.nextInt(columns);
            return text.lines()
                    .map(line -> {
                        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
                        if (at < cells.size()) {
                            change.accept(cells, at);
                        }
                        return String.join(",", cells);
                    })
                    .collect(Collectors.joining("\n", "", "\n"));
        });
    }

    private static String element(String text, RandomGenerator random, String by) {
        Matcher elements = ELEMENT.matcher(text);
        int count = (int) elements.results().count();
        if (count == 0) {
            return text;
        }
        int wanted = random.nextInt(count);
        elements.reset();
        for (int i = 0; i <= wanted; i++) {
            if (!elements.find()) {
                return text;
            }
        }
        String replaced = by.replace("$0", elements.group())
                .replace("$1", elements.group(1))
                .replace("$2", elements.group(2))
                .replace("$3", elements.group(3));
        return text.substring(0, elements.start()) + replaced + text.substring(elements.end());
    }

    private static String deepBlock() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 400; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
    }
}
