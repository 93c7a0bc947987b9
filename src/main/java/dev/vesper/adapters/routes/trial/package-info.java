/** The routes tried out before a day needs them, on messages of no consequence. */
@NullMarked
package dev.vesper.adapters.routes.trial;

import org.jspecify.annotations.NullMarked;
