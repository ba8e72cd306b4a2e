package io.civae.examples.singlecell.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.SmallCells;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SingleCellDesign;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model and the record of its preprocessing in one file. */
class PreprocessingInModelTest {

  private static final int VARIABLE = 20;
  private static final LabeledDataset TRAINING = counts(3);
  private static final LabeledDataset NEW = counts(4);

  @TempDir private Path folder;
  private final Preprocessing record;
  private final CiVaeModel model;

  private static LabeledDataset counts(long seed) {
    SingleCellDesign design =
        SingleCellDesign.builder()
            .cellTypes(2)
            .cellsPerType(40)
            .markersPerType(4)
            .risingGenes(5)
            .fallingGenes(5)
            .flatGenes(20)
            .build();
    return SyntheticDatasets.singleCells(design, seed).data();
  }

  /** A record of one gene, which takes logarithms. */
  private static String jsonOf(String gene) {
    return "{\"version\":1,\"logarithms\":true,\"steps\":[],\"genes\":[{\"id\":\""
        + gene
        + "\",\"name\":\""
        + gene
        + "\"}]}";
  }

  PreprocessingInModelTest() throws IOException {
    SmallCells cells = SmallCells.of(TRAINING.featureNames(), TRAINING.features().toArray());
    PreparedCells prepared = PreprocessingPlan.builder().variableGenes(VARIABLE).build().fit(cells);
    record = prepared.preprocessing();
    CiVae ciVae = CiVae.builder().latentDim(2).seed(5).backend(new FakeBackend()).build();
    model =
        ciVae.fit(
            TRAINING.withFeatures(prepared.features()).withFeatureNames(prepared.featureNames()));
  }

  private Path file() {
    return folder.resolve("cells.civae");
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  /** The new cells with their genes in the opposite order, as another file would have them. */
  private static SmallCells newCells() {
    List<String> genes = new ArrayList<>(NEW.featureNames());
    Collections.reverse(genes);
    float[][] rows = new float[NEW.size()][genes.size()];
    for (int cell = 0; cell < rows.length; cell++) {
      float[] row = NEW.observation(cell);
      for (int gene = 0; gene < row.length; gene++) {
        rows[cell][row.length - 1 - gene] = row[gene];
      }
    }
    return SmallCells.of(genes, rows);
  }

  private static double librarySize(int cell) {
    double sum = 0;
    for (float count : NEW.observation(cell)) {
      sum += count;
    }
    return sum;
  }

  private static float count(int cell, String gene) {
    return NEW.observation(cell)[NEW.featureNames().indexOf(gene)];
  }

  /** What the model was told, worked out by hand: log(1 + count · 10⁴ / library size). */
  private static float[][] byHand(List<String> genes) {
    float[][] rows = new float[NEW.size()][genes.size()];
    for (int cell = 0; cell < rows.length; cell++) {
      for (int gene = 0; gene < genes.size(); gene++) {
        rows[cell][gene] =
            (float) Math.log1p(count(cell, genes.get(gene)) * (10_000 / librarySize(cell)));
      }
    }
    return rows;
  }

  @Test
  void turnsNewCountsIntoTheSameLatentsByTheFileAlone() throws IOException {
    float[][] expected = model.encoder().encode(byHand(model.featureNames())).mean();
    record.saveWith(model, file());
    try (CiVaeModel loaded = CiVae.load(file())) {
      PreparedCells prepared = Preprocessing.of(loaded).apply(newCells());
      assertThat(prepared.features().columns()).isEqualTo(VARIABLE);
      assertThat(loaded.encoder().encode(prepared.features()).mean()).isDeepEqualTo(expected);
    }
  }

  @Test
  void goesBackToCountsByTheFileAlone() throws IOException {
    record.saveWith(model, file());
    try (CiVaeModel loaded = CiVae.load(file())) {
      Preprocessing read = Preprocessing.of(loaded);
      PreparedCells prepared = read.apply(newCells());
      for (int cell = 0; cell < NEW.size(); cell++) {
        float[] row = prepared.features().row(cell);
        for (int gene = 0; gene < row.length; gene++) {
          assertThat(read.inverse(row[gene], prepared.librarySizes()[cell]))
              .isCloseTo(count(cell, loaded.featureNames().get(gene)), within(1e-3));
        }
      }
    }
  }

  /** The code of docs/single-cell.md. */
  @Test
  void takesWhatIsDecodedToCounts() throws IOException {
    CellSource source = newCells();
    int cell = 7;
    int gene = 2;
    float decodedByHand = model.reconstruct(byHand(model.featureNames()))[cell][gene];
    record.saveWith(model, file());
    try (CiVaeModel loaded = CiVae.load(file())) {
      Preprocessing preprocessing = Preprocessing.of(loaded);
      PreparedCells prepared = preprocessing.apply(source);
      float[][] latents = loaded.encoder().encode(prepared.features()).mean();
      float[][] decoded = loaded.decoder().decode(latents);
      double count = preprocessing.inverse(decoded[cell][gene], prepared.librarySizes()[cell]);
      double expected = (Math.exp(decodedByHand) - 1) * librarySize(cell) / 10_000;
      assertThat(count).isCloseTo(expected, within(1e-9)).isNotZero();
    }
  }

  @Test
  void keepsTheRecordLetterByLetterBesideOtherMetadata() {
    model.save(file(), Map.of("lab.note", "plate 7"));
    try (CiVaeModel loaded = CiVae.load(file())) {
      record.saveWith(loaded, file());
    }
    try (CiVaeModel loaded = CiVae.load(file())) {
      assertThat(loaded.metadata())
          .isEqualTo(Map.of("lab.note", "plate 7", "singlecell.preprocessing", record.toJson()));
      assertThat(Preprocessing.of(loaded).toJson()).isEqualTo(record.toJson());
    }
  }

  private void assertNotRead(Map<String, String> metadata, String message) {
    model.save(file(), metadata);
    try (CiVaeModel loaded = CiVae.load(file())) {
      assertThatThrownBy(() -> Preprocessing.of(loaded))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void refusesModelsWithoutARecordOrWithThatOfAnother() {
    assertNotRead(
        Map.of("lab.note", ""),
        "the model has no record of its preprocessing: its metadata [lab.note] must have"
            + " singlecell.preprocessing");
    assertNotRead(
        Map.of(Preprocessing.METADATA_NAME, jsonOf("A")),
        "genes of the preprocessing (1) must be as many as the model's features (20)");
    String first = record.genes().id(0);
    assertNotRead(
        Map.of(Preprocessing.METADATA_NAME, record.toJson().replace("\"" + first + "\"", "\"Z\"")),
        "gene 0 of the preprocessing (Z) must be the model's feature " + first);
    assertThatThrownBy(() -> Preprocessing.fromJson(jsonOf("A")).saveWith(model, file()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("genes of the preprocessing (1)");
  }

  /** Whoever writes a model file can write any record: it is read or refused, nothing else. */
  @Test
  void refusesRecordsThatAreCutShortOrNested() {
    String json = record.toJson().strip();
    for (int length = 0; length < json.length(); length++) {
      String part = json.substring(0, length);
      assertThatThrownBy(() -> Preprocessing.fromJson(part))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String deep : List.of("[".repeat(100_000), "{\"genes\":".repeat(100_000))) {
      assertThatThrownBy(() -> Preprocessing.fromJson(deep))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
