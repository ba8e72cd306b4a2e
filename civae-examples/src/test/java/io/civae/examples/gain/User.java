package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.Learner;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A classifier of Tribuo that is trained on the rows. */
enum User {
  /** Multinomial, by AdaGrad. */
  LOGISTIC_REGRESSION("logistic regression") {
    @Override
    Trainer<Label> trainer(int rows, int features, long seed) {
      int epochs = Math.max(FEWEST_EPOCHS, ceilDiv(UPDATES, ceilDiv(rows, MINIBATCH)));
      return new LinearSGDTrainer(
          new LogMulticlass(),
          new AdaGrad(LEARNING_RATE),
          epochs,
          Integer.MAX_VALUE,
          MINIBATCH,
          seed);
    }
  },

  /** Of fully grown trees that try the root of the number of features at each split. */
  RANDOM_FOREST("random forest") {
    @Override
    Trainer<Label> trainer(int rows, int features, long seed) {
      float share = (float) (Math.sqrt(features) / features);
      CARTClassificationTrainer tree =
          new CARTClassificationTrainer(
              Integer.MAX_VALUE, 1f, 0f, share, false, new GiniIndex(), seed);
      return new RandomForestTrainer<>(
          tree, new VotingCombiner(), features > MANY_FEATURES ? FEW_TREES : TREES, seed);
    }
  };

  /** Held here: the logging system forgets levels of loggers that nobody holds. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  static {
    // It announces every tree.
    TRIBUO.setLevel(Level.WARNING);
  }

  private static final int FEWEST_EPOCHS = 5;
  private static final int UPDATES = 1_500;
  private static final int MINIBATCH = 16;
  private static final double LEARNING_RATE = 0.1;
  private static final int TREES = 50;
  private static final int FEW_TREES = 25;
  private static final int MANY_FEATURES = 100;

  private final String words;

  User(String words) {
    this.words = words;
  }

  abstract Trainer<Label> trainer(int rows, int features, long seed);

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Trains with a seed. */
  Learner learner(long seed) {
    return (training, observations) -> predictions(training, observations, seed);
  }

  private String[] predictions(LabeledDataset training, float[][] observations, long seed) {
    String[] names = training.featureNames().toArray(String[]::new);
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> rows =
        new MutableDataset<>(new SimpleDataSourceProvenance("training", factory), factory);
    for (int i = 0; i < training.size(); i++) {
      Label label = new Label(Objects.requireNonNull(training.label(i)));
      rows.add(new ArrayExample<>(label, names, doubles(training.observation(i))));
    }
    Model<Label> model = trainer(training.size(), names.length, seed).train(rows);
    String[] predicted = new String[observations.length];
    for (int i = 0; i < predicted.length; i++) {
      ArrayExample<Label> row =
          new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, doubles(observations[i]));
      predicted[i] = model.predict(row).getOutput().getLabel();
    }
    return predicted;
  }

  private static double[] doubles(float[] row) {
    double[] values = new double[row.length];
    for (int f = 0; f < row.length; f++) {
      values[f] = row[f];
    }
    return values;
  }

  @Override
  public String toString() {
    return words;
  }
}
