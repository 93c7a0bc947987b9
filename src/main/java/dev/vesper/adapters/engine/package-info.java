/** The native engine through the foreign function interface, and its Java twin as fallback. */
@NullMarked
package dev.vesper.adapters.engine;

import org.jspecify.annotations.NullMarked;
