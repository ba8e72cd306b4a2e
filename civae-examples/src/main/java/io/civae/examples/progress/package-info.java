/** How a training shows itself while it runs. */
@NullMarked
package io.civae.examples.progress;

import org.jspecify.annotations.NullMarked;
