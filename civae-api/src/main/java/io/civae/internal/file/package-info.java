/** The model file: a safetensors archive with a JSON manifest and a checksum. */
@NullMarked
package io.civae.internal.file;

import org.jspecify.annotations.NullMarked;
