/** What rooms behind the public ones share: the library's own version. */
@NullMarked
package io.civae.internal;

import org.jspecify.annotations.NullMarked;
