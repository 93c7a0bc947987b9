package dev.vesper.basics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The list of what grows, for example all weighting methods: adding one is one line where the registry is made, and nobody
 * switches over its entries. The order of the list is the order in which people see them.
 *
 * @param <T> the kind of entry
 */
public final class Registry<T> implements Iterable<T> {
    private final String what;
    private final Map<String, T> entries = new LinkedHashMap<>();

    private Registry(String what, Function<? super T, String> word, List<? extends T> entries) {
        this.what = what;
        for (T entry : entries) {
            T taken = this.entries.putIfAbsent(word.apply(entry), entry);
            if (taken != null) {
                throw new IllegalArgumentException("Expected every " + what + " to have a word of its own, but \""
                        + word.apply(entry) + "\" stands for " + taken + " and " + entry);
            }
        }
    }

    /**
     * Lists the entries.
     *
     * @param what one of them is called, for example {@code weighting method}; used in messages
     * @param word what an entry is asked for by
     * @throws IllegalArgumentException where two entries have one word
     */
    public static <T> Registry<T> of(String what, Function<? super T, String> word, List<? extends T> entries) {
        return new Registry<>(what, word, entries);
    }

    public Optional<T> find(String word) {
        return Optional.ofNullable(entries.get(word));
    }

    /**
     * The entry of this word.
     *
     * @throws Problem of kind INPUT that names the known ones
     */
    public T get(String word) {
        return find(word)
                .orElseThrow(() -> Problem.usage("Expected " + article(what) + what + " (" + String.join(", ", words())
                        + "), but got \"" + word + "\"" + NearestName.hint(word, words())));
    }

    private static String article(String what) {
        return "aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ";
    }

    /** In the order in which they are listed. */
    public List<String> words() {
        return List.copyOf(entries.keySet());
    }

    /** In the order in which they are listed. */
    public List<T> all() {
        return List.copyOf(entries.values());
    }

    @Override
    public Iterator<T> iterator() {
        return all().iterator();
    }
}
