package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkParametersTest {

  private static final Tensor ONE = Tensor.of(new float[] {1}, 1);
  private static final Tensor TWO = Tensor.of(new float[] {2}, 1);

  @Test
  void keepsNamesInTheOrderGiven() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", ONE);
    tensors.put("a", TWO);
    NetworkParameters parameters = NetworkParameters.of(tensors);
    tensors.put("c", ONE);
    assertThat(parameters.names()).containsExactly("b", "a");
    assertThat(parameters.contains("a")).isTrue();
    assertThat(parameters.contains("c")).isFalse();
    assertThat(parameters.get("a")).isSameAs(TWO);
  }

  @Test
  void comparesByContentWhateverTheOrder() {
    NetworkParameters one = NetworkParameters.of(Map.of("a", ONE, "b", TWO));
    Map<String, Tensor> reversed = new LinkedHashMap<>();
    reversed.put("b", TWO);
    reversed.put("a", Tensor.of(new float[] {1}, 1));
    assertThat(one)
        .isEqualTo(NetworkParameters.of(reversed))
        .hasSameHashCodeAs(NetworkParameters.of(reversed));
    assertThat(one).isNotEqualTo(NetworkParameters.of(Map.of("a", ONE)));
    assertThat(one).isNotEqualTo(NetworkParameters.of(Map.of("a", TWO, "b", ONE)));
    assertThat(one).isNotEqualTo("parameters");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> NetworkParameters.of(Map.of()).get("encoder.mean.bias"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter encoder.mean.bias is missing");
  }

  @Test
  void countsConsecutiveHiddenLayersOnly() {
    NetworkParameters parameters =
        NetworkParameters.of(
            Map.of(
                "encoder.hidden.0.weight", ONE,
                "encoder.hidden.1.weight", ONE,
                "encoder.hidden.3.weight", ONE,
                "decoder.hidden.1.weight", ONE));
    assertThat(parameters.hiddenLayers("encoder")).isEqualTo(2);
    assertThat(parameters.hiddenLayers("decoder")).isZero();
  }

  @Test
  void showsNamesAndShapesNotValues() {
    assertThat(NetworkParameters.of(Map.of("a", TWO)))
        .hasToString("NetworkParameters{a=Tensor[1]}");
  }
}
