package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.ClassWalks;
import java.util.ArrayList;
import java.util.List;

/**
 * What one model file serves: all images, or those of one class when it was told the class.
 *
 * @param model the model
 * @param training the real images it serves, of the training part
 * @param test likewise, of the test part
 * @param pairs whose ends it serves
 */
record ModelPart(CiVaeModel model, LabeledDataset training, LabeledDataset test, ClassWalks pairs) {

  /** Every part of a model, in the order of the classes. */
  static List<ModelPart> of(StudyModel model, StudyData data, ClassWalks pairs) {
    if (!model.isConditional()) {
      return List.of(new ModelPart(model.only(), data.training(), data.test(), pairs));
    }
    List<ModelPart> parts = new ArrayList<>();
    for (String name : data.test().classNames()) {
      parts.add(
          new ModelPart(
              model.of(name),
              data.training().select(data.training().indicesOf(name)),
              data.test().select(data.test().indicesOf(name)),
              pairs.ofClass(name)));
    }
    return parts;
  }

  List<ClassWalk> walks(int points) {
    return pairs.by(model, Traversal.linear(), points);
  }
}
