/** Every setting, and which code this is. */
@NullMarked
package dev.vesper.app.settings;

import org.jspecify.annotations.NullMarked;
