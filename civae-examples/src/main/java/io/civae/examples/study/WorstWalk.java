package io.civae.examples.study;

import io.civae.Traversal;
import io.civae.evaluation.ClassPair;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.ClassWalks;
import io.civae.evaluation.InClassShare;
import java.util.List;

/**
 * The walk of a model of whose interior points the judge puts the smallest share in class; among
 * equals the first drawn.
 *
 * @param pair its ends
 * @param share of its interior points in class
 * @param equals how many walks have that same share, itself included
 */
record WorstWalk(ClassPair pair, double share, int equals) {

  static WorstWalk of(StudyModel model, Evaluation evaluation) {
    ClassWalks pairs = evaluation.pairs();
    List<ClassWalk> walks = pairs.by(model.only(), Traversal.linear(), Evaluation.POINTS);
    double[] shares = InClassShare.shares(walks, evaluation.judge().judge());
    int worst = 0;
    int equals = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] < shares[worst]) {
        worst = i;
        equals = 0;
      }
      equals += shares[i] == shares[worst] ? 1 : 0;
    }
    return new WorstWalk(pairs.pairs().get(worst), shares[worst], equals);
  }
}
