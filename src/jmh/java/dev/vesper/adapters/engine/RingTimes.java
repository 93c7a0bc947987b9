package dev.vesper.adapters.engine;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rings beside those of Agrona and the Disruptor, in one run and in turn: {@code rings}. Once within one thread, which puts and
 * takes by turns, so that nothing but instructions counts; once between threads, which shows what passing cache lines costs, and
 * how busy the machine is.
 */
final class RingTimes {
    private static final int PASSES = 7;
    private static final int WARM = 3;
    private static final int MESSAGES = 500_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private RingTimes() {}

    private record Contender(String name, Supplier<Pipe> open) {}

    /** Medians of the passes, and the best of them. */
    private record Result(double cpu, double leastCpu, double rate, double bestRate) {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("Messages of 64 bytes, rings of " + Pipe.CELLS + ", medians (and the best) of " + PASSES
                + " passes of " + MESSAGES + " messages.");
        for (boolean many : new boolean[] {false, true}) {
            List<Contender> all = List.of(
                    new Contender("Vesper", () -> Pipe.vesper(many, Arena.ofAuto())),
                    new Contender("Agrona", () -> Pipe.agrona(many)),
                    new Contender("Disruptor", () -> Pipe.disruptor(many)));
            for (int batch : new int[] {1, 64}) {
                String kind = many ? "many producers" : "one producer";
                print(kind + ", one thread, " + batch + " at a time", all, measured(all, batch, 0));
                print(kind + ", between threads, " + batch + " at a time", all, measured(all, batch, many ? 2 : 1));
            }
        }
    }

    private static void print(String what, List<Contender> all, List<Result> results) {
        double rate = 0;
        double cpu = Double.MAX_VALUE;
        for (int i = 1; i < all.size(); i++) {
            rate = Math.max(rate, results.get(i).rate);
            cpu = Math.min(cpu, results.get(i).cpu);
        }
        System.out.println(what);
        for (int i = 0; i < all.size(); i++) {
            Result result = results.get(i);
            System.out.printf(
                    "  %-10s %6.1f (%.1f) ns of CPU a message, %6.1f (%.1f) million messages/s%n",
                    all.get(i).name, result.cpu, result.leastCpu, result.rate, result.bestRate);
        }
        System.out.printf(
                "  ratio to the better of the two: throughput %.2f, CPU %.2f%n",
                results.getFirst().rate / rate, cpu / results.getFirst().cpu);
    }

    /** All of them in turn, pass after pass. */
    private static List<Result> measured(List<Contender> all, int batch, int producers) throws InterruptedException {
        double[][] cpu = new double[all.size()][PASSES];
        double[][] rate = new double[all.size()][PASSES];
        for (int pass = -WARM; pass < PASSES; pass++) {
            for (int i = 0; i < all.size(); i++) {
                Pipe pipe = all.get(i).open.get();
                long start = System.nanoTime();
                long took = producers == 0 ? alone(pipe, batch) : between(pipe, batch, producers);
                if (pass >= 0) {
                    cpu[i][pass] = (double) took / MESSAGES;
                    rate[i][pass] = MESSAGES * 1e3 / (System.nanoTime() - start);
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Arrays.sort(cpu[i]);
            Arrays.sort(rate[i]);
            results.add(new Result(cpu[i][PASSES / 2], cpu[i][0], rate[i][PASSES / 2], rate[i][PASSES - 1]));
        }
        return results;
    }

    private static long alone(Pipe pipe, int batch) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (long put = 0; put < MESSAGES; ) {
            long until = Math.min(put + Pipe.CELLS / 2, MESSAGES);
            long from = put;
            while (put < until) {
                put += pipe.put(put, (int) Math.min(batch, until - put));
            }
            for (long left = until - from; left > 0; ) {
                left -= pipe.take(Pipe.CELLS);
            }
        }
        long took = THREADS.getCurrentThreadCpuTime() - before;
        check(pipe, 1);
        return took;
    }

    private static long between(Pipe pipe, int batch, int producers) throws InterruptedException {
        long[] took = new long[producers];
        Thread[] threads = new Thread[producers];
        for (int p = 0; p < producers; p++) {
            int number = p;
            threads[p] = Thread.ofPlatform().start(() -> {
                long before = THREADS.getCurrentThreadCpuTime();
                long each = MESSAGES / producers;
                for (long put = 0; put < each; ) {
                    int done = pipe.put(put, (int) Math.min(batch, each - put));
                    put += done;
                    if (done == 0) {
                        Thread.yield();
                    }
                }
                took[number] = THREADS.getCurrentThreadCpuTime() - before;
            });
        }
        long before = THREADS.getCurrentThreadCpuTime();
        for (long left = MESSAGES; left > 0; ) {
            int taken = pipe.take(256);
            left -= taken;
            if (taken == 0) {
                Thread.yield();
            }
        }
        long mine = THREADS.getCurrentThreadCpuTime() - before;
        for (Thread thread : threads) {
            thread.join();
        }
        check(pipe, producers);
        return mine + Arrays.stream(took).sum();
    }

    private static void check(Pipe pipe, int producers) {
        long each = MESSAGES / producers;
        long expected = producers * Pipe.NUMBERS * (each * (each - 1) / 2);
        if (pipe.sum() != expected) {
            throw new IllegalStateException("Expected numbers that sum to " + expected + ", but got " + pipe.sum());
        }
    }
}
