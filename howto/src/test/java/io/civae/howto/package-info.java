/** The programs of docs/augment-in-your-code.md for libraries that nothing published may need. */
@NullMarked
package io.civae.howto;

import org.jspecify.annotations.NullMarked;
