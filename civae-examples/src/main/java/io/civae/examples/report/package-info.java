/** A study as one self-contained web page. */
@NullMarked
package io.civae.examples.report;

import org.jspecify.annotations.NullMarked;
