package io.civae.djl;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.civae.djl", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule ENGINES_ARE_CHOSEN_AT_RUN_TIME =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..");

  @ArchTest
  static final ArchRule INTERNALS_OF_THE_API_STAY_INTERNAL =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.civae.internal..");

  @ArchTest
  static final ArchRule LITTLE_IS_PUBLIC =
      classes()
          .that(
              not(
                  belongToAnyOf(
                      AugmentedDataset.class,
                      CiVaeBlock.class,
                      CiVaeLoss.class,
                      DjlBackend.class,
                      DjlBackendProvider.class,
                      EngineReport.class,
                      Engines.class,
                      LabeledDatasets.class)))
          .should()
          .notBePublic();
}
