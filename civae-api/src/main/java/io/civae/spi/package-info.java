/** What a backend implements: data and a configuration go in, named parameter arrays come out. */
@NullMarked
package io.civae.spi;

import org.jspecify.annotations.NullMarked;
