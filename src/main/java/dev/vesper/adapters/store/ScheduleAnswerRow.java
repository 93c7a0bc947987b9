package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.schedule.AnsweredOccasion;
import dev.vesper.desk.schedule.OccasionState;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code schedule_answer}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "schedule_answer")
@IdClass(ScheduleAnswerRow.Key.class)
class ScheduleAnswerRow {
    record Key(String firm, Instant due) {}

    @Id
    String firm;

    @Id
    Instant due;

    String state;
    String runId;
    Instant at;

    static ScheduleAnswerRow of(AnsweredOccasion answered) {
        ScheduleAnswerRow row = new ScheduleAnswerRow();
        row.firm = answered.firm();
        row.due = answered.due();
        row.state = answered.state().name().toLowerCase(Locale.ROOT);
        row.runId = answered.run().value();
        row.at = Exact.time(answered.at());
        return row;
    }

    AnsweredOccasion toRecord() {
        return new AnsweredOccasion(
                firm, due, OccasionState.valueOf(state.toUpperCase(Locale.ROOT)), new RunId(runId), at);
    }
}
