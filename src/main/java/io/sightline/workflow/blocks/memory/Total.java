package io.sightline.workflow.blocks.memory;

/** Adds values up. */
final class Total implements Aggregate {
  private final boolean mean;
  private Number sum = 0;
  private int count;

  Total(boolean mean) {
    this.mean = mean;
  }

  @Override
  public void add(Object value) {
    sum = PythonNumbers.add(sum, value);
    count++;
  }

  @Override
  public Object result() {
    if (!mean) {
      return sum;
    }
    return count == 0 ? null : sum.doubleValue() / count;
  }
}
