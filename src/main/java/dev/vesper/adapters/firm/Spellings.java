package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.PlainText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The symbols of one file, each in one spelling: what differs in invisible characters or in case alone is the same
 * instrument, so {@code aaa} is AAA where AAA came first.
 */
final class Spellings {
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();

    /** The spelling that came first. */
    String of(String written) {
        String symbol = known.get(written);
        if (symbol == null) {
            String visible = PlainText.visible(written);
            String before = first.putIfAbsent(visible.toLowerCase(Locale.ROOT), visible);
            symbol = before == null ? visible : before;
            known.put(written, symbol);
        }
        return symbol;
    }
}
