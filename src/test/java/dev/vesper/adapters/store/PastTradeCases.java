package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.RealisedGain.SoldLot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account has traded lately. */
abstract class PastTradeCases extends StoreCases {
    @Test
    void aSaleKnowsItsProceedsAndWhatItsLotsCost() {
        RunRecord earlier = soldHundredIbm(false, RunStatus.DONE);
        RunRecord now = openNextDay(false);
        // 100 x 150.2 - 1 fee = 15019
        PastTrade sale = new PastTrade(
                "IBM",
                earlier.date(),
                Side.SELL,
                Sample.n("100"),
                Sample.n("15019"),
                List.of(
                        new SoldLot(Sample.n("60"), Optional.of(Sample.n("141.2"))),
                        new SoldLot(Sample.n("40"), Optional.of(Sample.n("160")))));
        assertEquals(List.of(sale), runs.recentTrades(now, "ACC1", Sample.DATE.minusDays(61)));
        assertEquals(List.of(), runs.recentTrades(now, "ACC2", Sample.DATE.minusDays(61)));
        RunRecord other = runs.open(Sample.DATE.plusDays(1), "/firms/other", 42, false, Sample.NOON);
        assertEquals(List.of(), runs.recentTrades(other, "ACC1", Sample.DATE.minusDays(61)));
        assertEquals(List.of(), runs.recentTrades(now, "ACC1", Sample.DATE.plusDays(1)));
        assertEquals(List.of(), runs.recentTrades(earlier, "ACC1", Sample.DATE.minusDays(61)));
    }

    @ParameterizedTest
    @CsvSource({
        "false, DONE, false, 1",
        "false, DONE, true, 0",
        "true, DONE, false, 0",
        "true, DONE, true, 1",
        "false, ABANDONED, false, 1",
        "false, FAILED, false, 0",
        "false, REFUSED, false, 0",
        "false, RUNNING, false, 0"
    })
    void onlyRunsOfTheSameKindThatAreOverCount(
            boolean rehearsal, RunStatus status, boolean askingRehearsal, int trades) {
        soldHundredIbm(rehearsal, status);
        RunRecord asking = openNextDay(askingRehearsal);
        assertEquals(trades, runs.recentTrades(asking, "ACC1", Sample.DATE).size());
    }

    @Test
    void aDayThatIsRunAgainDoesNotSeeItsFirstTime() {
        soldHundredIbm(false, RunStatus.DONE);
        RunRecord again = open(false);
        assertEquals(List.of(), runs.recentTrades(again, "ACC1", Sample.DATE.minusDays(61)));
    }
}
