package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.PriceRows;
import dev.vesper.adapters.lake.CsvRows;
import dev.vesper.data.DataProduct;
import dev.vesper.data.RowReader;
import java.util.Map;

/** What a data product may name as its reader; a new format is one class and one line here. */
public final class RowReaders {
    public static final Map<String, RowReader> ALL = Map.of(DataProduct.CSV, new CsvRows(), "prices", new PriceRows());

    private RowReaders() {}
}
