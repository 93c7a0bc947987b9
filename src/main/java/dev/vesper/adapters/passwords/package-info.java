/** How passwords are kept: Argon2id. */
@NullMarked
package dev.vesper.adapters.passwords;

import org.jspecify.annotations.NullMarked;
