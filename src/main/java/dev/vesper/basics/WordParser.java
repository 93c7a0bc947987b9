package dev.vesper.basics;

import java.util.Optional;
import java.util.function.Function;

/** One of some words, in the order in which they are listed. */
record WordParser<V>(Registry<V> words, Function<? super V, String> word) implements Parser<V> {
    @Override
    public Optional<V> read(String text) {
        return words.find(text);
    }

    @Override
    public String write(V value) {
        return word.apply(value);
    }

    @Override
    public String expected() {
        return "one of " + String.join(", ", words.words());
    }

    @Override
    public String hint(String text) {
        return NearestName.hint(text, words.words());
    }
}
