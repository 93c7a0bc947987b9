/** Rings of 64-byte cells and a board of quotes, off the heap, between threads and between Java and the native engine. */
@NullMarked
package dev.vesper.execution.ring;

import org.jspecify.annotations.NullMarked;
