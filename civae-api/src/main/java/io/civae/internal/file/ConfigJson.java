package io.civae.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A configuration as JSON, setting by setting, under the builder's names. */
final class ConfigJson {

  private static final String WEIGHTING = "classWeighting";
  private static final String SAMPLING = "classSampling";

  /**
   * Younger than version 1 of the files, which are therefore without them, as are files of today
   * that do not use them: older readers take these, and refuse the others by the field's name.
   */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          WEIGHTING, ClassWeighting.Kind.NONE.name(), SAMPLING, ClassSampling.Kind.NATURAL.name());

  private static final Set<String> SETTINGS =
      Set.of(
          "latentDim",
          "hiddenLayers",
          "decoderLayers",
          "batchNormalization",
          "dropout",
          "discriminatorDropout",
          "sampling",
          "likelihood",
          "outputActivation",
          "scaling",
          "alpha",
          "beta",
          WEIGHTING,
          SAMPLING,
          "epochs",
          "batchSize",
          "learningRate",
          "weightDecay",
          "klWarmUp",
          "gradientClipping",
          "earlyStopping",
          "seed",
          "device",
          "learningRateSchedule",
          "learningRateStages");

  private ConfigJson() {}

  static JsonObject write(CiVaeConfig config) {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, Object> setting : config.settings().entrySet()) {
      if (!setting.getValue().equals(LEFT_OUT.get(setting.getKey()))) {
        json.add(setting.getKey(), element(setting.getValue()));
      }
    }
    return json;
  }

  private static JsonElement element(Object value) {
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(item -> array.add((Number) item));
      return array;
    }
    JsonObject holder = new JsonObject();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, number) -> holder.addProperty((String) name, (Number) number));
      return holder;
    }
    if (value instanceof Number number) {
      holder.addProperty("value", number);
    } else if (value instanceof Boolean bool) {
      holder.addProperty("value", bool);
    } else {
      holder.addProperty("value", value.toString());
    }
    return holder.get("value");
  }

  /** Passes every value through the builder, whose checks thus guard the file too. */
  static CiVaeConfig read(JsonObject json) {
    JsonFields fields = new JsonFields(json, "config");
    fields.checkNames(SETTINGS);
    return CiVae.builder()
        .latentDim(fields.integer("latentDim"))
        .hiddenLayers(fields.integers("hiddenLayers"))
        .decoderLayers(fields.integers("decoderLayers"))
        .batchNormalization(fields.constant("batchNormalization", BatchNormalization.class))
        .dropout(fields.number("dropout"))
        .discriminatorDropout(fields.number("discriminatorDropout"))
        .sampling(fields.bool("sampling"))
        .likelihood(fields.constant("likelihood", Likelihood.class))
        .outputActivation(fields.constant("outputActivation", OutputActivation.class))
        .scaling(fields.constant("scaling", Scaling.class))
        .alpha(fields.number("alpha"))
        .beta(fields.number("beta"))
        .classWeighting(weighting(fields))
        .epochs(fields.integer("epochs"))
        .batchSize(fields.integer("batchSize"))
        .classSampling(sampling(fields))
        .learningRate(fields.number("learningRate"))
        .learningRateSchedule(schedule(fields))
        .weightDecay(fields.number("weightDecay"))
        .klWarmUp(fields.number("klWarmUp"))
        .gradientClipping(fields.number("gradientClipping"))
        .earlyStopping(fields.integer("earlyStopping"))
        .seed(fields.longInteger("seed"))
        .device(fields.string("device"))
        .config();
  }

  private static ClassWeighting weighting(JsonFields fields) {
    if (!fields.has(WEIGHTING)) {
      return ClassWeighting.none();
    }
    ClassWeighting.Kind kind =
        fields.isObject(WEIGHTING)
            ? ClassWeighting.Kind.GIVEN
            : fields.constant(WEIGHTING, ClassWeighting.Kind.class);
    return switch (kind) {
      case NONE -> ClassWeighting.none();
      case BALANCED -> ClassWeighting.balanced();
      case GIVEN -> ClassWeighting.of(fields.object(WEIGHTING).numbersByName());
    };
  }

  private static ClassSampling sampling(JsonFields fields) {
    if (!fields.has(SAMPLING)) {
      return ClassSampling.natural();
    }
    ClassSampling.Kind kind =
        fields.isObject(SAMPLING)
            ? ClassSampling.Kind.GIVEN
            : fields.constant(SAMPLING, ClassSampling.Kind.class);
    return switch (kind) {
      case NATURAL -> ClassSampling.natural();
      case BALANCED -> ClassSampling.balanced();
      case GIVEN -> ClassSampling.of(fields.object(SAMPLING).numbersByName());
    };
  }

  private static LearningRateSchedule schedule(JsonFields fields) {
    return switch (fields.constant("learningRateSchedule", LearningRateSchedule.Kind.class)) {
      case CONSTANT -> LearningRateSchedule.constant();
      case ONE_CYCLE -> LearningRateSchedule.oneCycle();
      case STAGED -> LearningRateSchedule.staged(fields.numbers("learningRateStages"));
    };
  }
}
