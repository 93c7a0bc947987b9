package dev.vesper.desk.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest of what is looked up, so that asking again costs nothing. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    /** Twice the runs that a page looks at. */
    private static final int REMEMBERED = 400;

    Latest() {
        super(REMEMBERED, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > REMEMBERED;
    }
}
