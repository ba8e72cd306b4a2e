/** The command line: what can be typed, and how it ends. */
@NullMarked
package io.civae.examples.command;

import org.jspecify.annotations.NullMarked;
