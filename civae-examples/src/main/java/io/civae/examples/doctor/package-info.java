/** What the machine offers a training: platform, engines, natives, devices, threads. */
@NullMarked
package io.civae.examples.doctor;

import org.jspecify.annotations.NullMarked;
