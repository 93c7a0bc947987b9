/** The Zeebe engine's glue: compiled against the distribution, loaded in a loader of its own. */
@NullMarked
package dev.vesper.engine;

import org.jspecify.annotations.NullMarked;
