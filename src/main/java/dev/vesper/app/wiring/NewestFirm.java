package dev.vesper.app.wiring;

import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** The firm of the newest day, read once for each day; whatever firm where there was none, or its files cannot be read. */
final class NewestFirm implements Supplier<KnownFirm> {
    private final Supplier<Optional<RunRecord>> newest;
    private final Function<RunId, Firm> frozen;
    private final AtomicReference<Read> last = new AtomicReference<>(new Read(Optional.empty(), KnownFirm.ANY));

    /**
     * Reads nothing yet.
     *
     * @param frozen the firm as a run found it
     */
    NewestFirm(Supplier<Optional<RunRecord>> newest, Function<RunId, Firm> frozen) {
        this.newest = newest;
        this.frozen = frozen;
    }

    private record Read(Optional<RunId> run, KnownFirm firm) {}

    @Override
    public KnownFirm get() {
        Optional<RunId> run = newest.get().map(RunRecord::id);
        Read known = last.get();
        if (!known.run().equals(run)) {
            known = new Read(run, run.map(this::read).orElse(KnownFirm.ANY));
            last.set(known);
        }
        return known.firm();
    }

    private KnownFirm read(RunId run) {
        try {
            return KnownFirm.of(frozen.apply(run));
        } catch (Problem unread) {
            return KnownFirm.ANY;
        }
    }
}
