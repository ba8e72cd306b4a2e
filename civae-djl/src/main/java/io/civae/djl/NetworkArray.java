package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** One parameter of a {@link ExplicitNetwork}: a vector of Java's, or a matrix for products. */
final class NetworkArray implements ParameterMemory {

  private final Parameter parameter;
  private final FloatBuffer values;
  private final FloatBuffer gradient;
  private final @Nullable EngineMatrix gradientMatrix;
  private final @Nullable EngineMatrix matrix;

  private NetworkArray(
      Parameter parameter, @Nullable EngineMatrix matrix, @Nullable EngineMatrix gradientMatrix) {
    this.parameter = parameter;
    this.matrix = matrix;
    this.gradientMatrix = gradientMatrix;
    float[] start = parameter.getArray().toFloatArray();
    values = matrix == null ? FloatBuffer.wrap(new float[start.length]) : matrix.values();
    gradient =
        gradientMatrix == null
            ? FloatBuffer.wrap(new float[start.length])
            : gradientMatrix.values();
    values.put(0, start, 0, start.length);
  }

  static NetworkArray vector(Parameter parameter) {
    return new NetworkArray(parameter, null, null);
  }

  static NetworkArray matrix(Parameter parameter, NDManager session) {
    NDArray array = parameter.getArray();
    int rows = Math.toIntExact(array.getShape().get(0));
    int columns = Math.toIntExact(array.getShape().get(1));
    return new NetworkArray(
        parameter,
        new EngineMatrix(session, rows, columns),
        new EngineMatrix(session, rows, columns));
  }

  Parameter parameter() {
    return parameter;
  }

  /** A vector's values themselves. */
  float[] vector() {
    return values.array();
  }

  /** A vector's gradient itself. */
  float[] vectorGradient() {
    return gradient.array();
  }

  EngineMatrix matrix() {
    return required(matrix);
  }

  EngineMatrix gradientMatrix() {
    return required(gradientMatrix);
  }

  private EngineMatrix required(@Nullable EngineMatrix found) {
    if (found == null) {
      throw new IllegalStateException("parameter " + parameter.getName() + " must be a matrix");
    }
    return found;
  }

  /** Hands the values to the parameter. */
  void publish() {
    float[] copy = new float[values.capacity()];
    values.get(0, copy, 0, copy.length);
    parameter.getArray().set(copy);
  }

  @Override
  public FloatBuffer values() {
    return values;
  }

  @Override
  public void takeGradient(NDManager scope) {
    if (gradientMatrix != null) {
      gradientMatrix.await();
    }
  }

  @Override
  public FloatBuffer gradient() {
    return gradient;
  }

  /** Every step writes all of it anew. */
  @Override
  public void clearGradient() {}
}
