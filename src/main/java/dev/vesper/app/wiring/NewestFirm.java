package dev.vesper.app.wiring;

import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The firm of the newest day, read once for each day; none before there was one, or where its files cannot be read any more. */
final class NewestFirm implements Supplier<KnownFirm> {
    private final Supplier<Optional<RunId>> newest;
    private final Function<RunId, Firm> frozen;
    private volatile @Nullable Known known;

    private record Known(RunId run, KnownFirm firm) {}

    /** @param frozen the firm of a run */
    NewestFirm(Supplier<Optional<RunId>> newest, Function<RunId, Firm> frozen) {
        this.newest = newest;
        this.frozen = frozen;
    }

    @Override
    public KnownFirm get() {
        Optional<RunId> run = newest.get();
        if (run.isEmpty()) {
            return KnownFirm.NONE;
        }
        Known read = known;
        if (read == null || !read.run().equals(run.get())) {
            read = new Known(run.get(), read(run.get()));
            known = read;
        }
        return read.firm();
    }

    private KnownFirm read(RunId run) {
        try {
            return KnownFirm.of(frozen.apply(run));
        } catch (Problem gone) {
            return KnownFirm.NONE;
        }
    }
}
