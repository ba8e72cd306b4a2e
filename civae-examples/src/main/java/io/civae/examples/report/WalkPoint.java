package io.civae.examples.report;

import io.civae.examples.picture.Picture;

/**
 * One point of a walk as the page shows it.
 *
 * @param picture what was decoded there; small ones are enlarged by the page
 * @param verdict what the judge says of it, for instance {@code 3 (99.1 %)}
 * @param inClass whether the judge sees the intended class; other points are marked
 */
public record WalkPoint(Picture picture, String verdict, boolean inClass) {}
