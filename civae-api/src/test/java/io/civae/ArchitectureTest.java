package io.civae;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws of the house, checked on the compiled classes. */
class ArchitectureTest {

  private static final Set<String> EXPORTED =
      Set.of("io.civae", "io.civae.augment", "io.civae.data", "io.civae.spi", "io.civae.walk");

  private static JavaClasses house = new ClassFileImporter().importClasses(Set.of());

  @BeforeAll
  static void importClasses() throws URISyntaxException {
    house =
        new ClassFileImporter()
            .importPath(
                Path.of(CiVae.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  @Test
  void looksAtTheWholeHouse() {
    assertThat(house).hasSizeGreaterThan(70);
    assertThat(house.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .containsAll(EXPORTED)
        .contains("io.civae.internal.file", "io.civae.internal.network");
  }

  @Test
  void knowsNoEngine() {
    noClasses().should(dependOnClassesThat(resideInAnyPackage("ai.djl.."))).check(house);
  }

  @Test
  void keepsDataAndSpiFreeOfTheInside() {
    noClasses()
        .that()
        .resideInAnyPackage("io.civae.data", "io.civae.spi")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.civae.internal..")
        .check(house);
  }

  @Test
  void showsOnlyItsOwnTypesAndThoseOfTheJdk() {
    members()
        .that(areOpenToUsers())
        .should(
            mentionOnly(
                "io.civae",
                "io.civae.augment",
                "io.civae.data",
                "io.civae.spi",
                "io.civae.walk",
                "java.",
                "org.jspecify."))
        .check(house);
  }

  @Test
  void extendsNothingThatIsHidden() {
    classes()
        .that(describe("are open to users", ArchitectureTest::isOpen))
        .should(
            new ArchCondition<>("extend only what users can see") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                for (JavaClass parent : item.getAllRawSuperclasses()) {
                  report(item, parent, events);
                }
                for (JavaClass parent : item.getAllRawInterfaces()) {
                  report(item, parent, events);
                }
              }

              private void report(JavaClass item, JavaClass parent, ConditionEvents events) {
                boolean seen =
                    EXPORTED.contains(parent.getPackageName())
                        || parent.getPackageName().startsWith("java.");
                events.add(new SimpleConditionEvent(item, seen, item + " extends " + parent));
              }
            })
        .check(house);
  }

  @Test
  void readsFilesWithoutReachingForCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URL")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.google.gson.Gson")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.zip", "java.util.jar", "java.net", "java.rmi..", "javax.script")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .check(house);
  }

  @Test
  void printsNothing() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(house);
  }

  @Test
  void drawsNoRandomNumberOfAnyoneElse() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .check(house);
  }

  private static boolean isOpen(JavaClass type) {
    return EXPORTED.contains(type.getPackageName())
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static DescribedPredicate<JavaMember> areOpenToUsers() {
    return describe(
        "are open to users",
        member ->
            isOpen(member.getOwner())
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED)));
  }

  private static ArchCondition<JavaMember> mentionOnly(String... prefixes) {
    return new ArchCondition<>("mention only types users can see") {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        Set<JavaClass> types =
            member instanceof JavaCodeUnit unit
                ? unit.getAllInvolvedRawTypes()
                : ((JavaField) member).getAllInvolvedRawTypes();
        for (JavaClass type : types) {
          JavaClass base = type.getBaseComponentType();
          boolean seen = base.isPrimitive();
          for (String prefix : prefixes) {
            seen |=
                prefix.endsWith(".")
                    ? base.getName().startsWith(prefix)
                    : base.getPackageName().equals(prefix);
          }
          events.add(
              new SimpleConditionEvent(
                  member, seen, member.getFullName() + " mentions " + base.getName()));
        }
      }
    };
  }
}
