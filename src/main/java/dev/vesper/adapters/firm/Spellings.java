package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.LookAlikes;
import dev.vesper.adapters.text.PlainText;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
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
    private final LookAlikes looks = new LookAlikes();
    private final String file;

    Spellings(String file) {
        this.file = file;
    }

    /**
     * The spelling that came first.
     *
     * @throws Problem of kind INPUT where another symbol of the file looks the same in letters of another alphabet
     */
    String of(String written, long line, int column) {
        String symbol = known.get(written);
        if (symbol == null) {
            String visible = PlainText.visible(written);
            String before = first.putIfAbsent(visible.toLowerCase(Locale.ROOT), visible);
            symbol = before == null ? visible : before;
            String twin = before == null ? looks.add(visible) : null;
            if (twin != null) {
                throw Problem.input(
                        new Place(file, line, column),
                        "Expected symbols that can be told apart, but " + visible + " looks like " + twin
                                + " and has letters of another alphabet; write both in the same");
            }
            known.put(written, symbol);
        }
        return symbol;
    }
}
