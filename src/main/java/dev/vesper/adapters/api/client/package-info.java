/** The operations of another, running Vesper, asked over HTTP. */
@NullMarked
package dev.vesper.adapters.api.client;

import org.jspecify.annotations.NullMarked;
