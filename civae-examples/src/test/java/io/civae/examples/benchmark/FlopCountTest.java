package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import org.junit.jupiter.api.Test;

class FlopCountTest {

  /**
   * By hand: encoder 3·5 + 5·4 + 4·(2+2) = 51 multiply-adds, decoder 2·4 + 4·5 + 5·3 = 43,
   * discriminator 2·2 = 4; first layer 3·5 = 15.
   */
  @Test
  void countsATinyNetworkAsByHand() {
    CiVaeConfig config = CiVae.builder().hiddenLayers(5, 4).latentDim(2).config();
    FlopCount flops = new FlopCount(3, config, 2);
    assertThat(flops.encodeRow()).isEqualTo(2 * 51);
    assertThat(flops.decodeRow()).isEqualTo(2 * 43);
    assertThat(flops.step(7)).isEqualTo(7 * 2 * (3 * (51 + 43 + 4) - 15));
  }

  @Test
  void countsANetworkWithoutHiddenLayers() {
    CiVaeConfig config = CiVae.builder().hiddenLayers().latentDim(2).config();
    FlopCount flops = new FlopCount(3, config, 2);
    assertThat(flops.step(1)).isEqualTo(2 * (3 * (3 * 4 + 2 * 3 + 2 * 2) - 3 * 4));
  }
}
