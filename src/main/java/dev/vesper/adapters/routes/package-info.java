/** Camel: the conversations in routes/, among them FIX with the venues. */
@NullMarked
package dev.vesper.adapters.routes;

import org.jspecify.annotations.NullMarked;
