package io.civae.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.civae.testkit", importOptions = DoNotIncludeTests.class)
class TestkitLawsTest {

  private static final String[] ENGINES = {"ai.djl..", "io.civae.djl..", "io.civae.examples.."};
  private static final String[] TEST_LIBRARIES = {"org.junit..", "org.assertj.."};

  /** The classes that are there for JUnit and AssertJ. */
  private static final String NEEDS_TEST_LIBRARIES =
      "io\\.civae\\.testkit\\.(\\w+(Contract|Assert|Assertions)|BackendContractFixture).*";

  @ArchTest
  static final ArchRule knowsNoEngine =
      noClasses().should().dependOnClassesThat().resideInAnyPackage(ENGINES);

  @ArchTest
  static final ArchRule reachesIntoNoOtherModule =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("io.civae.internal..");

  @ArchTest
  static final ArchRule datasetsAndFakeNeedNoTestLibrary =
      noClasses()
          .that()
          .haveNameNotMatching(NEEDS_TEST_LIBRARIES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TEST_LIBRARIES);

  @ArchTest
  static final ArchRule drawingNeedsNoAwt =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..");

  @ArchTest
  static final ArchRule onlyTheContractIsOpenForExtension =
      classes()
          .that()
          .arePublic()
          .and()
          .doNotHaveSimpleName("BackendContract")
          .and()
          .areTopLevelClasses()
          .should()
          .haveModifier(JavaModifier.FINAL);
}
