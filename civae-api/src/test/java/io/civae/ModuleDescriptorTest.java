package io.civae;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The module descriptor is compiled, not automatic, and opens no more doors than promised. */
class ModuleDescriptorTest {

  private static ModuleDescriptor descriptor() throws URISyntaxException {
    Path classes = Path.of(CiVae.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(classes).find("io.civae").orElseThrow().descriptor();
  }

  @Test
  void exportsFivePackagesToAllAndOneToEvaluation() throws URISyntaxException {
    ModuleDescriptor descriptor = descriptor();
    assertThat(descriptor.isAutomatic()).isFalse();
    assertThat(descriptor.isOpen()).isFalse();
    assertThat(descriptor.opens()).isEmpty();
    assertThat(descriptor.exports())
        .filteredOn(ModuleDescriptor.Exports::isQualified)
        .singleElement()
        .satisfies(
            exports -> {
              assertThat(exports.source()).isEqualTo("io.civae.internal.classifier");
              assertThat(exports.targets()).containsExactly("io.civae.evaluation");
            });
    assertThat(descriptor.exports())
        .filteredOn(exports -> !exports.isQualified())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            "io.civae", "io.civae.augment", "io.civae.data", "io.civae.spi", "io.civae.walk");
  }

  @Test
  void usesTheBackendServiceAndProvidesNone() throws URISyntaxException {
    assertThat(descriptor().uses()).containsExactly("io.civae.spi.BackendProvider");
    assertThat(descriptor().provides()).isEmpty();
  }

  @Test
  void requiresNothingThatKnowsAnEngine() throws URISyntaxException {
    assertThat(descriptor().requires())
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder(
            "java.base", "com.google.common", "com.google.gson", "org.slf4j", "org.jspecify");
  }

  @Test
  void hidesItsInternalRoomsFromOthers() {
    Module module = CiVae.class.getModule();
    assertThat(module.isNamed()).isTrue();
    assertThat(module.isExported("io.civae.internal.model")).isFalse();
  }
}
