/** The programs of docs/augment-in-your-code.md. */
@NullMarked
package io.civae.examples.howto;

import org.jspecify.annotations.NullMarked;
