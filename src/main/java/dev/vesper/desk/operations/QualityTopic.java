package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.QualityStore;
import dev.vesper.desk.checkdata.RunQuality;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.List;
import java.util.Map;

/** How good the data was, for one caller. */
record QualityTopic(RunStore runs, QualityStore store) implements Quality {
    private static final int MOST = 500;

    @Override
    public List<RunQuality> newest(int most) {
        List<RunRecord> newest = runs.recent(Bounds.upTo("most", most, MOST));
        Map<RunId, List<ProductQuality>> found =
                store.quality(newest.stream().map(RunRecord::id).toList());
        return newest.stream()
                .filter(run -> found.containsKey(run.id()))
                .map(run -> new RunQuality(
                        run.id(), run.date(), run.openedAt(), run.rehearsal(), found.getOrDefault(run.id(), List.of())))
                .toList();
    }
}
