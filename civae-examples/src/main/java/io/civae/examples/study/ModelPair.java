package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.evaluation.ClassPair;
import java.util.List;

/**
 * The two models that figures set beside each other, of the first seed.
 *
 * @param vae without the discriminator's term
 * @param ciVae with it
 * @param evaluation whose test images, pairs and judge both share
 */
record ModelPair(StudyModel vae, StudyModel ciVae, Evaluation evaluation) {

  /** Of the columns and rows of figures, VAE first as in the paper. */
  List<StudyModel> models() {
    return List.of(vae, ciVae);
  }

  List<String> names() {
    return models().stream().map(model -> model.spec().row().label()).toList();
  }

  /** The decoded straight walk of one model between the posterior means of a pair. */
  List<float[]> walk(StudyModel model, ClassPair pair, int points) {
    CiVaeModel walker = model.only();
    return List.of(
        walker.traverse(from(pair), to(pair), Traversal.linear(), points).observations());
  }

  float[] from(ClassPair pair) {
    return evaluation.data().test().observation(pair.from());
  }

  float[] to(ClassPair pair) {
    return evaluation.data().test().observation(pair.to());
  }

  /** What the judge sees at each point. */
  List<String> verdicts(List<float[]> points) {
    return List.of(evaluation.judge().judge().predict(points.toArray(new float[0][])));
  }

  /** The first pair of a class: drawn by the seed, not chosen. */
  ClassPair firstPair(String className) {
    return evaluation.pairs().ofClass(className).pairs().get(0);
  }
}
