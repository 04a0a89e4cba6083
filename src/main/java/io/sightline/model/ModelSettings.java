package io.sightline.model;

import io.sightline.settings.Settings;

/**
 * The settings of this package.
 *
 * @param defaultModel id of the model to warm at the start
 * @param callers calls of a model that run at once
 * @param intraOpThreads threads inside one call
 * @param warmUpRuns runs before a model is ready
 */
record ModelSettings(String defaultModel, int callers, int intraOpThreads, int warmUpRuns) {
  static ModelSettings from(Settings settings) {
    int callers = settings.integer("sightline.model.callers", 0, 256);
    return new ModelSettings(
        settings.text("sightline.model.default"),
        callers == 0 ? Runtime.getRuntime().availableProcessors() : callers,
        settings.integer("sightline.model.intra.op.threads", 1, 64),
        settings.integer("sightline.model.warm.up.runs", 0, 100));
  }
}
