package io.civae.testkit.internal.digit;

import static io.civae.testkit.internal.digit.PenStroke.curve;
import static io.civae.testkit.internal.digit.PenStroke.lines;

import java.util.List;

/** The ways of writing each digit: pen strokes drawn for this library, several variants a digit. */
final class DigitGlyphs {

  private static final List<List<List<PenStroke>>> VARIANTS =
      List.of(zero(), one(), two(), three(), four(), five(), six(), seven(), eight(), nine());

  private DigitGlyphs() {}

  /** The variants of a digit, each a list of strokes. */
  static List<List<PenStroke>> variants(int digit) {
    return VARIANTS.get(digit);
  }

  private static List<List<PenStroke>> zero() {
    return List.of(
        // Closed, begun at the top.
        List.of(curve(.54, 0, .1, .24, .07, .74, .48, 1, .92, .76, .92, .25, .54, 0, .38, .04)),
        // Not quite closed.
        List.of(curve(.4, .03, .07, .34, .12, .8, .52, 1, .93, .7, .88, .22, .56, .02)),
        // With the pen's run-in at the upper right.
        List.of(curve(.82, .1, .48, .01, .08, .34, .12, .82, .54, 1, .94, .68, .86, .18, .5, .06)));
  }

  private static List<List<PenStroke>> one() {
    return List.of(
        List.of(curve(.52, 0, .5, .5, .5, 1)),
        // With a flag.
        List.of(lines(.2, .26, .56, 0, .55, 1)),
        // With a flag and a foot.
        List.of(lines(.24, .22, .54, 0, .52, 1), lines(.2, 1, .86, .99)));
  }

  private static List<List<PenStroke>> two() {
    return List.of(
        // With a sharp corner at the foot.
        List.of(
            curve(
                .06, .24, .2, .05, .52, .0, .85, .14, .84, .4, .5, .7, .04, 1, .04, 1, .5, .98, .96,
                .97)),
        // With a loop at the foot.
        List.of(
            curve(
                .06, .2, .26, .02, .62, .02, .86, .22, .74, .5, .4, .82, .14, .98, .04, .86, .2,
                .76, .5, .9, .74, .99, .98, .9)),
        // With a wavy foot.
        List.of(
            curve(
                .1, .14, .4, 0, .78, .08, .86, .32, .6, .62, .08, .96, .08, .96, .36, .88, .66, 1,
                .96, .94)));
  }

  private static List<List<PenStroke>> three() {
    return List.of(
        // Two bowls meeting in a corner.
        List.of(
            curve(
                .08, .12, .42, 0, .82, .12, .76, .36, .38, .47, .38, .47, .8, .58, .9, .82, .5, 1,
                .04, .88)),
        // With a flat top.
        List.of(
            curve(
                .08, .02, .48, .02, .88, .02, .88, .02, .4, .42, .4, .42, .82, .52, .92, .78, .54,
                1, .04, .9)),
        // With a small loop at the waist.
        List.of(
            curve(
                .1, .16, .4, 0, .8, .14, .7, .4, .44, .52, .4, .44, .62, .48, .9, .68, .78, .94, .4,
                1, .06, .84)));
  }

  private static List<List<PenStroke>> four() {
    return List.of(
        // Open, in two strokes.
        List.of(lines(.2, .02, .06, .56, .96, .54), curve(.76, .06, .74, .5, .7, 1)),
        // Closed, in one stroke and a leg.
        List.of(lines(.7, 0, .03, .66, .98, .66), curve(.71, 0, .7, .5, .68, 1)),
        // Open and round.
        List.of(
            curve(.14, .04, .06, .34, .16, .54, .5, .56, .86, .48), curve(.86, .02, .8, .5, .7, 1)),
        // Closed, leg drawn first up and over.
        List.of(
            curve(.84, .6, .3, .64, .06, .6, .06, .6, .4, .26, .72, 0, .72, 0, .7, .5, .64, 1)));
  }

  private static List<List<PenStroke>> five() {
    return List.of(
        // In one stroke from the upper right.
        List.of(
            curve(
                .88, .02, .54, .02, .22, .03, .22, .03, .16, .44, .16, .44, .5, .36, .86, .54, .84,
                .86, .46, 1, .04, .9)),
        // With the bar added last.
        List.of(
            curve(.24, .02, .16, .44, .16, .44, .58, .38, .92, .62, .76, .94, .38, 1, .03, .9),
            lines(.24, .03, .94, 0)),
        // Smooth, like an S.
        List.of(
            curve(
                .9, .04, .5, .02, .22, .12, .16, .38, .4, .46, .74, .54, .9, .76, .64, .98, .3, 1,
                .05, .88)));
  }

  private static List<List<PenStroke>> six() {
    return List.of(
        // A long curve into the bowl.
        List.of(
            curve(
                .74, .0, .32, .24, .06, .66, .2, .95, .54, 1, .88, .82, .78, .58, .44, .54, .12,
                .74)),
        // A straight back.
        List.of(
            curve(
                .56, 0, .3, .3, .08, .62, .1, .88, .44, 1, .84, .9, .88, .66, .58, .54, .24, .66,
                .12, .8)),
        // A hook at the top and a small bowl.
        List.of(
            curve(
                .86, .1, .62, .0, .26, .22, .06, .6, .16, .94, .5, 1, .76, .86, .7, .66, .42, .6,
                .14, .74)));
  }

  private static List<List<PenStroke>> seven() {
    return List.of(
        List.of(curve(.05, .04, .5, .03, .94, .03, .94, .03, .62, .46, .4, 1)),
        // With a bar.
        List.of(
            curve(.05, .03, .5, .04, .95, .02, .95, .02, .62, .46, .36, 1),
            lines(.26, .52, .86, .48)),
        // With a hook at the upper left.
        List.of(curve(.06, .2, .1, .04, .1, .04, .5, .06, .92, .03, .92, .03, .66, .4, .52, 1)));
  }

  private static List<List<PenStroke>> eight() {
    return List.of(
        // One stroke that crosses itself.
        List.of(
            curve(
                .84, .14, .5, 0, .16, .16, .3, .4, .66, .58, .88, .8, .54, 1, .12, .84, .32, .58,
                .68, .4, .86, .18, .74, .06)),
        // Two rings.
        List.of(
            curve(.5, .0, .18, .1, .2, .36, .5, .46, .8, .36, .82, .1, .5, .0),
            curve(.5, .46, .12, .58, .1, .88, .5, 1, .9, .88, .88, .58, .5, .46)),
        // Begun in the middle.
        List.of(
            curve(
                .46, .46, .14, .24, .4, .0, .8, .1, .76, .34, .42, .52, .08, .78, .36, 1, .8, .9,
                .8, .64, .44, .46)));
  }

  private static List<List<PenStroke>> nine() {
    return List.of(
        // A straight leg.
        List.of(
            curve(
                .84, .16, .5, 0, .12, .2, .18, .48, .54, .52, .84, .26, .86, .1, .86, .1, .8, .55,
                .72, 1)),
        // A leg that curls back.
        List.of(
            curve(
                .86, .2, .54, .02, .14, .2, .2, .5, .58, .5, .86, .2, .88, .5, .76, .86, .44, 1,
                .12, .9)),
        // Begun with the ring, leaning leg.
        List.of(
            curve(
                .76, .04, .36, .04, .1, .3, .34, .54, .74, .42, .86, .06, .8, .4, .62, .74, .44,
                1)));
  }
}
