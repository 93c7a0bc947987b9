package dev.vesper.desk.books;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Progress;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;

/** A stage that trades, and the books after it: it is done once its fills are posted. */
public final class PostFills implements Stage {
    private final Stage trading;
    private final RunStore runs;
    private final DayBooks books;
    private final Progress progress;

    public PostFills(Stage trading, RunStore runs, DayBooks books, Progress progress) {
        this.trading = trading;
        this.runs = runs;
        this.books = books;
        this.progress = progress;
    }

    @Override
    public StageName name() {
        return trading.name();
    }

    @Override
    public StageResult run(RunId run) {
        StageResult result = trading.run(run);
        books.post(runs.find(run).orElseThrow()).forEach(question -> progress.say("  ! " + question));
        return result;
    }
}
