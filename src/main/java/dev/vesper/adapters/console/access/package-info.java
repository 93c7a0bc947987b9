/** How a browser comes in: a link that works once, and a cookie for the hours after it. */
@NullMarked
package dev.vesper.adapters.console.access;

import org.jspecify.annotations.NullMarked;
