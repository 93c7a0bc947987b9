package dev.vesper.desk.waiver;

import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the waivers stand.
 *
 * @param all every one that was ever asked for, oldest first
 * @param events how many events made it so
 */
record WaiverState(List<One> all, int events) {
    static final WaiverState NOTHING = new WaiverState(List.of(), 0);

    WaiverState {
        all = List.copyOf(all);
    }

    enum Step {
        ASKED,
        AGREED,
        REFUSED,
        REVOKED
    }

    /** @param agreedBy empty where nobody did */
    record One(String id, WaiverTerms terms, String askedBy, String reason, String agreedBy, Step step) {
        One now(Step next) {
            return new One(id, terms, askedBy, reason, agreedBy, next);
        }

        One agreed(String by) {
            return new One(id, terms, askedBy, reason, by, Step.AGREED);
        }

        /** Whether it waits for an answer, or is in force. */
        boolean stands() {
            return step == Step.ASKED || step == Step.AGREED;
        }

        Waiver waiver() {
            return new Waiver(
                    id,
                    terms.rule(),
                    terms.account(),
                    terms.subject(),
                    terms.bounded() ? Optional.of(terms.upTo()) : Optional.empty(),
                    terms.until(),
                    askedBy,
                    agreedBy,
                    reason);
        }
    }

    Optional<One> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Those that two people agreed to and nobody revoked, on a business date. */
    Waivers inForce(LocalDate date) {
        return new Waivers(all.stream()
                .filter(one -> one.step() == Step.AGREED && !one.terms().until().isBefore(date))
                .map(One::waiver)
                .toList());
    }

    WaiverState with(One one) {
        List<One> more = new ArrayList<>(all);
        more.add(one);
        return new WaiverState(more, events + 1);
    }

    WaiverState changed(String id, UnaryOperator<One> change) {
        return new WaiverState(
                all.stream()
                        .map(one -> one.id().equals(id) ? change.apply(one) : one)
                        .toList(),
                events + 1);
    }
}
