package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose parts are sound but do not fit together. */
class UnfittingModelTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  @TempDir private Path folder;

  private String refusal(CraftedFile crafted) throws IOException {
    return LoadAttempt.refusal(folder.resolve("unfitting.civae"), crafted.bytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"hiddenLayers\":[5,4] | \"hiddenLayers\":[5,5] | config.hiddenLayers ([5, 5])",
        "\"hiddenLayers\":[5,4] | \"hiddenLayers\":[5] | the widths of the parameters, [5, 4]",
        "\"hiddenLayers\":[5,4] | \"hiddenLayers\":[] | config.hiddenLayers ([])",
        "\"decoderLayers\":[4,5] | \"decoderLayers\":[5,4] | config.decoderLayers ([5, 4])",
        "\"BEFORE_ACTIVATION\" | \"NONE\" | config.batchNormalization (NONE)"
      })
  void refusesLayersThatAreNotThoseOfTheSettings(String old, String other, String problem)
      throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest(old, other))).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "config"})
  void refusesFieldsItDoesNotKnow(String place) throws IOException {
    JsonObject manifest = WHOLE.manifest();
    JsonObject target = place.equals("manifest") ? manifest : manifest.getAsJsonObject(place);
    target.addProperty("temperature", 3);
    assertThat(refusal(WHOLE.withManifest(old -> manifest.toString())))
        .contains(place + ".temperature is not a field that this version knows");
  }

  private static int offset(String tensor) {
    String header = WHOLE.header();
    int at = header.indexOf("\"data_offsets\":[", header.indexOf("\"" + tensor + "\""));
    String digits = header.substring(at + 16).split(",", 2)[0];
    return Integer.parseInt(digits);
  }

  /** A normalisation that multiplies by 316, in front of another value. */
  private static CraftedFile with(String norm, String part, float value) {
    byte[] data = WHOLE.data();
    ByteBuffer.wrap(data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(offset(norm + ".variance"), 0)
        .putFloat(offset(norm + part), value);
    return WHOLE.withData(data);
  }

  @Test
  void refusesWeightsThatOverflowBehindBatchNormalisation() throws IOException {
    assertThat(refusal(with("encoder.hidden.0.norm", ".scale", Float.MAX_VALUE)))
        .contains("with batch normalisation folded in) must be finite");
    assertThat(refusal(with("decoder.hidden.1.norm", ".mean", -Float.MAX_VALUE)))
        .contains("parameter decoder.hidden.1.bias (Infinity");
  }

  @Test
  void refusesVerificationRowsThatAreNotWhole() throws IOException {
    byte[] data = WHOLE.data();
    String header = WHOLE.header().trim();
    int from = header.indexOf("\"verification.logits\"");
    int to = header.indexOf("\"file.sha256\"");
    int cut = data.length - offset("verification.logits");
    int end = data.length - cut;
    String without =
        header.substring(0, from)
            + header
                .substring(to)
                .replace(
                    "[" + data.length + "," + (data.length + 32) + "]",
                    "[" + end + "," + (end + 32) + "]");
    assertThat(refusal(WHOLE.withHeader(old -> without).withData(Arrays.copyOf(data, end))))
        .contains("tensor verification.logits is missing");
    assertThat(
            refusal(
                WHOLE.withHeader(
                    old -> old.replace("\"verification.mean\"", "\"verification.means\""))))
        .contains("verification.means");
    assertThat(
            refusal(
                WHOLE.withHeader(
                    old ->
                        old.replace(
                            "\"verification.mean\":{\"dtype\":\"F32\",\"shape\":[4,2]",
                            "\"verification.mean\":{\"dtype\":\"F32\",\"shape\":[2,4]"))))
        .contains("tensor verification.mean has shape [2, 4]; expected [4, 2]");
  }
}
