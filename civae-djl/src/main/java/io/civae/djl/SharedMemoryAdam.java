package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Adam in one pass over memory that Java shares with the engine. PyTorch's own update makes some
 * ten passes over every array, which is a fifth of a training step.
 */
final class SharedMemoryAdam extends Adam {

  /** Values at a time: all that one block touches stays in a core's cache. */
  private static final int BLOCK = 1 << 14;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final float weightDecay;
  private final List<ParameterMemory> slots = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, List<Block>> blocksOf = new HashMap<>();

  SharedMemoryAdam(List<Parameter> parameters, double weightDecay, double clipping) {
    this(parameters, parameter -> new Slot(parameter.getArray()), weightDecay, clipping);
  }

  /** {@code memory} says where each parameter and its gradient are. */
  SharedMemoryAdam(
      List<Parameter> parameters,
      Function<Parameter, ParameterMemory> memory,
      double weightDecay,
      double clipping) {
    super(parameters, clipping);
    this.weightDecay = (float) weightDecay;
    for (Parameter parameter : parameters) {
      ParameterMemory slot = memory.apply(parameter);
      slots.add(slot);
      int size = Math.toIntExact(parameter.getArray().size());
      List<Block> own = new ArrayList<>();
      for (int from = 0; from < size; from += BLOCK) {
        own.add(new Block(slot, from, Math.min(BLOCK, size - from)));
      }
      blocksOf.put(parameter.getName(), own);
      blocks.addAll(own);
    }
  }

  @Override
  void takeGradients(NDManager scope) {
    slots.forEach(slot -> slot.takeGradient(scope));
  }

  @Override
  double squaredGradientNorm() {
    // Added up in the order of blocks: a parallel sum would depend on who comes first.
    double[] parts = blocks.parallelStream().mapToDouble(Block::squaredGradientNorm).toArray();
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  @Override
  void apply(float rate, float epsilon, float gradientScale) {
    // Blocks share nothing, so the result does not depend on who computes which.
    blocks.parallelStream()
        .forEach(block -> block.update(gradientScale, weightDecay, rate, epsilon));
    slots.forEach(ParameterMemory::clearGradient);
  }

  @Override
  float[] mean(Parameter parameter) {
    return joined(parameter, block -> block.mean);
  }

  @Override
  float[] variance(Parameter parameter) {
    return joined(parameter, block -> block.variance);
  }

  private float[] joined(Parameter parameter, Function<Block, float[]> part) {
    float[] whole = new float[Math.toIntExact(parameter.getArray().size())];
    for (Block block : blocks(parameter)) {
      System.arraycopy(part.apply(block), 0, whole, block.from, block.mean.length);
    }
    return whole;
  }

  @Override
  void set(Parameter parameter, float[] mean, float[] variance) {
    for (Block block : blocks(parameter)) {
      System.arraycopy(mean, block.from, block.mean, 0, block.mean.length);
      System.arraycopy(variance, block.from, block.variance, 0, block.variance.length);
    }
  }

  private List<Block> blocks(Parameter parameter) {
    return Objects.requireNonNull(blocksOf.get(parameter.getName()), "every parameter has some");
  }

  /** One parameter: its weights and gradient in the engine's memory. */
  private static final class Slot implements ParameterMemory {

    private final NDArray array;
    private final FloatBuffer weights;
    private NDArray gradient;
    private FloatBuffer gradients = FloatBuffer.allocate(0);

    Slot(NDArray array) {
      this.array = array;
      gradient = array;
      weights = SharedMemory.of(array);
    }

    @Override
    public FloatBuffer values() {
      return weights;
    }

    @Override
    public FloatBuffer gradient() {
      return gradients;
    }

    @Override
    public void takeGradient(NDManager scope) {
      gradient = array.getGradient();
      gradient.attach(scope);
      gradients = SharedMemory.of(gradient);
    }

    /** The next backward pass adds to what is there. */
    @Override
    public void clearGradient() {
      gradient.subi(gradient);
    }
  }

  /** A part of one parameter and its moments. */
  private static final class Block {

    private final ParameterMemory slot;
    private final int from;
    private final float[] mean;
    private final float[] variance;

    Block(ParameterMemory slot, int from, int size) {
      this.slot = slot;
      this.from = from;
      mean = new float[size];
      variance = new float[size];
    }

    double squaredGradientNorm() {
      Scratch scratch = SCRATCH.get();
      slot.gradient().get(from, scratch.gradients, 0, mean.length);
      return squaredNorm(scratch.gradients, mean.length);
    }

    void update(float gradientScale, float weightDecay, float rate, float epsilon) {
      Scratch scratch = SCRATCH.get();
      slot.values().get(from, scratch.weights, 0, mean.length);
      slot.gradient().get(from, scratch.gradients, 0, mean.length);
      step(
          scratch.weights,
          scratch.gradients,
          mean,
          variance,
          gradientScale,
          weightDecay,
          rate,
          epsilon);
      slot.values().put(from, scratch.weights, 0, mean.length);
    }

    /** A plain loop over arrays is what the JIT compiler turns into vector instructions. */
    private static void step(
        float[] w,
        float[] g,
        float[] m,
        float[] v,
        float gradientScale,
        float weightDecay,
        float rate,
        float epsilon) {
      for (int i = 0; i < m.length; i++) {
        float gradient = gradientScale * g[i] + weightDecay * w[i];
        float first = (float) BETA_1 * m[i] + (float) (1 - BETA_1) * gradient;
        float second = (float) BETA_2 * v[i] + (float) (1 - BETA_2) * gradient * gradient;
        m[i] = first;
        v[i] = second;
        w[i] -= rate * first / ((float) Math.sqrt(second) + epsilon);
      }
    }
  }

  /** Where one thread works on a block. */
  private static final class Scratch {
    private final float[] weights = new float[BLOCK];
    private final float[] gradients = new float[BLOCK];
  }
}
