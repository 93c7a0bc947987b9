package dev.vesper.books.flow;

import java.util.List;
import java.util.function.Function;

/**
 * One kind of flow, as files, commands and programs may ask for it.
 *
 * @param word for example {@code stock-dividend}
 * @param sentence what it does, for people
 * @param needs the columns that must be said, beside {@code id}, {@code kind} and {@code date}
 * @param takes the columns that may be said, beside {@code memo}
 * @param read makes one of its words
 */
public record FlowKind(
        String word, String sentence, List<String> needs, List<String> takes, Function<FlowWords, Flow> read) {}
