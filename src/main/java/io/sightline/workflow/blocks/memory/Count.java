package io.sightline.workflow.blocks.memory;

/** Counts values, of lists their elements. */
final class Count implements Aggregate {
  private long count;

  @Override
  public void add(Object value) {
    count += PythonValues.length(value);
  }

  @Override
  public Object result() {
    return count;
  }
}
