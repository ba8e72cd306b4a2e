package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

final class TribuoHowToTest extends HowToFixture {

  /** From Tribuo: a row for each example, a column for each feature; absent features are 0. */
  static LabeledDataset fromTribuo(MutableDataset<Label> examples) {
    ImmutableFeatureMap columns = examples.getFeatureIDMap();
    float[][] rows = new float[examples.size()][columns.size()];
    String[] labels = new String[examples.size()];
    for (int i = 0; i < labels.length; i++) {
      Example<Label> example = examples.getExample(i);
      labels[i] = example.getOutput().getLabel();
      for (Feature feature : example) {
        rows[i][columns.getID(feature.getName())] = (float) feature.getValue();
      }
    }
    return LabeledDataset.of(rows, labels)
        .withFeatureNames(
            IntStream.range(0, columns.size()).mapToObj(f -> columns.get(f).getName()).toList());
  }

  /** Brings every class to the size of the largest, by adding examples to the dataset itself. */
  static void balance(MutableDataset<Label> examples, CiVae ciVae) {
    LabeledDataset real = fromTribuo(examples);
    String[] names = real.featureNames().toArray(String[]::new);
    try (CiVaeModel model = ciVae.fit(real)) {
      LabeledDataset balanced = model.augmenter(real).forTables().balance();
      for (int i = real.size(); i < balanced.size(); i++) { // the real rows come first
        Label label = new Label(balanced.classNames().get(balanced.classIndex(i)));
        examples.add(new ArrayExample<>(label, names, doubles(balanced.observation(i))));
      }
    }
  }

  @Test
  void balancesBeforeATrainer() {
    MutableDataset<Label> training = examples(data);
    balance(training, CiVae.builder().latentDim(3).backend(new FakeBackend()).build());
    Model<Label> tree = new CARTClassificationTrainer(8).train(training);
    LabelEvaluation evaluation = new LabelEvaluator().evaluate(tree, examples(data));

    assertThat(counts(training)).isEqualTo(Map.of("0", 120L, "1", 120L, "2", 120L));
    assertThat(evaluation.accuracy()).isGreaterThan(0.6);
  }

  @Test
  void keepsEveryValueUnderItsName() {
    LabeledDataset back = fromTribuo(examples(data));
    for (int i = 0; i < data.size(); i++) {
      assertThat(back.label(i)).isEqualTo(data.label(i));
      for (int f = 0; f < data.featureCount(); f++) {
        int column = back.featureNames().indexOf(data.featureNames().get(f));
        assertThat(back.observation(i)[column]).isEqualTo(data.observation(i)[f]);
      }
    }
  }

  private static Map<String, Long> counts(MutableDataset<Label> examples) {
    return examples.getData().stream()
        .collect(
            Collectors.groupingBy(
                example -> example.getOutput().getLabel(), Collectors.counting()));
  }

  private static MutableDataset<Label> examples(LabeledDataset data) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
    String[] names = data.featureNames().toArray(String[]::new);
    for (int i = 0; i < data.size(); i++) {
      Label label = new Label(data.classNames().get(data.classIndex(i)));
      examples.add(new ArrayExample<>(label, names, doubles(data.observation(i))));
    }
    return examples;
  }

  private static double[] doubles(float[] row) {
    return IntStream.range(0, row.length).mapToDouble(f -> row[f]).toArray();
  }
}
