/** What is asked over HTTP: resources, one definition read by server, client and OpenAPI; their JSON. */
@NullMarked
package dev.vesper.adapters.api;

import org.jspecify.annotations.NullMarked;
