/** Camel: the conversations in routes/. */
@NullMarked
package dev.vesper.adapters.routes;

import org.jspecify.annotations.NullMarked;
