package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers by name, in the order of their names, for example limit 0.25, used 0.24. Nobody can change it, and it takes
 * two objects however many there are: a day has a million verdicts with three numbers each.
 */
@SuppressWarnings("JdkObsolete") // a verdict promises a SortedMap; nobody asks for the neighbours of a name
final class NamedNumbers extends AbstractMap<String, BigDecimal> implements SortedMap<String, BigDecimal> {
    private static final NamedNumbers NONE = new NamedNumbers();

    /** A name, its number, the next name, its number. */
    private final Object[] pairs;

    private NamedNumbers(Object... pairs) {
        this.pairs = pairs;
    }

    /** The same numbers, in the order of their names; what is one already is not copied. */
    static NamedNumbers copyOf(Map<String, BigDecimal> numbers) {
        if (numbers instanceof NamedNumbers already) {
            return already;
        }
        if (numbers.isEmpty()) {
            return NONE;
        }
        Object[] pairs = new Object[2 * numbers.size()];
        int filled = 0;
        for (Map.Entry<String, BigDecimal> number : numbers.entrySet()) {
            int at = filled;
            while (at > 0 && ((String) pairs[at - 2]).compareTo(number.getKey()) > 0) {
                pairs[at] = pairs[at - 2];
                pairs[at + 1] = pairs[at - 1];
                at -= 2;
            }
            pairs[at] = number.getKey();
            pairs[at + 1] = number.getValue();
            filled += 2;
        }
        return new NamedNumbers(pairs);
    }

    private String name(int index) {
        return (String) pairs[2 * index];
    }

    private BigDecimal number(int index) {
        return (BigDecimal) pairs[2 * index + 1];
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public @Nullable BigDecimal get(@Nullable Object name) {
        for (int i = 0; i < size(); i++) {
            if (name(i).equals(name)) {
                return number(i);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super BigDecimal> each) {
        for (int i = 0; i < size(); i++) {
            each.accept(name(i), number(i));
        }
    }

    @Override
    public Set<Map.Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return NamedNumbers.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, BigDecimal>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < NamedNumbers.this.size();
                    }

                    @Override
                    public Map.Entry<String, BigDecimal> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        Map.Entry<String, BigDecimal> entry = Map.entry(name(next), number(next));
                        next++;
                        return entry;
                    }
                };
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, BigDecimal> subMap(String from, String to) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("Expected a range from " + from + " upwards, but it ends at " + to);
        }
        return where(name -> name.compareTo(from) >= 0 && name.compareTo(to) < 0);
    }

    @Override
    public SortedMap<String, BigDecimal> headMap(String to) {
        return where(name -> name.compareTo(to) < 0);
    }

    @Override
    public SortedMap<String, BigDecimal> tailMap(String from) {
        return where(name -> name.compareTo(from) >= 0);
    }

    /** What cannot change needs no view. */
    private SortedMap<String, BigDecimal> where(Predicate<String> asked) {
        Map<String, BigDecimal> found = new HashMap<>();
        forEach((name, number) -> {
            if (asked.test(name)) {
                found.put(name, number);
            }
        });
        return copyOf(found);
    }

    @Override
    public String firstKey() {
        return at(0);
    }

    @Override
    public String lastKey() {
        return at(size() - 1);
    }

    private String at(int index) {
        if (isEmpty()) {
            throw new NoSuchElementException();
        }
        return name(index);
    }
}
