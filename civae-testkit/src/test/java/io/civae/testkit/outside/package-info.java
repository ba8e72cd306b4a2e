/** Tests that use the kit from a package of their own, as its users do. */
@NullMarked
package io.civae.testkit.outside;

import org.jspecify.annotations.NullMarked;
