package io.sightline.model;

import io.sightline.model.NanoDetDecoder.Grid;
import java.util.ArrayList;
import java.util.List;

/** Recognises NanoDet and PicoDet before suppression. */
final class NanoDetLayouts {
  private static final int SIDES = 4;

  /** Logits of a side, as both are mostly trained. */
  private static final int BINS = 8;

  private static final int MOST_BINS = 33;
  private static final int FIRST = 8;
  private static final int[] LASTS = {64, 32};
  private static final int OF_FOUR = 64;
  private static final float HALF = 0.5f;

  private NanoDetLayouts() {}

  /** One output for all grids, or two for each. */
  static Fit cells(Tensors t) {
    return t.outputs().size() == 1 ? joined(t) : apart(t);
  }

  /** Scores and logits behind each other, grid after grid. */
  private static Fit joined(Tensors t) {
    int place = t.only(3);
    if (place < 0) {
      return Fit.NONE;
    }
    int width = t.output(place).dimension(2);
    int bins = bins(width - t.names());
    bins = t.names() > 0 && bins > 0 ? bins : BINS;
    int classes = width - SIDES * bins;
    int last = last(t, t.output(place).dimension(1));
    // with 3 grids the same shape may be YOLOX's, so names must tell
    boolean told = last == OF_FOUR || t.names() == classes;
    if (last == 0 || classes < 1 || !told) {
      return Fit.NONE;
    }
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    List<Grid> grids = new ArrayList<>();
    int before = 0;
    for (int stride = FIRST; stride <= last; stride *= 2) {
      Rows rows = Rows.lines(place, width);
      grids.add(grid(t, stride, rows, rows, classes, before));
      before += grids.get(grids.size() - 1).cells();
    }
    // NanoDet-Plus, which alone gives four grids in one output, measures from the cell's corner
    return fit(grids, classes, bins, last == OF_FOUR ? 0 : HALF, Feeds.NANODET);
  }

  /** An output of scores and one of logits for each grid, in any order of the grids. */
  private static Fit apart(Tensors t) {
    int count = t.outputs().size() / 2;
    int last = FIRST << count - 1;
    boolean paired = t.outputs().size() == 2 * count && (last == LASTS[0] || last == LASTS[1]);
    if (!paired || t.outputs().stream().anyMatch(spec -> spec.rank() != 3)) {
      return Fit.NONE;
    }
    List<Grid> grids = new ArrayList<>();
    int classes = 0;
    int bins = 0;
    for (int stride = FIRST; stride <= last; stride *= 2) {
      List<Integer> places = ofGrid(t, stride);
      if (places.size() != 2) {
        return Fit.NONE;
      }
      int one = t.output(places.get(0)).width();
      int other = t.output(places.get(1)).width();
      boolean firstIsScores = isScores(t, one, other);
      int scores = places.get(firstIsScores ? 0 : 1);
      int sides = places.get(firstIsScores ? 1 : 0);
      classes = t.output(scores).width();
      bins = bins(t.output(sides).width());
      Rows rows = Rows.lines(scores, classes);
      grids.add(grid(t, stride, rows, Rows.lines(sides, SIDES * bins), 0, 0));
    }
    if (bins == 0 || !isEven(t, grids)) {
      return Fit.NONE;
    }
    return t.mayHave(classes)
        ? fit(grids, classes, bins, HALF, last == OF_FOUR ? Feeds.PADDLE : Feeds.NANODET)
        : Fit.otherClasses(t, classes);
  }

  /** Whether the first of two outputs is that of scores: by the names' number, else the usual. */
  private static boolean isScores(Tensors t, int one, int other) {
    if (t.names() > 0 && (one == t.names()) != (other == t.names())) {
      return one == t.names();
    }
    return other == SIDES * BINS || one != SIDES * BINS;
  }

  private static boolean isEven(Tensors t, List<Grid> grids) {
    return grids.stream()
        .allMatch(
            grid ->
                grid.scores().stride() == grids.get(0).scores().stride()
                    && t.output(grid.sides().output()).width() == grids.get(0).sides().stride());
  }

  private static List<Integer> ofGrid(Tensors t, int stride) {
    int cells = grid(t, stride, null, null, 0, 0).cells();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < t.outputs().size(); i++) {
      if (t.output(i).dimension(1) == cells) {
        places.add(i);
      }
    }
    return places;
  }

  private static Grid grid(
      Tensors t, int stride, Rows scores, Rows sides, int firstSide, int before) {
    int columns = NanoDetDecoder.columns(t.input().width(), stride);
    int cells = columns * NanoDetDecoder.columns(t.input().height(), stride);
    return new Grid(stride, columns, cells, scores, sides, firstSide, before);
  }

  /** Pixels of the largest cells, where grids up to there have so many in all; 0 for none. */
  private static int last(Tensors t, int cells) {
    for (int last : LASTS) {
      if (cells == NanoDetDecoder.cells(t.input(), last)) {
        return last;
      }
    }
    return 0;
  }

  /** Logits of each side where there are so many of all, 0 where that cannot be. */
  private static int bins(int all) {
    return all % SIDES == 0 && all > SIDES && all <= SIDES * MOST_BINS ? all / SIDES : 0;
  }

  private static Fit fit(
      List<Grid> grids, int classes, int bins, float middle, ModelConfig.NetworkInput feed) {
    List<Grid> all = List.copyOf(grids);
    return Fit.of(
        Layout.boxes(classes, () -> new NanoDetDecoder(all, classes, bins, middle), true)
            .fed(feed));
  }
}
