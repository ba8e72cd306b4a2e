package io.civae.internal.augment;

import io.civae.CiVaeModel;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import io.civae.internal.walk.EncodedClasses;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A model, a source and what was derived of its classes; shared by augmenters of all recipes. */
final class Workshop {

  private final CiVaeModel model;
  private final EncodedClasses classes;
  private final Map<String, ClassMaterial> materials = new ConcurrentHashMap<>();

  private Workshop(CiVaeModel model, EncodedClasses classes) {
    this.model = model;
    this.classes = classes;
  }

  static Workshop of(CiVaeModel model, LabeledDataset source) {
    return new Workshop(model, EncodedClasses.of(model, source, "source"));
  }

  LabeledDataset source() {
    return classes.data();
  }

  /** A closed model refuses every call, also one that could do without its network. */
  void checkOpen() {
    model.classNames();
  }

  Production production(String className, Recipe recipe, long stream, boolean audited) {
    ClassMaterial material =
        materials.computeIfAbsent(
            className, name -> new ClassMaterial(model, source(), name, classes.get(name)));
    SeededRandom random =
        SeededRandom.of(recipe.seed(), stream, model.classNames().indexOf(className));
    return new Production(
        new Drafting(material, recipe, random),
        new Judging(model, material, recipe.rejection(), audited),
        model.decoder(),
        recipe,
        material,
        recipe.constraints().over(source().featureNames()));
  }

  /** Candidates one by one, for as long as the model is open. */
  Stream<Candidate> endless(Production production) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                production, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(
            candidate -> {
              checkOpen(); // Some of those to come were made before it closed.
              return candidate;
            });
  }

  void make(Batch batch, String className, int count, Recipe recipe, long stream, boolean audited) {
    Production production = production(className, recipe, stream, audited);
    List<Candidate> made = new ArrayList<>();
    production.take(
        count,
        candidate -> {
          batch.add(className, candidate);
          if (audited) {
            made.add(candidate);
          }
        });
    List<SyntheticAudit> audits =
        audited ? Auditing.of(production.material(), made.size()).audit(made) : List.of();
    batch.note(audits, production.rejected());
  }
}
