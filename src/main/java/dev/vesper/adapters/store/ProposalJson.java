package dev.vesper.adapters.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vesper.basics.Money;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Proposals and named numbers as JSON text. Exact numbers are strings, so that no reader makes doubles of them. */
final class ProposalJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ProposalJson() {}

    private record Trade(String symbol, Side side, String quantity, String price, List<Lot> lots) {}

    private record Lot(String lotId, String quantity) {}

    private record Document(
            String account,
            List<Trade> trades,
            String cashAfter,
            String cashCurrency,
            double deviation,
            double optimum,
            double turnover,
            String realisedGain,
            String gainCurrency,
            String score) {}

    static String write(Proposal proposal) {
        return text(new Document(
                proposal.account(),
                proposal.trades().stream().map(ProposalJson::trade).toList(),
                plain(proposal.cashAfter().amount()),
                proposal.cashAfter().currency(),
                proposal.deviation(),
                proposal.optimum(),
                proposal.turnover(),
                plain(proposal.realisedGain().amount()),
                proposal.realisedGain().currency(),
                proposal.score()));
    }

    static Proposal read(String json) {
        Document document = parsed(json, new TypeReference<>() {});
        return new Proposal(
                document.account(),
                document.trades().stream().map(ProposalJson::trade).toList(),
                Money.of(exact(document.cashAfter()), document.cashCurrency()),
                document.deviation(),
                document.optimum(),
                document.turnover(),
                Money.of(exact(document.realisedGain()), document.gainCurrency()),
                document.score());
    }

    /** An object of decimal strings. Written and read without a document in between: a day has a million of them. */
    static String writeNumbers(SortedMap<String, BigDecimal> numbers) {
        StringBuilder json = new StringBuilder("{");
        numbers.forEach((name, number) -> {
            json.append(json.length() == 1 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(name, json);
            json.append("\":\"").append(plain(number)).append('"');
        });
        return json.append('}').toString();
    }

    static SortedMap<String, BigDecimal> readNumbers(String json, SharedTexts texts) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notOurs(json, null);
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                String number = parser.nextTextValue();
                if (number == null) {
                    throw notOurs(json, null);
                }
                numbers.put(texts.of(name), exact(number));
            }
        } catch (IOException e) {
            throw notOurs(json, e);
        }
        return Verdict.numbers(numbers);
    }

    private static Trade trade(ProposedTrade trade) {
        return new Trade(
                trade.symbol(),
                trade.side(),
                plain(trade.quantity()),
                plain(trade.price()),
                trade.lots().stream()
                        .map(lot -> new Lot(lot.lotId(), plain(lot.quantity())))
                        .toList());
    }

    private static ProposedTrade trade(Trade trade) {
        return new ProposedTrade(
                trade.symbol(),
                trade.side(),
                exact(trade.quantity()),
                exact(trade.price()),
                trade.lots().stream()
                        .map(lot -> new LotChoice(lot.lotId(), exact(lot.quantity())))
                        .toList());
    }

    private static String plain(BigDecimal number) {
        return Exact.number(number).toPlainString();
    }

    private static BigDecimal exact(String number) {
        return Exact.number(new BigDecimal(number));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a value that JSON can hold, but got " + value, e);
        }
    }

    private static <T> T parsed(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw notOurs(json, e);
        }
    }

    private static IllegalStateException notOurs(String json, @Nullable IOException cause) {
        return new IllegalStateException("Expected the JSON the store wrote, but read: " + json, cause);
    }
}
