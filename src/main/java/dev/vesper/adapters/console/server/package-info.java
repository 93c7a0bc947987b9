/** Answers a browser: finds the page, asks it for its model, fills its template. */
@NullMarked
package dev.vesper.adapters.console.server;

import org.jspecify.annotations.NullMarked;
