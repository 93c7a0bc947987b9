package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;

/** The orders of the slice that is worked: one thread sends them, others hear of them, all under one lock. */
final class OrdersAtWork {
    private final ReentrantLock lock;
    private final Condition news;
    private final Map<String, WorkingOrder> working = new HashMap<>();
    private long heard;
    /** The order that the sending thread sleeps for: news of any other one need not wake it. */
    private @Nullable WorkingOrder awaited;

    OrdersAtWork(ReentrantLock lock, Condition news) {
        this.lock = lock;
        this.news = news;
    }

    /** Something that a venue said of an order. */
    interface News {
        void of(WorkingOrder order) throws FieldNotFound;
    }

    /** From now on these are worked and no others. */
    void begin(List<WorkingOrder> orders) {
        lock.lock();
        try {
            working.clear();
            orders.forEach(order -> working.put(order.child.clientOrderId(), order));
        } finally {
            lock.unlock();
        }
    }

    /** They are worked no more: what is heard of them from the moment at which this result is taken is told late. */
    <T> T end(Supplier<T> result) {
        lock.lock();
        try {
            T taken = result.get();
            working.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Those of some orders for which something holds. */
    List<WorkingOrder> where(List<WorkingOrder> orders, Predicate<WorkingOrder> wanted) {
        lock.lock();
        try {
            return orders.stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Does something of ours to an order. */
    void act(WorkingOrder order, Consumer<WorkingOrder> what) {
        lock.lock();
        try {
            what.accept(order);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes in what a venue says.
     *
     * @return false where no order of this id is worked
     */
    boolean heard(String clientOrderId, News what) throws FieldNotFound {
        lock.lock();
        try {
            WorkingOrder order = working.get(clientOrderId);
            if (order == null) {
                return false;
            }
            what.of(order);
            heard++;
            if (order == awaited) {
                news.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean works(String clientOrderId) {
        lock.lock();
        try {
            return working.containsKey(clientOrderId);
        } finally {
            lock.unlock();
        }
    }

    /** How many orders a venue is known to have that have not ended. */
    int open(String venue) {
        lock.lock();
        try {
            return (int) working.values().stream()
                    .filter(order -> order.child.venue().equals(venue) && order.known() && !order.ended())
                    .count();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the answers.
     *
     * @param patienceNanos how long nothing may be heard at all
     * @return false where something broke meanwhile, or patience ended
     */
    boolean answered(
            List<WorkingOrder> orders, Predicate<WorkingOrder> answered, BooleanSupplier broken, long patienceNanos) {
        lock.lock();
        try {
            long left = patienceNanos;
            long last = heard;
            int open = orders.size(); // the last one is awaited first: mostly it is the last to be answered
            while (true) {
                while (open > 0 && answered.test(orders.get(open - 1))) {
                    open--;
                }
                if (open == 0) {
                    return true;
                }
                if (broken.getAsBoolean()) {
                    return false;
                }
                if (heard != last) {
                    last = heard;
                    left = patienceNanos;
                }
                if (left <= 0) {
                    return false;
                }
                awaited = orders.get(open - 1);
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the venues, but was interrupted", e);
        } finally {
            awaited = null;
            lock.unlock();
        }
    }
}
