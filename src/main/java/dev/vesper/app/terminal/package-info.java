/** What a person sees on a terminal. */
@NullMarked
package dev.vesper.app.terminal;

import org.jspecify.annotations.NullMarked;
