package dev.vesper.limits.lists;

import dev.vesper.basics.Fields;
import dev.vesper.market.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the entries of a list are: the column of its file, and where an instrument says it. */
public enum ListKind {
    INSTRUMENT,
    ISSUER,
    COUNTRY,
    SECTOR;

    /** As a file's column is called. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All columns, one of which each list has. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(ListKind::column).toList();
    }

    /** What two spellings of an entry have in common: symbols are as they are, all else in any case. */
    public String key(String name) {
        return this == INSTRUMENT ? name.strip() : Fields.key(name);
    }

    /** What an instrument says of it; empty where it says nothing. */
    String of(Instrument instrument) {
        return switch (this) {
            case INSTRUMENT -> instrument.symbol();
            case SECTOR -> instrument.sector();
            case ISSUER, COUNTRY -> instrument.fields().text(column());
        };
    }
}
