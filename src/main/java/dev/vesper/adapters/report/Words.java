package dev.vesper.adapters.report;

/** Small grammar. */
final class Words {
    private Words() {}

    /** 1 order, 2 orders. */
    static String counted(long count, String noun) {
        return Figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
