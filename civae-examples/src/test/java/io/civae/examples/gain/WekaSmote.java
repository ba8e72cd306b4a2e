package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.supervised.instance.SMOTE;

/**
 * SMOTE (Chawla et al., 2002) as Weka has it, with five neighbours. A class of one member, which
 * Weka refuses, is duplicated.
 */
final class WekaSmote implements Balancer {

  private static final int NEIGHBOURS = 5;

  static {
    // Or Weka makes a folder in the user's home and looks there for plug-ins.
    Path folder = Path.of("target", "weka").toAbsolutePath();
    System.setProperty("WEKA_HOME", folder.toString());
    System.setProperty("weka.core.loadPackages", "false");
  }

  @Override
  public Maker on(LabeledDataset training, long seed) {
    Instances real = instances(training);
    return counts -> {
      Rows rows = new Rows();
      counts.byClass().forEach((name, count) -> make(training, real, name, count, seed, rows));
      return rows.like(training);
    };
  }

  private static void make(
      LabeledDataset training, Instances real, String name, int count, long seed, Rows rows) {
    float[][] members = Rows.members(training, name);
    if (members.length == 1) {
      for (int i = 0; i < count; i++) {
        rows.add(members[0].clone(), name);
      }
      return;
    }
    int number = training.classNames().indexOf(name) + 1;
    Instances all = oversampled(real, number, members.length, count, seed);
    if (all.numInstances() != real.numInstances() + count) {
      throw new IllegalStateException(
          "Weka made " + (all.numInstances() - real.numInstances()) + " rows, not " + count);
    }
    for (int i = real.numInstances(); i < all.numInstances(); i++) {
      rows.add(features(all.instance(i).toDoubleArray()), name);
    }
  }

  private static Instances oversampled(
      Instances real, int classNumber, int members, int count, long seed) {
    SMOTE smote = new SMOTE();
    try {
      smote.setClassValue(Integer.toString(classNumber));
      // Weka fails where a class has fewer others than that.
      smote.setNearestNeighbors(Math.min(NEIGHBOURS, members - 1));
      // Weka rounds the percentage down to whole rows: half a row more gives the count itself.
      smote.setPercentage(100.0 * (count + 0.5) / members);
      smote.setRandomSeed((int) seed);
      smote.setInputFormat(real);
      return Filter.useFilter(real, smote);
    } catch (Exception e) {
      // Weka declares no narrower one.
      throw new IllegalStateException("SMOTE failed on class " + classNumber, e);
    }
  }

  private static Instances instances(LabeledDataset data) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int f = 0; f < data.featureCount(); f++) {
      attributes.add(new Attribute("f" + f));
    }
    attributes.add(new Attribute("class", data.classNames()));
    Instances instances = new Instances("training", attributes, data.size());
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

  private static float[] features(double[] values) {
    float[] row = new float[values.length - 1];
    for (int f = 0; f < row.length; f++) {
      row[f] = (float) values[f];
    }
    return row;
  }
}
