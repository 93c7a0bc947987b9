package dev.vesper.adapters.slicer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.vesper.execution.SliceBatch;
import dev.vesper.execution.Slicer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The Rust slicer through the foreign function interface. The call is a critical one: the batch's arrays are read where
 * they lie on the heap, nothing is copied, and the native side keeps no pointer. A batch should therefore stay small
 * enough to take microseconds (thousands of orders), because the garbage collector waits for it.
 */
final class NativeSlicer implements Slicer {
    /** The version of the native interface that this class was written for; see src/main/rust/slicer/README.md. */
    static final int ABI_VERSION = 1;

    private static final int OK = 0;
    private static final int INVALID = 1;

    private final MethodHandle slice;
    private final MethodHandle lastError;
    private final MethodHandle abiVersion;
    private final MethodHandle selfTest;

    private NativeSlicer(SymbolLookup library) {
        this.abiVersion = link(library, "vesper_slicer_abi_version", FunctionDescriptor.of(JAVA_INT));
        this.selfTest = link(library, "vesper_slicer_self_test", FunctionDescriptor.of(JAVA_INT));
        this.lastError =
                link(library, "vesper_slicer_last_error", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
        this.slice = link(
                library,
                "vesper_slicer_slice",
                FunctionDescriptor.of(JAVA_INT, new MemoryLayout[] {
                    JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS
                }),
                Linker.Option.critical(true));
    }

    /**
     * Loads the library for the life of the program.
     *
     * @throws IllegalArgumentException where the file is no loadable library
     * @throws java.util.NoSuchElementException where it lacks a function
     */
    @SuppressWarnings("restricted") // loading a native library is the point of this class
    static NativeSlicer open(Path library) {
        return new NativeSlicer(SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global()));
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public long[] due(SliceBatch batch) {
        long[] due = new long[batch.orders()];
        int status;
        try {
            status = (int) slice.invokeExact(
                    batch.sliceIndex(),
                    batch.sliceCount(),
                    (long) due.length,
                    MemorySegment.ofArray(batch.strategy()),
                    MemorySegment.ofArray(batch.totalLots()),
                    MemorySegment.ofArray(batch.doneLots()),
                    MemorySegment.ofArray(batch.marketLots()),
                    MemorySegment.ofArray(batch.rateBps()),
                    MemorySegment.ofArray(batch.minimumLots()),
                    MemorySegment.ofArray(due));
        } catch (Throwable e) {
            throw broken(e);
        }
        if (status == OK) {
            return due;
        }
        String message = lastError();
        throw status == INVALID ? new IllegalArgumentException(message) : new IllegalStateException(message);
    }

    int abiVersion() {
        try {
            return (int) abiVersion.invokeExact();
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    boolean selfTest() {
        try {
            return (int) selfTest.invokeExact() == OK;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    String lastError() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(512);
            long length = (long) lastError.invokeExact(buffer, buffer.byteSize());
            return new String(
                    buffer.asSlice(0, Math.min(length, buffer.byteSize())).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    @SuppressWarnings("restricted") // calling native code is the point of this class
    private static MethodHandle link(
            SymbolLookup library, String name, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type, options);
    }

    private static IllegalStateException broken(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("Expected the native slicer to answer, but " + e, e);
    }
}
