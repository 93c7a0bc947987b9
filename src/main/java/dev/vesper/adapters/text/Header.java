package dev.vesper.adapters.text;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The column names of a CSV file; they are matched without regard to case or order, and a blank or a hyphen is as good
 * as an underscore.
 */
public final class Header {
    private final String file;
    private final long line;
    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    Header(String file, long line, List<String> names) {
        this.file = file;
        this.line = line;
        this.names = List.copyOf(names);
        for (int i = names.size() - 1; i >= 0; i--) {
            indices.put(key(names.get(i)), i);
        }
    }

    public String file() {
        return file;
    }

    /** Its line in the file, counted from 1. */
    public long line() {
        return line;
    }

    public List<String> names() {
        return names;
    }

    public Place place(int index) {
        return new Place(file, line, index + 1);
    }

    public Place place() {
        return Place.of(file, line);
    }

    public boolean has(String name) {
        return indices.containsKey(key(name));
    }

    public Optional<Integer> find(String name) {
        return Optional.ofNullable(indices.get(key(name)));
    }

    public int require(String name) {
        Integer index = indices.get(key(name));
        if (index == null) {
            throw Problem.input(
                    place(),
                    "Expected a column \"" + name + "\", but the header has " + String.join(", ", names)
                            + NearestName.hint(name, names));
        }
        return index;
    }

    /**
     * Checks the header against the columns a file may have.
     *
     * @return a sentence for each column that is ignored
     * @throws Problem where a column is missing, doubled, or a misspelling of an optional one that is not there
     */
    public List<String> check(List<String> required, List<String> optional) {
        required.forEach(this::require);
        noDuplicates();
        List<String> absent = new ArrayList<>(optional);
        absent.removeIf(this::has);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean known = required.contains(key(name)) || optional.contains(key(name));
            if (!known && NearestName.to(name, absent).isPresent()) {
                throw Problem.input(
                        place(i), "Expected a known column, but got \"" + name + "\"" + NearestName.hint(name, absent));
            }
            if (!known) {
                ignored.add(place(i) + ": column \"" + name + "\" is not used");
            }
        }
        return ignored;
    }

    /**
     * As {@link #check}, but a column that is not known is refused.
     *
     * @throws Problem where a column is missing, doubled or unknown
     */
    public void mustBe(List<String> required, List<String> optional) {
        check(required, optional);
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        Set<String> keys = known.stream().map(Header::key).collect(Collectors.toSet());
        for (int i = 0; i < names.size(); i++) {
            if (!keys.contains(key(names.get(i)))) {
                throw Problem.input(
                        place(i),
                        "Expected a known column, but got \"" + names.get(i) + "\""
                                + NearestName.hint(names.get(i), known) + "; known are " + String.join(", ", known));
            }
        }
    }

    public void noDuplicates() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer before = seen.putIfAbsent(key(names.get(i)), i);
            if (before != null) {
                throw Problem.input(
                        place(i),
                        "Expected each column once, but \"" + names.get(i) + "\" is also column " + (before + 1));
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
