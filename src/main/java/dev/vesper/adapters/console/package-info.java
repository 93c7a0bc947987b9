/** What Vesper answers over HTTP on loopback: health, metrics, tasks. */
@NullMarked
package dev.vesper.adapters.console;

import org.jspecify.annotations.NullMarked;
