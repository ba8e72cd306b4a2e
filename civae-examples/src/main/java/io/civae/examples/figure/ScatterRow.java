package io.civae.examples.figure;

import java.util.List;

/** A row of scatter plots that share their scale. */
record ScatterRow(String name, List<LabelledPoints> columns) {}
