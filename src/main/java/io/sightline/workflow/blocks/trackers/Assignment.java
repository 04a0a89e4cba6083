package io.sightline.workflow.blocks.trackers;

import java.util.Arrays;

/**
 * Pairs rows with columns so that the sum of the costs is least: shortest augmenting paths after
 * Jonker and Volgenant as described by <a href="https://doi.org/10.1109/TAES.2016.140952">Crouse
 * (2016)</a>. Where several pairings cost the same, the one that scipy finds is found: the smaller
 * side is augmented row by row, the columns are looked at from the last to the first, and of
 * equally near columns a free one is taken.
 */
final class Assignment {
  private static final int NONE = -1;

  private double[] turned = {};
  private double[] rowPrice = {};
  private double[] columnPrice = {};
  private double[] distance = {};
  private int[] from = {};
  private int[] columnOfRow = {};
  private int[] rowOfColumn = {};
  private int[] left = {};
  private boolean[] rowSeen = {};
  private boolean[] columnSeen = {};
  private double reached;

  /**
   * @param cost finite numbers, row by row
   * @return the column of each row, -1 where it has none; valid until the next call
   */
  int[] solve(double[] cost, int rows, int columns) {
    if (columns >= rows) {
      solveWide(cost, rows, columns);
      return columnOfRow;
    }
    if (turned.length < rows * columns) {
      turned = new double[rows * columns];
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = cost[i * columns + j];
      }
    }
    solveWide(turned, columns, rows);
    return rowOfColumn;
  }

  private void solveWide(double[] cost, int rows, int columns) {
    reserve(columns);
    Arrays.fill(rowPrice, 0, rows, 0);
    Arrays.fill(columnPrice, 0, columns, 0);
    Arrays.fill(columnOfRow, 0, columns, NONE);
    Arrays.fill(rowOfColumn, 0, columns, NONE);
    for (int row = 0; row < rows; row++) {
      int sink = nearestFree(cost, columns, row);
      if (sink == NONE) {
        return;
      }
      adjustPrices(row, rows, columns);
      augment(row, sink);
    }
  }

  private void reserve(int size) {
    if (distance.length < size) {
      int capacity = Math.max(size, 2 * distance.length);
      rowPrice = new double[capacity];
      columnPrice = new double[capacity];
      distance = new double[capacity];
      from = new int[capacity];
      columnOfRow = new int[capacity];
      rowOfColumn = new int[capacity];
      left = new int[capacity];
      rowSeen = new boolean[capacity];
      columnSeen = new boolean[capacity];
    }
  }

  /** The nearest column without a row, on a path that {@code from} remembers. */
  private int nearestFree(double[] cost, int columns, int start) {
    reached = 0;
    for (int i = 0; i < columns; i++) {
      left[i] = columns - i - 1;
    }
    Arrays.fill(rowSeen, 0, columns, false);
    Arrays.fill(columnSeen, 0, columns, false);
    Arrays.fill(distance, 0, columns, Double.POSITIVE_INFINITY);
    int row = start;
    int remaining = columns;
    while (true) {
      rowSeen[row] = true;
      int nearest = NONE;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < remaining; k++) {
        int column = left[k];
        double d = reached + cost[row * columns + column] - rowPrice[row] - columnPrice[column];
        if (d < distance[column]) {
          from[column] = row;
          distance[column] = d;
        }
        if (distance[column] < least
            || (distance[column] == least && rowOfColumn[column] == NONE)) {
          least = distance[column];
          nearest = k;
        }
      }
      if (least == Double.POSITIVE_INFINITY) {
        return NONE;
      }
      reached = least;
      int column = left[nearest];
      columnSeen[column] = true;
      left[nearest] = left[--remaining];
      if (rowOfColumn[column] == NONE) {
        return column;
      }
      row = rowOfColumn[column];
    }
  }

  private void adjustPrices(int start, int rows, int columns) {
    rowPrice[start] += reached;
    for (int i = 0; i < rows; i++) {
      if (rowSeen[i] && i != start) {
        rowPrice[i] += reached - distance[columnOfRow[i]];
      }
    }
    for (int j = 0; j < columns; j++) {
      if (columnSeen[j]) {
        columnPrice[j] -= reached - distance[j];
      }
    }
  }

  private void augment(int start, int sink) {
    int column = sink;
    while (true) {
      int row = from[column];
      rowOfColumn[column] = row;
      int next = columnOfRow[row];
      columnOfRow[row] = column;
      if (row == start) {
        return;
      }
      column = next;
    }
  }
}
