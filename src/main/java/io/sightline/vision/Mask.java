package io.sightline.vision;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Which pixels of a picture belong to an instance. Holds the rows of the smallest rectangle around
 * them, one byte for each pixel, so that a small instance on a large picture is small. Immutable.
 */
public final class Mask {
  private final int imageWidth;
  private final int imageHeight;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final byte[] pixels;
  private List<int[][]> contours;

  private Mask(
      int imageWidth, int imageHeight, int left, int top, int width, int height, byte[] pixels) {
    this.imageWidth = imageWidth;
    this.imageHeight = imageHeight;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** A mask without any pixel. */
  public static Mask empty(int imageWidth, int imageHeight) {
    return new Mask(imageWidth, imageHeight, 0, 0, 0, 0, new byte[0]);
  }

  /**
   * A mask of a part of a picture, which may lie partly outside of it; what does is left out.
   *
   * @param left left edge of the part, pixels of the picture
   * @param top top edge of the part, pixels of the picture
   * @param width width of the part, pixels
   * @param rows rows of the part, one byte for each pixel, not 0 for those of the instance
   */
  public static Mask of(
      int imageWidth, int imageHeight, int left, int top, int width, byte[] rows) {
    byte[] ones = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ones[i] = (byte) (rows[i] != 0 ? 1 : 0);
    }
    int height = width == 0 ? 0 : rows.length / width;
    return of(imageWidth, imageHeight, left, top, width, height, ones);
  }

  /**
   * The same, of the first {@code height} rows.
   *
   * @param height of the part, pixels
   * @param rows one byte for each pixel, 1 for those of the instance, else 0
   */
  public static Mask of(
      int imageWidth, int imageHeight, int left, int top, int width, int height, byte[] rows) {
    int fromX = Math.max(0, -left);
    int toX = Math.min(width, imageWidth - left);
    int x1 = Integer.MAX_VALUE;
    int y1 = -1;
    int x2 = -1;
    int y2 = -1;
    for (int y = Math.max(0, -top); y < height && y + top < imageHeight; y++) {
      int first = fromX;
      while (first < toX && rows[y * width + first] == 0) {
        first++;
      }
      if (first < toX) {
        int last = toX - 1;
        while (rows[y * width + last] == 0) {
          last--;
        }
        x1 = Math.min(x1, first);
        x2 = Math.max(x2, last);
        y1 = y1 < 0 ? y : y1;
        y2 = y;
      }
    }
    if (x2 < 0) {
      return empty(imageWidth, imageHeight);
    }
    int w = x2 - x1 + 1;
    int h = y2 - y1 + 1;
    byte[] tight = new byte[w * h];
    for (int y = 0; y < h; y++) {
      System.arraycopy(rows, (y + y1) * width + x1, tight, y * w, w);
    }
    return new Mask(imageWidth, imageHeight, left + x1, top + y1, w, h, tight);
  }

  /**
   * A mask of pixels that OpenCV computed.
   *
   * @param part 8-bit, one channel; not 0 for the instance's pixels
   * @param left left edge of the part, pixels of the picture
   * @param top top edge of the part, pixels of the picture
   */
  public static Mask of(int imageWidth, int imageHeight, int left, int top, Mat part) {
    byte[] rows = new byte[part.rows() * part.cols()];
    try (Mat own = part.isContinuous() ? new Mat(part) : part.clone()) {
      own.data().get(rows);
    }
    return of(imageWidth, imageHeight, left, top, part.cols(), rows);
  }

  /**
   * The pixels inside and on the border of a polygon, what is outside of the picture left out.
   *
   * @param polygon x and y, pixels of the picture
   */
  public static Mask ofPolygon(int imageWidth, int imageHeight, int[][] polygon) {
    return PolygonFill.mask(imageWidth, imageHeight, polygon);
  }

  /** Width of the picture, pixels. */
  public int imageWidth() {
    return imageWidth;
  }

  /** Height of the picture, pixels. */
  public int imageHeight() {
    return imageHeight;
  }

  /** True where both belong to pictures of one size. */
  public boolean sameSize(Mask other) {
    return imageWidth == other.imageWidth && imageHeight == other.imageHeight;
  }

  /** Left edge of the rectangle around the instance, pixels. */
  public int left() {
    return left;
  }

  /** Top edge of the rectangle around the instance, pixels. */
  public int top() {
    return top;
  }

  /** Width of the rectangle around the instance, 0 for an empty mask, pixels. */
  public int width() {
    return width;
  }

  /** Height of the rectangle around the instance, 0 for an empty mask, pixels. */
  public int height() {
    return height;
  }

  public boolean isEmpty() {
    return width == 0;
  }

  /** True where the pixel belongs to the instance; false outside of the picture. */
  public boolean at(int x, int y) {
    int column = x - left;
    int row = y - top;
    return column >= 0
        && row >= 0
        && column < width
        && row < height
        && pixels[row * width + column] != 0;
  }

