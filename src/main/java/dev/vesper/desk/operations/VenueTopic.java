package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.desk.venues.VenueRecord;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.util.List;
import java.util.function.Supplier;

/** The sessions with the venues, for one caller. A name that nobody proved acts on those of rehearsals alone. */
record VenueTopic(Guard guard, RunStore runs, Supplier<VenueDesk> desk, Supplier<VenueBreakers> switches)
        implements VenueSessions {
    @Override
    public List<VenueRecord> all() {
        return desk.get().all();
    }

    @Override
    public VenueRecord logOut(RunId run, String venue, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "log out of " + venue, guard.rehearsal(run));
        return desk.get().logOut(run, venue, by, Bounds.line(reason));
    }

    @Override
    public VenueRecord logOn(RunId run, String venue, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "connect " + venue, guard.rehearsal(run));
        return desk.get().logOn(run, venue, by, Bounds.line(reason));
    }

    @Override
    public VenueRecord askNumbers(RunId run, String venue, int nextSender, int nextTarget, String reason) {
        String by = guard.named(
                Permission.STOP_TRADING, "ask for other sequence numbers of " + venue, guard.rehearsal(run));
        return desk.get().askNumbers(run, venue, new SequenceNumbers(nextSender, nextTarget), by, Bounds.line(reason));
    }

    @Override
    public List<BreakerRecord> breakers() {
        return switches.get().all();
    }

    @Override
    public BreakerRecord openBreaker(RunId run, String venue, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "open the breaker of " + venue, guard.rehearsal(run));
        return switches.get().open(known(run), venue, by, Bounds.line(reason));
    }

    @Override
    public BreakerRecord closeBreaker(RunId run, String venue, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "close the breaker of " + venue, guard.rehearsal(run));
        return switches.get().close(known(run), venue, by, Bounds.line(reason));
    }

    private RunRecord known(RunId run) {
        return runs.find(run)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }
}
