package dev.vesper.adapters.firm;

import dev.vesper.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented companies of eight sectors; none is meant to be a real one. */
final class SampleNames {
    /** Ten series of as many companies as there are words and sectors. */
    static final int MOST = 5_120;

    private static final int SERIES = 512;

    private static final String[] SECTORS = {
        "Technology", "Health Care", "Financials", "Energy", "Industrials", "Consumer Staples", "Utilities", "Materials"
    };
    private static final String[][] TRADES = {
        {"Systems", "Software", "Semiconductor"},
        {"Therapeutics", "Medical", "Biologics"},
        {"Bancorp", "Insurance", "Capital"},
        {"Petroleum", "Drilling", "Pipelines"},
        {"Rail", "Machinery", "Aerospace"},
        {"Foods", "Household", "Beverages"},
        {"Power", "Water", "Gas & Electric"},
        {"Chemicals", "Mining", "Paper"}
    };
    private static final String[] LETTERS = {"T", "H", "F", "E", "I", "C", "U", "M"};
    /** 64 words whose first three letters differ. */
    private static final String[] WORDS =
            ("Alder Beacon Cobalt Dunmore Elmwood Fairmont Granite Harbour Ironside Juniper"
                            + " Kestrel Lantern Meridian Northway Oakridge Pinnacle Quarry Redwood Sterling Thornbury Upland"
                            + " Vantage Westlake Xenia Yarrow Zephyr Ashford Birchall Cedar Drayton Eastgate Foxglove Gilmour"
                            + " Hawthorn Inverness Jasper Kingsley Larkspur Maplewood Nimbus Orchard Prescott Quillon Rosedale"
                            + " Summit Tamarack Umber Valley Windmere Yellowtail Zenith Amberly Brookfell Crestline Dover Everard"
                            + " Fenwick Glendale Holloway Ivory Jericho Keystone Lockhart Montrose")
                    .split(" ");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private SampleNames() {}

    static List<Instrument> instruments(int count) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String word = WORDS[i % WORDS.length];
            int sector = sector(i);
            String trade = TRADES[sector][(i / 8) % 3];
            String symbol = word.substring(0, 3).toUpperCase(Locale.ROOT) + LETTERS[sector];
            int series = i / SERIES;
            String letter = series == 0 ? "" : String.valueOf((char) ('A' + series - 1));
            String name = word + " " + trade + (series == 0 ? "" : " " + (series + 1));
            instruments.add(new Instrument(
                    symbol + letter, name, "equity", SECTORS[sector], "USD", BigDecimal.ONE, CENT, "XNYS"));
        }
        return instruments;
    }

    /** A word meets each sector once in a series, so symbols are unique; from the second series on a letter follows. */
    static int sector(int instrument) {
        return (instrument + instrument / WORDS.length) % SECTORS.length;
    }

    static int sectors() {
        return SECTORS.length;
    }
}
