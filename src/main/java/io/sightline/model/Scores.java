package io.sightline.model;

/** Makes probabilities of what a classifier gives. */
final class Scores {
  private Scores() {}

  /**
   * Makes them of {@code given}, into which it writes.
   *
   * @param fused whether they are probabilities already; null where nobody says it: then numbers
   *     from 0 to 1 are, which of one class add up to 1, and others are logits
   */
  static float[] of(float[] given, Task task, Boolean fused) {
    if (fused == null ? areProbabilities(given, task) : fused) {
      return given;
    }
    if (task == Task.MULTI_LABEL_CLASSIFICATION) {
      for (int i = 0; i < given.length; i++) {
        given[i] = (float) (1 / (1 + Math.exp(-given[i])));
      }
      return given;
    }
    float most = Float.NEGATIVE_INFINITY;
    for (float logit : given) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      given[i] = (float) Math.exp(given[i] - most);
      sum += given[i];
    }
    for (int i = 0; i < given.length; i++) {
      given[i] = (float) (given[i] / sum);
    }
    return given;
  }

  private static boolean areProbabilities(float[] given, Task task) {
    double sum = 0;
    for (float score : given) {
      if (!(score >= 0 && score <= 1)) {
        return false;
      }
      sum += score;
    }
    return task == Task.MULTI_LABEL_CLASSIFICATION || Math.abs(sum - 1) < 1e-2;
  }
}
