package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.OrderResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.blotter.ScheduleLine;
import dev.vesper.desk.operations.Orders;
import java.util.List;

/** The orders of a Vesper that runs elsewhere. */
record OrdersClient(Transport http) implements Orders {
    @Override
    public OrderTotals totals(RunId run) {
        return http.send(OrderResources.TOTALS, new OrderResources.OfRun(run));
    }

    @Override
    public List<OrderLine> list(RunId run, int from, int most) {
        return http.send(OrderResources.LIST, new OrderResources.Part(run, from, most));
    }

    @Override
    public OrderLine show(RunId run, String order) {
        return http.send(OrderResources.SHOW, new OrderResources.Which(run, order));
    }

    @Override
    public List<ChildLine> children(RunId run, String order, int from, int most) {
        return http.send(OrderResources.CHILDREN, new OrderResources.Children(run, order, from, most));
    }

    @Override
    public List<ScheduleLine> schedule(RunId run, String order) {
        return http.send(OrderResources.SCHEDULE, new OrderResources.Which(run, order));
    }

    @Override
    public OrderLife life(RunId run, String order) {
        return http.send(OrderResources.LIFE, new OrderResources.Which(run, order));
    }
}
