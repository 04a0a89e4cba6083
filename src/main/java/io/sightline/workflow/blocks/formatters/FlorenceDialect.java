package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.BoundingBox;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * Florence 2's answers: lists of boxes and labels, in pixels.
 *
 * @param boxes name of the boxes' list
 * @param points true where a box is four points
 * @param labels name of the labels' list, null without one
 * @param ids where classes get their ids
 */
record FlorenceDialect(String boxes, boolean points, String labels, Ids ids) implements Dialect {
  /** Where classes get their ids. */
  enum Ids {
    /** Always 0. */
    ZERO,
    /** Four digits made of the name, so that a name has the same id everywhere. */
    OF_NAME,
    /** The place in the step's list of classes. */
    OF_CLASSES
  }

  private static final int CORNERS = 4;
  private static final int POINT_NUMBERS = 8;
  private static final int HASH_DIGITS = 9;
  private static final BigInteger ID_RANGE = BigInteger.valueOf(10_000);

  @Override
  public void read(Object answer, DetectionAnswers found) {
    if (!(answer instanceof Map<?, ?> map) || !(map.get(boxes) instanceof List<?> list)) {
      throw new AnswerException("an answer is an object with " + boxes);
    }
    List<?> names = null;
    if (labels != null) {
      if (!(map.get(labels) instanceof List<?> given)
          || given.size() != list.size() && !list.isEmpty()) {
        throw new AnswerException("an answer has a label for each box");
      }
      names = given;
    }
    for (int i = 0; i < list.size(); i++) {
      String name = names == null ? "roi" : AnswerEntry.text(names.get(i));
      found.add(box(list.get(i)), id(name, found), name, 1);
    }
  }

  private int id(String name, DetectionAnswers found) {
    return switch (ids) {
      case ZERO -> 0;
      case OF_NAME -> hash(name);
      case OF_CLASSES -> found.id(name);
    };
  }

  private static int hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
      String hex = "%032x".formatted(new BigInteger(1, digest));
      return new BigInteger(hex.substring(0, HASH_DIGITS), 16).mod(ID_RANGE).intValue();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private BoundingBox box(Object value) {
    int count = points ? POINT_NUMBERS : CORNERS;
    if (!(value instanceof List<?> list) || list.size() != count) {
      throw new AnswerException("a box is a list of %d numbers".formatted(count));
    }
    float[] n = new float[count];
    for (int i = 0; i < count; i++) {
      n[i] = (float) AnswerEntry.real(list.get(i));
    }
    if (!points) {
      return new BoundingBox(n[0], n[1], n[2], n[3]);
    }
    return new BoundingBox(
        Math.min(Math.min(n[0], n[2]), Math.min(n[4], n[6])),
        Math.min(Math.min(n[1], n[3]), Math.min(n[5], n[7])),
        Math.max(Math.max(n[0], n[2]), Math.max(n[4], n[6])),
        Math.max(Math.max(n[1], n[3]), Math.max(n[5], n[7])));
  }
}
