package dev.vesper.adapters.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.vesper.execution.ring.QuoteBoard;
import dev.vesper.execution.ring.Ring;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The native ends of rings and boards, for whoever tries them from Java; for one thread. */
final class NativeRings {
    private final MethodHandle put;
    private final MethodHandle take;
    private final MethodHandle quotePut;
    private final MethodHandle quoteGet;
    private final MemorySegment answer = Arena.ofAuto().allocate(JAVA_LONG);

    @SuppressWarnings("restricted") // calling native code is the point of this class
    NativeRings(Path file) {
        SymbolLookup library = SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
        put = link(
                library,
                "vesper_engine_ring_put",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        take = link(
                library,
                "vesper_engine_ring_take",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        quotePut =
                link(library, "vesper_engine_quote_put", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
        quoteGet = link(
                library,
                "vesper_engine_quote_get",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle link(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
    }

    /** Whether all records were put. */
    boolean put(Ring ring, MemorySegment records, int count) {
        try {
            check((int) put.invokeExact(ring.memory(), records, count, answer));
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        return answer.get(JAVA_LONG, 0) == 1;
    }

    /** How many records were taken. */
    int take(Ring ring, MemorySegment records, int most) {
        try {
            check((int) take.invokeExact(ring.memory(), records, most, answer));
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        return (int) answer.get(JAVA_LONG, 0);
    }

    void put(QuoteBoard board, int instrument, MemorySegment quote) {
        try {
            check((int) quotePut.invokeExact(board.memory(), instrument, quote));
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
    }

    /** Whether it was read whole. */
    boolean get(QuoteBoard board, int instrument, MemorySegment quote) {
        try {
            check((int) quoteGet.invokeExact(board.memory(), instrument, quote, answer));
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        return answer.get(JAVA_LONG, 0) == 1;
    }

    private static void check(int status) {
        if (status != EngineLibrary.OK) {
            throw new IllegalStateException("Expected the native ring to answer 0, but it was " + status);
        }
    }
}
