package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.LimitResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.limits.LimitOrder;
import dev.vesper.desk.limits.WhyLine;
import dev.vesper.desk.operations.Limits;
import java.util.List;

/** The limits of the runs of a Vesper that runs elsewhere. */
record LimitsClient(Transport http) implements Limits {
    @Override
    public List<LimitLine> worst(RunId run) {
        return http.send(LimitResources.WORST, new LimitResources.OfRun(run));
    }

    @Override
    public List<LimitLine> accounts(RunId run, String rule, int from, int most) {
        return http.send(LimitResources.ACCOUNTS, new LimitResources.Accounts(run, rule, from, most));
    }

    @Override
    public List<LimitOrder> orders(RunId run, String rule, String account, int from, int most) {
        return http.send(LimitResources.ORDERS, new LimitResources.Filling(run, rule, account, from, most));
    }

    @Override
    public List<WhyLine> why(RunId run, String order) {
        return http.send(LimitResources.WHY, new LimitResources.OfOrder(run, order));
    }

    @Override
    public List<ExposureLine> exposures(RunId run, ExposureBy by) {
        return http.send(LimitResources.EXPOSURES, new LimitResources.By(run, by));
    }
}