  /** How many pixels belong to the instance. */
  public int area() {
    int area = 0;
    for (byte pixel : pixels) {
      area += pixel;
    }
    return area;
  }

  /** How many pixels belong to both. */
  public int shared(Mask other) {
    return (int) shared(other, null, null);
  }

  /**
   * How many pixels belong to both, each counted as often as its column times as often as its row.
   *
   * @param columns how often each column of the picture counts; null for once
   * @param rows how often each row of the picture counts; null for once
   */
  public long shared(Mask other, int[] columns, int[] rows) {
    long count = 0;
    int x1 = Math.max(left, other.left);
    int x2 = Math.min(left + width, other.left + other.width);
    int y1 = Math.max(top, other.top);
    int y2 = Math.min(top + height, other.top + other.height);
    for (int y = y1; y < y2; y++) {
      int mine = (y - top) * width - left;
      int theirs = (y - other.top) * other.width - other.left;
      int inRow = 0;
      for (int x = x1; x < x2; x++) {
        int both = pixels[mine + x] & other.pixels[theirs + x];
        inRow += columns == null ? both : both * columns[x];
      }
      count += rows == null ? inRow : (long) inRow * rows[y];
    }
    return count;
  }

  /** Pixels of both over pixels of either, 0 to 1. */
  public double iou(Mask other) {
    int shared = shared(other);
    int either = area() + other.area() - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  /** The pixels of either mask of the same picture. */
  public Mask union(Mask other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    int x1 = Math.min(left, other.left);
    int y1 = Math.min(top, other.top);
    int w = Math.max(left + width, other.left + other.width) - x1;
    int h = Math.max(top + height, other.top + other.height) - y1;
    byte[] rows = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        rows[y * w + x] = (byte) (at(x + x1, y + y1) || other.at(x + x1, y + y1) ? 1 : 0);
      }
    }
    return new Mask(imageWidth, imageHeight, x1, y1, w, h, rows);
  }

  /** The pixels of both masks of the same picture. */
  public Mask intersection(Mask other) {
    byte[] rows = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean both = pixels[y * width + x] != 0 && other.at(x + left, y + top);
        rows[y * width + x] = (byte) (both ? 1 : 0);
      }
    }
    return of(imageWidth, imageHeight, left, top, width, rows);
  }

  /**
   * The same pixels on another picture, moved; what comes to lie outside is left out.
   *
   * @param dx pixels to the right
   * @param dy pixels down
   */
  public Mask moved(int dx, int dy, int newImageWidth, int newImageHeight) {
    return of(newImageWidth, newImageHeight, left + dx, top + dy, width, pixels);
  }

  /** The rectangle around the instance as 8-bit pixels of 0 and 1, which the caller closes. */
  public Mat region() {
    Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
    mat.data().put(pixels);
    return mat;
  }

  /** A part of {@link #region()}; lies inside of the rectangle around the instance. */
  public Mat region(Region part) {
    Mat mat = new Mat(part.height(), part.width(), opencv_core.CV_8UC1);
    int first = (part.y1() - top) * width + part.x1() - left;
    for (int y = 0; y < part.height(); y++) {
      mat.ptr(y).put(pixels, first + y * width, part.width());
    }
    return mat;
  }

  /** Writes 1 into {@code target}, 8-bit and of the picture's size, where the instance is. */
  public void paint(Mat target) {
    if (isEmpty()) {
      return;
    }
    try (Rect area = new Rect(left, top, width, height);
        Mat part = new Mat(target, area);
        Mat region = region()) {
      opencv_core.max(part, region, part);
    }
  }

  /** The largest outline by its area, x and y in pixels of the picture; null for an empty mask. */
  public int[][] contour() {
    return Polygons.largest(contours());
  }

  /** The outlines of all parts and of their holes, in OpenCV's order. */
  public List<int[][]> contours() {
    List<int[][]> known = contours;
    if (known == null) {
      known = outlines(Region.of(this));
      contours = known;
    }
    return known;
  }

  /** The outlines of what of the instance lies in {@code part}, as {@link #contours()}. */
  public List<int[][]> contours(Region part) {
    Region whole = Region.of(this);
    Region cut = whole.clip(part);
    return cut.equals(whole) ? contours() : outlines(cut);
  }

  private List<int[][]> outlines(Region part) {
    if (part.isEmpty()) {
      return List.of();
    }
    try (Mat region = region(part)) {
      return Contours.of(region, opencv_imgproc.RETR_TREE, part.x1(), part.y1());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask
        && imageWidth == mask.imageWidth
        && imageHeight == mask.imageHeight
        && left == mask.left
        && top == mask.top
        && width == mask.width
        && Arrays.equals(pixels, mask.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels) * 31 + left * 7 + top;
  }

  @Override
  public String toString() {
    return "mask of %d pixels at %d, %d".formatted(area(), left, top);
  }
}
