package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.VenueResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.operations.VenueSessions;
import dev.vesper.desk.venues.VenueRecord;
import java.util.List;

/** The sessions with the venues of a Vesper that runs elsewhere. */
record VenuesClient(Transport http) implements VenueSessions {
    @Override
    public List<VenueRecord> all() {
        return http.send(VenueResources.SESSIONS, new VenueResources.All());
    }

    @Override
    public VenueRecord logOut(RunId run, String venue, String reason) {
        return http.send(VenueResources.LOG_OUT, new VenueResources.Act(run, venue, reason));
    }

    @Override
    public VenueRecord logOn(RunId run, String venue, String reason) {
        return http.send(VenueResources.LOG_ON, new VenueResources.Act(run, venue, reason));
    }

    @Override
    public VenueRecord askNumbers(RunId run, String venue, int nextSender, int nextTarget, String reason) {
        return http.send(
                VenueResources.NUMBERS, new VenueResources.Numbers(run, venue, nextSender, nextTarget, reason));
    }

    @Override
    public List<BreakerRecord> breakers() {
        return http.send(VenueResources.BREAKERS, new VenueResources.All());
    }

    @Override
    public BreakerRecord openBreaker(RunId run, String venue, String reason) {
        return http.send(VenueResources.OPEN_BREAKER, new VenueResources.Act(run, venue, reason));
    }

    @Override
    public BreakerRecord closeBreaker(RunId run, String venue, String reason) {
        return http.send(VenueResources.CLOSE_BREAKER, new VenueResources.Act(run, venue, reason));
    }
}
