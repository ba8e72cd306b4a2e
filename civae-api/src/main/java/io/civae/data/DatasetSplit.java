package io.civae.data;

/**
 * Three disjoint parts of one dataset; see {@link LabeledDataset#split(double, double, double,
 * long)}.
 *
 * @param training what the model learns from
 * @param validation what choices are made on: stopping, settings
 * @param test what the final figures are computed on
 */
public record DatasetSplit(
    LabeledDataset training, LabeledDataset validation, LabeledDataset test) {}
