package dev.vesper.testing;

import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.audit.anchor.AnchorPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place outside that remembers. */
public final class MemoryAnchors implements AnchorPlace {
    public final List<AnchorMark> marks = new ArrayList<>();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String keep(AnchorMark mark) {
        if (marks.stream().noneMatch(kept -> kept.sequence() == mark.sequence())) {
            marks.add(mark);
        }
        return "remembered";
    }

    @Override
    public Optional<List<AnchorMark>> read() {
        return Optional.of(List.copyOf(marks));
    }
}
