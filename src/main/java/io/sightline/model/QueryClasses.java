package io.sightline.model;

import java.util.Arrays;

/** Which of the classes that have names each of a DETR's logits stands for. */
final class QueryClasses {
  private QueryClasses() {}

  /**
   * The class of each logit, -1 for those that stand for none. As the files beside the network say;
   * else COCO's 80 among its numbers up to 90; else from the second logit on, where there are two
   * more than names, as RF-DETR trains them on data with a class above all; else in order.
   */
  static int[] of(int logits, Tensors tensors) {
    int[] classes = new int[logits];
    int names = tensors.names();
    Integer said = tensors.said().firstClass();
    if (said == null && logits == CocoNumbers.NUMBERS && names == CocoNumbers.CLASSES) {
      Arrays.setAll(classes, CocoNumbers::classOf);
      return classes;
    }
    int usual = names > 0 && logits == names + 2 ? 1 : 0;
    int first = said == null ? usual : said;
    for (int i = 0; i < logits; i++) {
      int id = i - first;
      classes[i] = id >= 0 && (names == 0 || id < names) ? id : -1;
    }
    return classes;
  }
}
