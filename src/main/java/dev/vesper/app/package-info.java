/** Main, wiring, settings and the commands. */
@NullMarked
package dev.vesper.app;

import org.jspecify.annotations.NullMarked;
