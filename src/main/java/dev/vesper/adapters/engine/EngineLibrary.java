package dev.vesper.adapters.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The functions of the native engine; see src/main/rust/engine/README.md. */
final class EngineLibrary {
    /** The version of the door that this class was written for. */
    static final int ABI_VERSION = 3;

    static final int OK = 0;
    static final int INVALID = 1;

    final MethodHandle open;
    final MethodHandle handle;
    final MethodHandle poll;
    final MethodHandle close;
    private final MethodHandle lastError;
    private final MethodHandle abiVersion;
    private final MethodHandle selfTest;

    private EngineLibrary(SymbolLookup library) {
        abiVersion = link(library, "vesper_engine_abi_version", FunctionDescriptor.of(JAVA_INT));
        selfTest = link(library, "vesper_engine_self_test", FunctionDescriptor.of(JAVA_INT));
        lastError = link(library, "vesper_engine_last_error", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
        open = link(
                library,
                "vesper_engine_open",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS));
        handle = link(
                library,
                "vesper_engine_handle",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
        poll = link(library, "vesper_engine_poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        close = link(library, "vesper_engine_close", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /**
     * Loads the library for the life of the program.
     *
     * @throws IllegalArgumentException where the file is no loadable library
     * @throws java.util.NoSuchElementException where it lacks a function
     */
    @SuppressWarnings("restricted") // loading a native library is the point of this class
    static EngineLibrary load(Path file) {
        return new EngineLibrary(SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global()));
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

    /** @throws RuntimeException with the library's words where a call did not end well */
    void check(int status) {
        if (status != OK) {
            String message = lastError();
            throw status == INVALID ? new IllegalArgumentException(message) : new IllegalStateException(message);
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

    static IllegalStateException broken(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("Expected the native engine to answer, but " + e, e);
    }

    @SuppressWarnings("restricted") // calling native code is the point of this class
    private static MethodHandle link(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
    }
}
