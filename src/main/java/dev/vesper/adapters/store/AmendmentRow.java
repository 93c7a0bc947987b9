package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code fill_amendment}: the projection of one event. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "fill_amendment")
@IdClass(AmendmentRow.Key.class)
class AmendmentRow {
    static final String LATE_FILL = "LATE_FILL";
    static final String BUST = "BUST";
    static final String CORRECTION = "CORRECTION";

    @Id
    String runId;

    @Id
    int sequence;

    String kind;
    int slice;
    String replaced;
    String venue;
    String executionId;
    String clientOrderId;
    String parentId;
    String account;
    String symbol;
    String side;
    BigDecimal quantity;
    BigDecimal price;
    BigDecimal fee;
    long millis;
    LocalDate tradeDate;

    record Key(String runId, int sequence) {}

    /** @param sequence of its event in the stream of the run */
    static AmendmentRow of(RunId run, int sequence, Amendment amendment) {
        AmendmentRow row = new AmendmentRow();
        Fill fill = amendment.fill();
        row.runId = run.value();
        row.sequence = sequence;
        row.slice = amendment.slice();
        row.executionId = fill.executionId();
        switch (amendment) {
            case LateFillBooked _ -> {
                row.kind = LATE_FILL;
                row.replaced = "";
            }
            case FillBusted bust -> {
                row.kind = BUST;
                row.replaced = fill.executionId();
                row.executionId = bust.by();
            }
            case FillCorrected corrected -> {
                row.kind = CORRECTION;
                row.replaced = corrected.wrong().executionId();
            }
        }
        row.venue = fill.venue();
        row.clientOrderId = fill.clientOrderId();
        row.parentId = fill.parentId();
        row.account = fill.account();
        row.symbol = fill.symbol();
        row.side = fill.side().name();
        row.quantity = Exact.number(fill.quantity());
        row.price = Exact.number(fill.price());
        row.fee = Exact.number(fill.fee());
        row.millis = fill.millis();
        row.tradeDate = fill.date();
        return row;
    }

    /** Those of a run, oldest first. */
    static List<AmendmentRow> ofRun(StatelessSession session, RunId run) {
        return session.createSelectionQuery(
                        "from AmendmentRow a where a.runId = :run order by a.sequence", AmendmentRow.class)
                .setParameter("run", run.value())
                .getResultList();
    }

    /** What stands of fills of the same run and orders. */
    static List<Fill> standing(List<Fill> booked, List<AmendmentRow> amendments, RunId run, SharedTexts texts) {
        if (amendments.isEmpty()) {
            return booked;
        }
        List<Fill> all = new ArrayList<>(booked);
        amendments.stream().filter(row -> !row.kind.equals(BUST)).forEach(row -> all.add(row.toFill(texts)));
        return all.stream()
                .filter(fill -> amendments.stream()
                        .noneMatch(row -> row.venue.equals(fill.venue())
                                && row.replaced.equals(fill.executionId())
                                && row.tradeDate.equals(fill.dateOr(run.date()))))
                .toList();
    }

    private Fill toFill(SharedTexts texts) {
        return new Fill(
                texts.of(venue),
                executionId,
                clientOrderId,
                texts.of(parentId),
                texts.of(account),
                texts.of(symbol),
                Side.valueOf(side),
                Exact.number(quantity),
                Exact.number(price),
                Exact.number(fee),
                millis,
                tradeDate);
    }

    /** Everything, to compare with what an event says. */
    String content() {
        return String.join(
                "|",
                kind,
                Integer.toString(slice),
                replaced,
                venue,
                executionId,
                clientOrderId,
                parentId,
                account,
                symbol,
                side,
                Exact.number(quantity).toPlainString(),
                Exact.number(price).toPlainString(),
                Exact.number(fee).toPlainString(),
                Long.toString(millis),
                String.valueOf(tradeDate));
    }
}
