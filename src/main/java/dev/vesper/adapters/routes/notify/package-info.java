/** Tells people by letters, through routes/notify.camel.yaml, and other programs by signed requests. */
@NullMarked
package dev.vesper.adapters.routes.notify;

import org.jspecify.annotations.NullMarked;
