package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void answersComeInTheOrderOfTheWorkWhicheverEndsFirst() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        List<Supplier<String>> work = List.of(() -> "A", () -> "B", () -> "C");
        try (var answers = new InOrder<>(work, waiting::push)) {
            // the last given is the first done
            waiting.forEach(Runnable::run);
            assertEquals(List.of("A", "B", "C"), List.of(answers.take(), answers.take(), answers.take()));
        }
    }

    @Test
    void manyThreadsGiveWhatOneGives() {
        List<Supplier<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            work.add(() -> number * number);
        }
        try (var pool = new ThreadPoolExecutor(4, 4, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
                var many = new InOrder<>(work, pool);
                var one = new InOrder<>(work, Runnable::run)) {
            for (int i = 0; i < work.size(); i++) {
                assertEquals(one.take(), many.take());
            }
        }
    }

    @Test
    void theFirstFailureIsThrownAsItWasAndWhatHasNotBegunNeverBegins() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        List<String> begun = new ArrayList<>();
        List<Supplier<String>> work = List.of(
                () -> {
                    throw Problem.usage("Expected a price, but there is none");
                },
                () -> begun.toString() + begun.add("second"));
        try (var answers = new InOrder<>(work, waiting::add)) {
            waiting.remove().run();
            assertEquals(
                    "Expected a price, but there is none",
                    assertThrows(Problem.class, answers::take).getMessage());
        }
        waiting.remove().run();
        assertEquals(List.of(), begun);
    }
}
