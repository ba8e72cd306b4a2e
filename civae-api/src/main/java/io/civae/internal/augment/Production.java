package io.civae.internal.augment;

import io.civae.Decoder;
import io.civae.augment.Rejection;
import io.civae.augment.RejectionReason;
import io.civae.augment.TooFewAcceptedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Makes synthetic observations of one class without end, batch by batch. Which observations come
 * does not depend on how many are asked for. Not thread-safe.
 */
final class Production implements Iterator<Candidate> {

  /** Calls of fewer rows run in plain Java, where a row gives the same bits in any company. */
  private static final int SMALL_BATCH = 255;

  /** From here on batches have one size, so that an engine gives the same bits again too. */
  static final int LARGE_BATCH = 1_024;

  /** What is accepted on trust before the share of candidates that pass is looked at. */
  private static final int HEAD_START = 50;

  private final Drafting drafting;
  private final Judging judging;
  private final Decoder decoder;
  private final Recipe recipe;
  private final ClassMaterial material;
  private final ToIntFunction<float[]> constraints;
  private final Deque<Candidate> waiting = new ArrayDeque<>();
  private final Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);

  /** Empty while there is no end to what is wanted. */
  private OptionalInt asked = OptionalInt.empty();

  /** For who asks one by one; drawing touches nothing that examining does. */
  private final Ahead<List<Candidate>> batches = new Ahead<>(() -> draw(SMALL_BATCH));

  private long drawn;
  private long examined;
  private long accepted;

  Production(
      Drafting drafting,
      Judging judging,
      Decoder decoder,
      Recipe recipe,
      ClassMaterial material,
      ToIntFunction<float[]> constraints) {
    this.drafting = drafting;
    this.judging = judging;
    this.decoder = decoder;
    this.recipe = recipe;
    this.material = material;
    this.constraints = constraints;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Candidate next() {
    return next(batches::next);
  }

  /** Gives away the next so many, and makes no more than these need. */
  void take(int count, Consumer<Candidate> taker) {
    asked = OptionalInt.of(count);
    for (int i = 0; i < count; i++) {
      int wanted = count - i;
      taker.accept(next(() -> draw(wanted)));
    }
  }

  ClassMaterial material() {
    return material;
  }

  /** For each reason that occurred so far. */
  Map<RejectionReason, Integer> rejected() {
    return rejected;
  }

  private Candidate next(Supplier<List<Candidate>> source) {
    while (true) {
      checkShare();
      if (waiting.isEmpty()) {
        waiting.addAll(source.get());
      }
      Candidate candidate = waiting.remove();
      examined++;
      RejectionReason reason = candidate.reason();
      if (reason == null) {
        accepted++;
        return candidate;
      }
      rejected.merge(reason, 1, Integer::sum);
    }
  }

  private List<Candidate> draw(int wanted) {
    int size =
        drawn < LARGE_BATCH
            ? (int) Math.min(Math.min(wanted, SMALL_BATCH), LARGE_BATCH - drawn)
            : LARGE_BATCH;
    List<Draft> drafts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      drafts.add(drafting.next());
    }
    drawn += size;
    List<Candidate> candidates = judging.judge(drafts);
    decode(candidates.stream().filter(candidate -> candidate.reason() == null).toList());
    return candidates;
  }

  private void decode(List<Candidate> kept) {
    if (kept.isEmpty()) {
      return;
    }
    int h = decoder.latentDim();
    float[] latents = new float[kept.size() * h];
    for (int i = 0; i < kept.size(); i++) {
      System.arraycopy(kept.get(i).draft().latent(), 0, latents, i * h, h);
    }
    float[] row = new float[decoder.featureCount()];
    float[] block = new float[kept.size() * row.length];
    decoder.decodeInto(latents, block);
    for (int i = 0; i < kept.size(); i++) {
      System.arraycopy(block, i * row.length, row, 0, row.length);
      if (recipe.residuals()) {
        addResiduals(row, kept.get(i).draft());
      }
      int changed = constraints.applyAsInt(row);
      System.arraycopy(row, 0, block, i * row.length, row.length);
      kept.get(i).decoded(block, i * row.length, row.length, changed);
    }
  }

  private void addResiduals(float[] x, Draft draft) {
    float[] first = material.residuals()[draft.first()];
    float[] second = material.residuals()[draft.second()];
    float[] from = material.observations()[draft.first()];
    float[] to = material.observations()[draft.second()];
    // A member that is alone is both ends: there all values agree, and nothing but copies came.
    boolean pair = draft.first() != draft.second();
    for (int f = 0; f < x.length; f++) {
      // A value that is almost that of both would tell trees that nobody measured it.
      x[f] =
          pair && from[f] == to[f]
              ? from[f]
              : (float) (x[f] + (1 - draft.t()) * first[f] + draft.t() * second[f]);
    }
  }

  private void checkShare() {
    Rejection rejection = recipe.rejection();
    if (rejection.isActive() && examined >= rejection.limit() * (accepted + HEAD_START)) {
      throw new TooFewAcceptedException(
          material.className(), asked, accepted, examined, rejected, rejection.limit());
    }
  }
}
