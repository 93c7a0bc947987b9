package dev.vesper.adapters.rules;

import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.measure.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words a case in which a measure knows certain facts: one order in one instrument at a price of 100. Not every fact can be
 * said in a sheet of cases, such as another currency; whoever asks looks at what comes of it.
 *
 * @param facts empty where there is nothing to know
 */
record CaseOfFacts(Measure measure, Map<Fact<?>, Optional<Object>> facts) {
    private static final String SYMBOL = "AAA";
    private static final BigDecimal PRICE = BigDecimal.valueOf(100);
    private static final BigDecimal VALUE = BigDecimal.valueOf(100_000);
    private static final String VOLUME = "1000000";
    private static final Pattern SEPARATES = Pattern.compile("[;=\\s]");

    /** Facts of a measure that are columns of instruments.csv as well. */
    private static final List<String> COLUMNS = List.of("Issuer", "Country", "Rating");

    /**
     * Its cells, by column; what is empty is left out.
     *
     * @param name what it shows
     * @param subject whose verdict it expects, as a sheet writes it
     * @param quantity of its order
     */
    SortedMap<String, String> cells(String name, String subject, BigDecimal quantity) {
        boolean sells = text(CommonFacts.SIDE).equals("sell");
        String units = quantity.toPlainString();
        BigDecimal value = facts.getOrDefault(CommonFacts.ACCOUNT_VALUE, Optional.empty())
                .map(BigDecimal.class::cast)
                .orElse(VALUE);
        BigDecimal cash = sells ? value.subtract(quantity.multiply(PRICE)) : value;
        Map<String, String> cells = new HashMap<>();
        cells.put("case", name);
        cells.put("cash", cash.toPlainString());
        cells.put("prices", of(PRICE.toPlainString()));
        cells.put("orders", (sells ? "sell " : "buy ") + units + " " + symbol());
        cells.put("holdings", sells ? units + " " + symbol() : "");
        cells.put("subject", subject);
        cells.put("account", text(CommonFacts.ACCOUNT));
        cells.put("strategy", text(CommonFacts.STRATEGY));
        cells.put("short allowed", text(CommonFacts.SHORT_ALLOWED).equals("true") ? "yes" : "");
        cells.put("asset classes", of(text(CommonFacts.ASSET_CLASS)));
        cells.put("sectors", of(text(CommonFacts.SECTOR)));
        cells.put("volumes", asksVolume() ? of(VOLUME) : "");
        cells.put("instrument fields", fields(/* ofInstrument= */ true));
        cells.put("account fields", fields(/* ofInstrument= */ false));
        cells.put("lists", lists());
        cells.values().removeIf(String::isEmpty);
        return new TreeMap<>(cells);
    }

    String symbol() {
        String symbol = text(CommonFacts.SYMBOL);
        return symbol.isEmpty() || SEPARATES.matcher(symbol).find() ? SYMBOL : symbol;
    }

    private boolean asksVolume() {
        return measure.facts().stream()
                .filter(fact -> fact.name().equals("Volume known"))
                .anyMatch(fact -> !facts.getOrDefault(fact, Optional.of(true)).equals(Optional.of(false)));
    }

    private String text(Fact<?> fact) {
        return facts.getOrDefault(fact, Optional.empty()).map(String::valueOf).orElse("");
    }

    private String of(String text) {
        return text.isEmpty() ? "" : symbol() + " " + text;
    }

    private String fields(boolean ofInstrument) {
        List<String> fields = new ArrayList<>();
        facts.forEach((fact, value) -> {
            boolean column = fact.type() instanceof FactType.OfFirm || COLUMNS.contains(fact.name());
            if (column && value.isPresent() && ofInstrument == isOfInstrument(fact)) {
                String field = fact.name().toLowerCase(Locale.ROOT) + " = " + value.get();
                fields.add(ofInstrument ? of(field) : field);
            }
        });
        return String.join("; ", fields);
    }

    private boolean isOfInstrument(Fact<?> fact) {
        return COLUMNS.contains(fact.name())
                || (measure.facts().contains(CommonFacts.SYMBOL)
                        && !fact.name().toLowerCase(Locale.ROOT).startsWith("account"));
    }

    private String lists() {
        List<String> lists = new ArrayList<>();
        facts.forEach((fact, value) -> {
            if (fact.type() instanceof FactType.OnList(String list) && value.equals(Optional.of(true))) {
                lists.add(of(list));
            }
        });
        if (!text(GroupWeight.LIST).isEmpty()) {
            lists.add(of(text(GroupWeight.LIST)));
        }
        return String.join("; ", lists);
    }
}
