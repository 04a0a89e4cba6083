package io.sightline.workflow.blocks.embeddings;

import io.sightline.workflow.block.BlockException;

/** How the past weighs in an average. */
enum Strategy {
  EXPONENTIAL("Exponential Moving Average (EMA)"),
  SIMPLE("Simple Moving Average (SMA)"),
  WINDOW("Sliding Window");

  private final String title;

  Strategy(String title) {
    this.title = title;
  }

  /** Its name in documents. */
  String title() {
    return title;
  }

  /**
   * @throws BlockException where no strategy has the name
   */
  static Strategy of(String title) {
    for (Strategy strategy : values()) {
      if (strategy.title.equals(title)) {
        return strategy;
      }
    }
    throw new BlockException("field 'strategy' cannot be '%s'".formatted(title));
  }
}
