package io.civae.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import weka.classifiers.bayes.NaiveBayes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

final class WekaHowToTest {

  static {
    // Or Weka makes a folder in the user's home.
    System.setProperty("WEKA_HOME", "target/weka");
    System.setProperty("weka.core.loadPackages", "false");
  }

  /** From Weka: numeric attributes before the class, which is the last attribute and nominal. */
  static LabeledDataset fromWeka(Instances instances) {
    float[][] rows = new float[instances.numInstances()][instances.numAttributes() - 1];
    String[] labels = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Instance instance = instances.instance(i);
      for (int f = 0; f < rows[i].length; f++) {
        rows[i][f] = (float) instance.value(f);
      }
      labels[i] = instance.stringValue(instances.classIndex());
    }
    return LabeledDataset.of(rows, labels);
  }

  /** Brings every class to the size of the largest, by adding instances at the end. */
  static void balance(Instances instances, CiVae ciVae) {
    LabeledDataset real = fromWeka(instances);
    try (CiVaeModel model = ciVae.fit(real)) {
      LabeledDataset balanced = model.augmenter(real).forTables().balance();
      for (int i = real.size(); i < balanced.size(); i++) { // the real rows come first
        Instance instance = new DenseInstance(instances.numAttributes());
        instance.setDataset(instances);
        float[] row = balanced.observation(i);
        for (int f = 0; f < row.length; f++) {
          instance.setValue(f, row[f]);
        }
        instance.setClassValue(balanced.classNames().get(balanced.classIndex(i)));
        instances.add(instance);
      }
    }
  }

  @Test
  void balancesBeforeAClassifier() throws Exception {
    LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {120, 50, 15}, 3);
    Instances training = instances(data);

    balance(training, CiVae.builder().latentDim(3).backend(new FakeBackend()).build());
    NaiveBayes classifier = new NaiveBayes();
    classifier.buildClassifier(training);

    assertThat(training.attributeStats(training.classIndex()).nominalCounts)
        .containsExactly(120, 120, 120);
    long right = instances(data).stream().filter(row -> isRight(classifier, row)).count();
    assertThat(right).isGreaterThan(data.size() / 2);
    assertThat(fromWeka(instances(data)).features().toArray())
        .isDeepEqualTo(data.features().toArray());
  }

  private static boolean isRight(NaiveBayes classifier, Instance row) {
    try {
      return classifier.classifyInstance(row) == row.classValue();
    } catch (Exception e) {
      // Weka declares no narrower one.
      throw new AssertionError(e);
    }
  }

  private static Instances instances(LabeledDataset data) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    data.featureNames().forEach(name -> attributes.add(new Attribute(name)));
    attributes.add(new Attribute("class", data.classNames()));
    Instances instances = new Instances("table", attributes, data.size());
    instances.setClassIndex(data.featureCount());
    for (int i = 0; i < data.size(); i++) {
      double[] values = new double[data.featureCount() + 1];
      float[] row = data.observation(i);
      for (int f = 0; f < row.length; f++) {
        values[f] = row[f];
      }
      values[row.length] = data.classIndex(i);
      instances.add(new DenseInstance(1, values));
    }
    return instances;
  }
}
