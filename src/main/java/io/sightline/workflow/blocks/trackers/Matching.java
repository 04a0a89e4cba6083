package io.sightline.workflow.blocks.trackers;

import java.util.Arrays;

/**
 * One stage of a tracker: pairs tracks with detections by how much they overlap. The answer lies
 * here until the next stage.
 */
final class Matching {
  private static final int NONE = -1;

  private final Assignment assignment = new Assignment();
  private final HashOrder order = new HashOrder();
  private double[] overlaps = {};
  private double[] costs = {};
  private int[] columnOfRow = {};
  private boolean[] rowTaken = {};
  private boolean[] columnTaken = {};
  private int rows;
  private int columns;

  /** Fills the overlaps, which may then be changed one by one. */
  double[] measure(BoxArray tracks, BoxArray detections) {
    rows = tracks.size();
    columns = detections.size();
    if (overlaps.length < rows * columns) {
      overlaps = new double[rows * columns];
      costs = new double[rows * columns];
    }
    tracks.overlaps(detections, overlaps);
    return overlaps;
  }

  /**
   * Pairs so that the sum of the costs is least, a cost being 1 less the overlap times the weight
   * of its column; costs above the bound are all the same and make no pair.
   *
   * @param weights one for each column, null for 1
   */
  void leastCost(double[] weights, double bound) {
    double limit = weights == null ? (float) bound : bound;
    double beyond = weights == null ? (float) (bound + 1e-4) : bound + 1e-4;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float distance = 1f - (float) overlaps[i * columns + j];
        double cost = weights == null ? distance : 1 - (double) (1f - distance) * weights[j];
        costs[i * columns + j] = cost > limit ? beyond : cost;
      }
    }
    pair();
    for (int i = 0; i < rows; i++) {
      int j = columnOfRow[i];
      settle(i, j, j != NONE && costs[i * columns + j] <= limit);
    }
  }

  /**
   * Pairs so that the sum of the overlaps and their bonuses is greatest; overlaps below the bound
   * make no pair.
   *
   * @param bonuses one for each overlap, null for none
   */
  void greatestOverlap(float[] bonuses, double bound) {
    for (int k = 0; k < rows * columns; k++) {
      costs[k] = -(bonuses == null ? overlaps[k] : (float) overlaps[k] + bonuses[k]);
    }
    pair();
    for (int i = 0; i < rows; i++) {
      int j = columnOfRow[i];
      settle(i, j, j != NONE && (float) overlaps[i * columns + j] >= (float) bound);
    }
  }

  private void pair() {
    if (columnOfRow.length < rows) {
      columnOfRow = new int[2 * rows];
      rowTaken = new boolean[2 * rows];
    }
    if (columnTaken.length < columns) {
      columnTaken = new boolean[2 * columns];
    }
    Arrays.fill(rowTaken, 0, rows, false);
    Arrays.fill(columnTaken, 0, columns, false);
    if (rows == 0 || columns == 0) {
      Arrays.fill(columnOfRow, 0, rows, NONE);
    } else {
      System.arraycopy(assignment.solve(costs, rows, columns), 0, columnOfRow, 0, rows);
    }
  }

  private void settle(int row, int column, boolean good) {
    if (good) {
      rowTaken[row] = true;
      columnTaken[column] = true;
    } else {
      columnOfRow[row] = NONE;
    }
  }

  /** The detection of a track, -1 where it has none. */
  int columnOf(int row) {
    return columnOfRow[row];
  }

  /** True where no track has the detection. */
  boolean isFree(int column) {
    return !columnTaken[column];
  }

  /** The tracks without a detection, in the order of {@link HashOrder}. */
  void freeRows(Indices out) {
    order.left(rowTaken, rows, out);
  }

  /** The detections without a track, in the order of {@link HashOrder}. */
  void freeColumns(Indices out) {
    order.left(columnTaken, columns, out);
  }
}
