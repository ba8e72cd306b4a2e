package io.civae.internal.walk;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.walk.PopulationWalk;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks over a model's public parts, with or without reference observations. */
public final class ModelWalks implements Walks {

  private final CiVaeModel model;
  private final @Nullable EncodedClasses reference;
  private final @Nullable String agreed;

  private ModelWalks(
      CiVaeModel model, @Nullable EncodedClasses reference, @Nullable String agreed) {
    this.model = model;
    this.reference = reference;
    this.agreed = agreed;
  }

  /**
   * Walks of a model.
   *
   * @param model to walk in
   * @param reference real observations, or null
   * @return the walks
   */
  public static ModelWalks of(CiVaeModel model, @Nullable LabeledDataset reference) {
    EncodedClasses classes =
        reference == null ? null : EncodedClasses.of(model, reference, "reference");
    return new ModelWalks(model, classes, null);
  }

  @Override
  public float[] latentOf(float[] x) {
    return model.encoder().mean(x);
  }

  @Override
  public float[] classMean(String className) {
    float[][] mean = reference(className).get(className).mean();
    float[] centre = new float[mean[0].length];
    for (int j = 0; j < centre.length; j++) {
      double sum = 0;
      for (float[] z : mean) {
        sum += z[j];
      }
      centre[j] = (float) (sum / mean.length);
    }
    return centre;
  }

  @Override
  public TraversalPath walk(Traversal traversal, Spacing spacing, float[]... stops) {
    if (stops.length < 2) {
      throw new IllegalArgumentException("stops (" + stops.length + ") must be at least 2");
    }
    float[][] own = Arrays.stream(stops).map(float[]::clone).toArray(float[][]::new);
    checkLatents(own);
    if (agreed != null) {
      checkAgreement("stop", own, agreed);
    }
    Walker walker =
        new Walker(model.decoder(), model.classNames().isEmpty() ? null : model.discriminator());
    return walker.walk(traversal, spacing, own, agreed, reference);
  }

  private void checkLatents(float[][] stops) {
    int h = model.decoder().latentDim();
    for (int i = 0; i < stops.length; i++) {
      if (stops[i].length != h) {
        throw new IllegalArgumentException(
            "stops[" + i + "] has " + stops[i].length + " values; the model's latents have " + h);
      }
      for (int j = 0; j < h; j++) {
        if (!Float.isFinite(stops[i][j])) {
          throw new IllegalArgumentException(
              "stops[" + i + "][" + j + "] (" + stops[i][j] + ") must be finite");
        }
      }
    }
  }

  /** Refuses latents outside of a class; {@code what} speaks in the message. */
  private void checkAgreement(String what, float[][] latents, String className) {
    String[] predicted = model.discriminator().predict(latents);
    for (int i = 0; i < predicted.length; i++) {
      if (!predicted[i].equals(className)) {
        throw new IllegalArgumentException(
            what
                + " "
                + i
                + " is in class \""
                + predicted[i]
                + "\" by the discriminator; agreement with class \""
                + className
                + "\" is required");
      }
    }
  }

  @Override
  public Walks requireAgreement(String className) {
    if (!model.classNames().contains(className)) {
      throw new IllegalArgumentException(
          "class \"" + className + "\" is not among the model's classes " + model.classNames());
    }
    return new ModelWalks(model, reference, className);
  }

  @Override
  public Traversal holeAware(String className) {
    return HoleAwareTraversal.of(model, reference(className), className);
  }

  private EncodedClasses reference(String className) {
    model.classNames(); // A closed model refuses every call.
    if (reference == null) {
      throw new IllegalArgumentException(
          "class \""
              + className
              + "\" has no observation: these walks were made without a reference");
    }
    return reference;
  }

  @Override
  public Traversal geodesic() {
    return new GeodesicTraversal(model.decoder());
  }

  @Override
  public PopulationWalk population(FeatureMatrix from, FeatureMatrix to) {
    float[][] start = model.encoder().encode(from).mean();
    float[][] end = model.encoder().encode(to).mean();
    if (agreed != null) {
      checkAgreement("observation of the first group", start, agreed);
      checkAgreement("observation of the second group", end, agreed);
    }
    return StandardPopulationWalk.of(model, new Groups(start, end, FeatureSpread.of(from, to)));
  }
}
