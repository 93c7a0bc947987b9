/** The server on loopback that answers the resources, health and metrics. */
@NullMarked
package dev.vesper.adapters.api.server;

import org.jspecify.annotations.NullMarked;
