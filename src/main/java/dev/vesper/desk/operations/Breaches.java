package dev.vesper.desk.operations;

import dev.vesper.desk.breach.BreachRecord;
import java.util.List;

/**
 * Limits that accounts are over before anything is ordered, until they are cured. Each method throws a {@link
 * dev.vesper.basics.Problem} of kind REFUSED where what was stored of them was altered.
 */
public interface Breaches {
    /** Every one that there ever was, those that stand first, the oldest first among them. */
    List<BreachRecord> all();

    /**
     * One of them.
     *
     * @param breach {@code P-3}
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none of that id
     */
    BreachRecord show(String breach);

    /**
     * Says who looks after one, and what is to be done. A named person does it.
     *
     * @param owner a person's name; empty for whoever does already
     * @param plan what is to be done; empty for what was planned already
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none of that id, REFUSED where it is denied
     */
    BreachRecord take(String breach, String owner, String plan);
}
