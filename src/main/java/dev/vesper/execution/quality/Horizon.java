package dev.vesper.execution.quality;

/** How much later than a fill its realised spread takes the mid: those of SEC Rule 605 as amended in 2024. */
public enum Horizon {
    FIFTY_MILLISECONDS("50ms", 50),
    ONE_SECOND("1s", 1_000),
    FIFTEEN_SECONDS("15s", 15_000),
    ONE_MINUTE("1min", 60_000),
    FIVE_MINUTES("5min", 300_000);

    private final String word;
    private final long millis;

    Horizon(String word, long millis) {
        this.word = word;
        this.millis = millis;
    }

    /** As columns are named, for example {@code 15s}. */
    public String word() {
        return word;
    }

    long millis() {
        return millis;
    }
}
