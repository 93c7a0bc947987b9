/** The native slicer through the foreign function interface, and its Java twin as fallback. */
@NullMarked
package dev.vesper.adapters.slicer;

import org.jspecify.annotations.NullMarked;
