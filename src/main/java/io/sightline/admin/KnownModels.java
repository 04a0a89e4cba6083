package io.sightline.admin;

import io.sightline.model.ModelReport;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Answers administrators from the store. */
final class KnownModels implements ModelsMXBean {
  private final Supplier<List<ModelReport>> models;
  private final LongSupplier bytes;

  KnownModels(Supplier<List<ModelReport>> models, LongSupplier bytes) {
    this.models = models;
    this.bytes = bytes;
  }

  @Override
  public int getLoaded() {
    return (int) models.get().stream().filter(m -> m.snapshot().state().equals("ready")).count();
  }

  @Override
  public long getMemoryBytes() {
    return bytes.getAsLong();
  }

  @Override
  public List<ModelRow> getModels() {
    return models.get().stream().map(ModelRow::of).toList();
  }
}
