package io.civae.examples.figure;

import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Picture;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The terms of the loss over the epochs: a column for each model, a row for each term, a line for
 * training and one for validation. The plots of a row have one scale, logarithmic where values
 * spread over more than a factor of ten.
 */
public final class LossCurves {

  private static final int TRAINING_COLOR = 0x0072B2;
  private static final int VALIDATION_COLOR = 0xD55E00;
  private static final int SCALE = Plot.TEXT_SCALE;
  private static final int ACROSS = 420;

  /** For the longest legend. */
  private static final int MIN_WIDTH = 1120;

  private static final int DOWN = 170;
  private static final int LEFT = 120;
  private static final int GAP = 90;
  private static final int ROW_GAP = 44;
  private static final int NAMES = 34;
  private static final int LEGEND = 34;
  private static final int BELOW = 64;

  private LossCurves() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param models from left to right, at least one
   * @return the picture
   * @throws IllegalArgumentException if there is no model, one has no epochs, or a term is not
   *     finite
   */
  public static Picture draw(String caption, List<String> explanation, List<NamedHistory> models) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models (0) must be at least 1");
    }
    models.forEach(LossCurves::check);
    Heading heading = new Heading(caption, explanation);
    int plotsWidth = LEFT + models.size() * (ACROSS + GAP) - GAP + 2 * Heading.MARGIN;
    int plotsTop = heading.height() + LEGEND + NAMES;
    int rowHeight = DOWN + ROW_GAP;
    int plotsHeight = LossTerm.ALL.size() * rowHeight - ROW_GAP;
    Canvas canvas =
        new Canvas(
            Math.max(MIN_WIDTH, Math.max(heading.width(), plotsWidth)),
            plotsTop + plotsHeight + BELOW);
    heading.draw(canvas);
    legend(canvas, heading.height(), models);
    for (int column = 0; column < models.size(); column++) {
      NamedHistory model = models.get(column);
      int left = LEFT + column * (ACROSS + GAP);
      double middle = left + ACROSS / 2.0;
      Lettering.centred(canvas, model.name(), middle, plotsTop - NAMES + 4, SCALE, Ink.BLACK);
      Lettering.centred(canvas, "epoch", middle, plotsTop + plotsHeight + 34, SCALE, Ink.GREY);
      int top = plotsTop;
      for (LossTerm term : LossTerm.ALL) {
        Span epochs = epochs(models);
        Plot plot = new Plot(canvas, left, top, ACROSS, DOWN, epochs, span(models, term));
        plot.axes();
        curve(plot, model, term, epoch -> Optional.of(epoch.training()), TRAINING_COLOR);
        curve(plot, model, term, EpochMetrics::validation, VALIDATION_COLOR);
        if (column == 0) {
          Lettering.upwardsCentred(
              canvas, term.title(), Heading.MARGIN, top + DOWN / 2.0, SCALE, Ink.BLACK);
        }
        top += rowHeight;
      }
    }
    return canvas.picture();
  }

  private static void check(NamedHistory model) {
    if (model.history().epochs().isEmpty()) {
      throw new IllegalArgumentException("model " + model.name() + " has no epochs");
    }
    for (LossTerm term : LossTerm.ALL) {
      values(model, term)
          .filter(value -> !Double.isFinite(value))
          .findFirst()
          .ifPresent(
              value -> {
                throw new IllegalArgumentException(
                    "model %s: %s (%s) must be finite"
                        .formatted(model.name(), term.title(), value));
              });
    }
  }

  private static DoubleStream values(NamedHistory model, LossTerm term) {
    return model.history().epochs().stream()
        .flatMap(epoch -> Stream.concat(Stream.of(epoch.training()), epoch.validation().stream()))
        .mapToDouble(term::of);
  }

  private static Span span(List<NamedHistory> models, LossTerm term) {
    double low = models.stream().flatMapToDouble(m -> values(m, term)).min().orElseThrow();
    double high = models.stream().flatMapToDouble(m -> values(m, term)).max().orElseThrow();
    return Span.ofLosses(low, high);
  }

  private static Span epochs(List<NamedHistory> models) {
    int last = models.stream().mapToInt(model -> model.history().last().epoch()).max().orElse(1);
    return new Span(0, Math.max(1, last), false);
  }

  private static void legend(Canvas canvas, int top, List<NamedHistory> models) {
    int middle = top + Canvas.capHeight(SCALE) / 2;
    int left = LEFT;
    canvas.line(left, middle, left + 30, middle, 3, TRAINING_COLOR);
    canvas.text("training", left + 40, top, SCALE, Ink.BLACK);
    left += 60 + Canvas.textWidth("training", SCALE);
    canvas.line(left, middle, left + 30, middle, 3, VALIDATION_COLOR);
    canvas.text("validation", left + 40, top, SCALE, Ink.BLACK);
    left += 70 + Canvas.textWidth("validation", SCALE);
    canvas.text(logarithmic(models), left, top, SCALE, Ink.GREY);
  }

  private static String logarithmic(List<NamedHistory> models) {
    String terms =
        LossTerm.ALL.stream()
            .filter(term -> span(models, term).logarithmic())
            .map(LossTerm::title)
            .collect(Collectors.joining(", "));
    return terms.isEmpty() ? "" : "log scale: " + terms;
  }

  private static void curve(
      Plot plot,
      NamedHistory model,
      LossTerm term,
      Function<EpochMetrics, Optional<LossTerms>> side,
      int color) {
    double fromX = Double.NaN;
    double fromY = Double.NaN;
    for (EpochMetrics epoch : model.history().epochs()) {
      Optional<LossTerms> terms = side.apply(epoch);
      if (terms.isPresent()) {
        double x = plot.px(epoch.epoch());
        double y = plot.py(term.of(terms.get()));
        // The first epoch has no line to it: a dot, in case it is the only one.
        plot.canvas()
            .line(Double.isNaN(fromX) ? x : fromX, Double.isNaN(fromY) ? y : fromY, x, y, 3, color);
        fromX = x;
        fromY = y;
      }
    }
  }
}
